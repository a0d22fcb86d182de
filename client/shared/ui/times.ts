const minuteMs = 60_000;

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dateWithYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const longDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long', hourCycle: 'h23' });

const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);
const daysBetween = (earlier: number, later: number): number =>
  Math.round((startOfDay(later) - startOfDay(earlier)) / 86_400_000);

/** "14:32" today, "Tue 14:32" this week, "3 Mar" else. */
export function shortTime(at: string | number, now = Date.now()): string {
  const time = new Date(at).getTime();
  const days = daysBetween(time, now);
  if (days <= 0) return clock.format(time);
  if (days < 7) return `${weekday.format(time)} ${clock.format(time)}`;
  return new Date(time).getFullYear() === new Date(now).getFullYear() ? date.format(time) : dateWithYear.format(time);
}

/** When something comes back: "15:40" today, "tomorrow 09:00", "Tue 09:00". */
export function untilTime(at: string | number, now = Date.now()): string {
  const time = new Date(at).getTime();
  const days = daysBetween(now, time);
  return `${days <= 0 ? '' : `${days === 1 ? 'tomorrow' : weekday.format(time)} `}${clock.format(time)}`;
}

export const clockTime = (at: string | number): string => clock.format(new Date(at));
/** With the zone, for a hover. */
export const exactTime = (at: string | number): string => exact.format(new Date(at));

/** "Sat 21 Nov, 14:00–14:30 (Central Time)": by the clock that it was agreed on, else by the reader's own. */
export function meetingTime(startsAt: string, endsAt: string | undefined, zone: string | undefined): string {
  const on = zone === undefined ? {} : { timeZone: zone };
  const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', ...on });
  const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...on });
  const named = new Intl.DateTimeFormat(undefined, { timeZoneName: 'longGeneric', ...on })
    .formatToParts(new Date(startsAt))
    .find(({ type }) => type === 'timeZoneName');
  const hours = [startsAt, endsAt].flatMap((at) => (at === undefined ? [] : [time.format(new Date(at))])).join('–');
  return `${day.format(new Date(startsAt))}, ${hours}${named ? ` (${named.value})` : ''}`;
}

export function dayName(at: string, now = Date.now()): string {
  const days = daysBetween(new Date(at).getTime(), now);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return longDay.format(new Date(at));
}

/** A wait as a person says it: "40 s", "3 min", "1 h 20". */
export function waitWords(waitMs: number): string {
  const seconds = Math.max(0, Math.floor(waitMs / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ${String(minutes % 60).padStart(2, '0')}` : `${Math.floor(hours / 24)} d`;
}

export type Urgency = 'calm' | 'soon' | 'late';
/** From when a wait is amber and from when it is red, as the brokerage has set it. */
export interface WaitLimits {
  amberMinutes: number;
  redMinutes: number;
}
export const urgencyOf = (waitMs: number, { amberMinutes, redMinutes }: WaitLimits): Urgency =>
  waitMs >= redMinutes * minuteMs ? 'late' : waitMs >= amberMinutes * minuteMs ? 'soon' : 'calm';
