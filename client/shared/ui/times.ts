import type { HourCycle } from '../../../src/contract/values.ts';

const minuteMs = 60_000;

const clockOptions: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
let clock = new Intl.DateTimeFormat(undefined, clockOptions);
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dateWithYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const longDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const exactOptions: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'long' };
let exact = new Intl.DateTimeFormat(undefined, exactOptions);

/** From now on times on this page read as those of the brokerage whose person is signed in; until then as the reader's own. */
export function readClockAs(hourCycle: HourCycle | undefined): void {
  if (clockOptions.hourCycle === hourCycle) return;
  clockOptions.hourCycle = exactOptions.hourCycle = hourCycle;
  clock = new Intl.DateTimeFormat(undefined, clockOptions);
  exact = new Intl.DateTimeFormat(undefined, exactOptions);
}

const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);
const daysBetween = (earlier: number, later: number): number =>
  Math.round((startOfDay(later) - startOfDay(earlier)) / 86_400_000);

/** "2:32 PM" today, "Tue 2:32 PM" this week, "3 Mar" else. */
export function shortTime(at: string | number, now = Date.now()): string {
  const time = new Date(at).getTime();
  const days = daysBetween(time, now);
  if (days <= 0) return clock.format(time);
  if (days < 7) return `${weekday.format(time)} ${clock.format(time)}`;
  return new Date(time).getFullYear() === new Date(now).getFullYear() ? date.format(time) : dateWithYear.format(time);
}

/** When something comes back: "3:40 PM" today, "tomorrow 9:00 AM", "Tue 9:00 AM". */
export function untilTime(at: string | number, now = Date.now()): string {
  const time = new Date(at).getTime();
  const days = daysBetween(now, time);
  return `${days <= 0 ? '' : `${days === 1 ? 'tomorrow' : weekday.format(time)} `}${clock.format(time)}`;
}

export const clockTime = (at: string | number): string => clock.format(new Date(at));
/** With the zone, for a hover. */
export const exactTime = (at: string | number): string => exact.format(new Date(at));

/** "Sat, Nov 21, 2:00 PM–2:30 PM (Central Time)": by the clock that it was agreed on, else by the reader's own. */
export function meetingTime(startsAt: string, endsAt: string | undefined, zone: string | undefined): string {
  const on = zone === undefined ? {} : { timeZone: zone };
  const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', ...on });
  const time = new Intl.DateTimeFormat(undefined, { ...clockOptions, ...on });
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
