import { openingsOn } from '../../kernel/openingTimes.ts';
import { daysBetween, plusDays, wallTimeAt } from '../../kernel/zonedTime.ts';
import { dayPartOf, dayRangeOf, fitsWish, isWithin, type TimeWish } from '../reading/time/timeWish.ts';
import type { FreeTime, WorkingHours } from './model.ts';
import { type MeetingRules, timesPerOffer } from './rules.ts';

/** The times that a person would name of all that are free: few, and apart from each other. */
export interface Picked {
  times: FreeTime[];
  /** False: nothing is free as it was wished for, and these come nearest. */
  fits: boolean;
}

/** At most three of the free times (ascending) for a wish, on the wall of `zone`. Nothing at all where `after` and `before` leave none. */
export function pickTimes(free: readonly FreeTime[], wish: TimeWish, now: number, zone: string): Picked {
  const fitting = free.filter(({ startsAt }) => fitsWish(startsAt, wish, now, zone));
  if (fitting.length > 0) return { times: endOf(fitting, wish, zone) ?? apart(fitting, zone), fits: true };
  const nearest = free
    .filter(({ startsAt }) => isWithin(startsAt, wish, zone))
    .map((time) => ({ time, far: distance(time.startsAt, wish, now, zone) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, timesPerOffer)
    .map(({ time }) => time);
  return { times: nearest.sort((a, b) => a.startsAt - b.startsAt), fits: false };
}

/** "Tuesday, the latest you have": the one time that is meant, of the first day that has any. */
function endOf(times: readonly FreeTime[], { time }: TimeWish, zone: string): FreeTime[] | null {
  const [first] = times;
  if (first === undefined || (time !== 'earliest' && time !== 'latest')) return null;
  if (time === 'earliest') return [first];
  const day = utcDay(wallTimeAt(first.startsAt, zone));
  const last = times.findLast(({ startsAt }) => utcDay(wallTimeAt(startsAt, zone)) === day);
  return last === undefined ? null : [last];
}

/**
 * True when on none of the days that were asked for, on the wall of `zone`, somebody works and there are hours `within` which it may be:
 * it is closed then, rather than full.
 */
export function isClosedFor(
  agents: readonly WorkingHours[],
  { within }: Pick<MeetingRules, 'within'>,
  { day }: TimeWish,
  now: number,
  zone: string,
): boolean {
  const days = day === undefined ? null : dayRangeOf(day, wallTimeAt(now, zone));
  if (days === null || agents.length === 0) return false;
  for (let date = days.from; daysBetween(date, days.to) >= 0; date = plusDays(date, 1)) {
    const someHours = within === null || openingsOn(within, date).length > 0;
    if (someHours && agents.some((agent) => openingsOn(agent, date).length > 0)) return false;
  }
  return true;
}

/** Whether all days that were asked for come later than those ahead of `now`, on the wall of `zone`. */
export function isBeyond({ day }: TimeWish, now: number, zone: string, daysAhead: number): boolean {
  const today = wallTimeAt(now, zone);
  const days = day === undefined ? null : dayRangeOf(day, today);
  return days !== null && daysBetween(today, days.from) > daysAhead;
}

const dayMinutes = 24 * 60;

/** Minutes from what was wished for: another day weighs as much as all of its hours. */
function distance(startsAt: number, wish: TimeWish, now: number, zone: string): number {
  const wall = wallTimeAt(startsAt, zone);
  const days = wish.day === undefined ? null : dayRangeOf(wish.day, wallTimeAt(now, zone));
  const part = wish.time === undefined ? null : dayPartOf(wish.time);
  const minute = wall.hour * 60 + wall.minute;
  const offDays =
    days === null
      ? 0
      : Math.max(0, Math.round((Date.UTC(days.from.year, days.from.month - 1, days.from.day) - utcDay(wall)) / dayMs)) +
        Math.max(0, Math.round((utcDay(wall) - Date.UTC(days.to.year, days.to.month - 1, days.to.day)) / dayMs));
  const offMinutes = part === null ? 0 : Math.max(0, part.from - minute, minute - part.until + 1);
  return offDays * dayMinutes + offMinutes + (startsAt - now) / 60_000 / dayMinutes / 100;
}
const dayMs = 86_400_000;
const utcDay = ({ year, month, day }: { year: number; month: number; day: number }): number =>
  Date.UTC(year, month - 1, day);

const laterDays = [14 * 60, 11 * 60];

/** The soonest, then others that differ: on other days where there are some, else over the day. */
function apart(times: readonly FreeTime[], zone: string): FreeTime[] {
  const byDay = new Map<number, FreeTime[]>();
  for (const time of times) {
    const day = utcDay(wallTimeAt(time.startsAt, zone));
    byDay.set(day, [...(byDay.get(day) ?? []), time]);
  }
  const [first = [], second, third] = [...byDay.values()];
  const picked =
    second === undefined
      ? [first[0], first[Math.floor(first.length / 2)], first.at(-1)]
      : third === undefined
        ? [first[0], first.at(-1), second[0]]
        : [first[0], nearestTo(second, laterDays[0] ?? 0, zone), nearestTo(third, laterDays[1] ?? 0, zone)];
  const distinct = [...new Set(picked.filter((time) => time !== undefined))];
  return distinct.sort((a, b) => a.startsAt - b.startsAt).slice(0, timesPerOffer);
}

function nearestTo(times: readonly FreeTime[], minuteOfDay: number, zone: string): FreeTime | undefined {
  const off = ({ startsAt }: FreeTime) => {
    const wall = wallTimeAt(startsAt, zone);
    return Math.abs(wall.hour * 60 + wall.minute - minuteOfDay);
  };
  return times.toSorted((a, b) => off(a) - off(b))[0];
}
