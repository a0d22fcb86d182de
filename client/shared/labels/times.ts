import type { HourCycle } from '../../../src/contract/values.ts';

const minuteMs = 60_000;

const clockOptions: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
let clock = new Intl.DateTimeFormat(undefined, clockOptions);
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dateWithYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const calendarDate = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
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

/** When something comes back: "3:40 PM" today, "tomorrow at 9:00 AM", "Tue at 9:00 AM" this week, "Dec 24, 9:00 AM" after it. */
export function untilTime(at: string | number, now = Date.now()): string {
  const time = new Date(at).getTime();
  const days = daysBetween(now, time);
  if (days <= 0) return clock.format(time);
  if (days >= 7) return `${date.format(time)}, ${clock.format(time)}`;
  return `${days === 1 ? 'tomorrow' : weekday.format(time)} at ${clock.format(time)}`;
}

export const clockTime = (at: string | number): string => clock.format(new Date(at));
/** "Nov 6, 2026" of a day without a time: the same day everywhere. */
export const calendarDay = (day: string): string => calendarDate.format(new Date(day));
/** With the zone, for a hover. */
export const exactTime = (at: string | number): string => exact.format(new Date(at));

const shortDay: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
const inZone = (zone: string | undefined) => (zone === undefined ? {} : { timeZone: zone });

/** "Sat, Nov 21 · 2:00 PM–2:30 PM (Central Time)": by the clock that it was agreed on, else by the reader's own. */
export function meetingTime(startsAt: string, endsAt: string | undefined, zone: string | undefined): string {
  const day = new Intl.DateTimeFormat(undefined, { ...shortDay, ...inZone(zone) });
  const hours = [startsAt, endsAt].flatMap((at) => (at === undefined ? [] : [timeIn(zone, at)])).join('–');
  const named = zoneName(zone);
  return `${day.format(new Date(startsAt))} · ${hours}${named ? ` (${named})` : ''}`;
}
/** "2:00 PM" on the clock of a zone. */
export const timeIn = (zone: string | undefined, at: string | number): string =>
  new Intl.DateTimeFormat(undefined, { ...clockOptions, ...inZone(zone) }).format(new Date(at));
/** "Central Time". */
export const zoneName = (zone: string | undefined): string =>
  new Intl.DateTimeFormat(undefined, { timeZoneName: 'longGeneric', ...inZone(zone) })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';
/** "2026-11-21", the day that it is in a zone; the Swedish write it so. */
export const dayIn = (zone: string | undefined, at: string | number): string =>
  new Intl.DateTimeFormat('sv-SE', inZone(zone)).format(new Date(at));
/** "Sat, Nov 21" of a day such as "2026-11-21". */
export const weekdayAndDay = (day: string): string =>
  new Intl.DateTimeFormat(undefined, { ...shortDay, timeZone: 'UTC' }).format(new Date(day));

export function dayName(at: string, now = Date.now()): string {
  const days = daysBetween(new Date(at).getTime(), now);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return longDay.format(new Date(at));
}
/** The same within a sentence: "today", "yesterday", "Monday, November 23". */
export function dayInSentence(at: string, now = Date.now()): string {
  const name = dayName(at, now);
  return ['Today', 'Yesterday'].includes(name) ? name.toLowerCase() : name;
}

/** A wait as a person says it: "40 sec", "3 min", "1 hr 20 min", "2 days". */
export function waitWords(waitMs: number): string {
  const seconds = Math.max(0, Math.floor(waitMs / 1000));
  if (seconds < 60) return `${seconds} sec`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} hr ${minutes % 60} min` : daysWords(Math.floor(hours / 24));
}

export type Urgency = 'calm' | 'soon' | 'late';
/** From when a wait is amber and from when it is red, as the brokerage has set it. */
export interface WaitLimits {
  amberMinutes: number;
  redMinutes: number;
}
export const urgencyOf = (waitMs: number, { amberMinutes, redMinutes }: WaitLimits): Urgency =>
  waitMs >= redMinutes * minuteMs ? 'late' : waitMs >= amberMinutes * minuteMs ? 'soon' : 'calm';

/** A time as a field of the browser has it ("2026-05-04T09:00"), on the reader's own clock. */
export function fieldTime(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
/** Nine in the morning, so many days from now, as a field has it. */
export function morningIn(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return fieldTime(day.setHours(9, 0, 0, 0));
}

const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
