import { type OpeningWeek, openingOn } from '../../kernel/openingTimes.ts';
import { instantOf, plusDays, type WallTime, wallTimeAt } from '../../kernel/zonedTime.ts';

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const clockMinute = ({ hour, minute }: WallTime): number => hour * 60 + minute;

/** Enough to come past holidays that fall on the one day that is open: Christmas and New Year do. */
const mostDaysAhead = 28;

/** Whether the team answers at `now` (ms since the epoch) by its `week`, read off the wall of `timeZone`: from the first minute, up to the last and not with it. */
export function isOpenAt(week: OpeningWeek, timeZone: string, now: number): boolean {
  const wall = wallTimeAt(now, timeZone);
  const times = openingOn(week, wall);
  return times !== null && clockMinute(wall) >= minuteOf(times.from) && clockMinute(wall) < minuteOf(times.until);
}

/**
 * When the team opens next after `now`, in ms since the epoch; null when it never does. An opening that the clock skips in spring
 * is the moment after the jump; a time that comes twice in autumn is the first of the two.
 */
export function nextOpening(week: OpeningWeek, timeZone: string, now: number): number | null {
  const today = wallTimeAt(now, timeZone);
  for (let ahead = 0; ahead <= mostDaysAhead; ahead += 1) {
    const date = plusDays(today, ahead);
    const times = openingOn(week, date);
    if (times === null) continue;
    const minute = minuteOf(times.from);
    const opensAt = instantOf({ ...date, hour: Math.floor(minute / 60), minute: minute % 60 }, timeZone);
    if (opensAt > now) return opensAt;
  }
  return null;
}
