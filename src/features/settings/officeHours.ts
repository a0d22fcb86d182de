import { type OpeningWeek, openingsOn } from '../../kernel/openingTimes.ts';
import { instantOf, plusDays, type WallTime, wallTimeAt } from '../../kernel/zonedTime.ts';

const clockMinute = ({ hour, minute }: WallTime): number => hour * 60 + minute;

/** Enough to get past holidays that fall on the one open day of the week, as Christmas and New Year do. */
const mostDaysAhead = 28;

/**
 * Whether the team answers at `now` (ms since the epoch) by its `week`, read off the wall of `timeZone`: from the first minute, up
 * to the last and not with it.
 */
export function isOpenAt(week: OpeningWeek, timeZone: string, now: number): boolean {
  const wall = wallTimeAt(now, timeZone);
  const minute = clockMinute(wall);
  return openingsOn(week, wall).some(({ from, until }) => minute >= from && minute < until);
}

/**
 * When the team opens next after `now`, in ms since the epoch; null when it never does. An opening that the clock skips in spring
 * is the moment after the jump; a time that comes twice in autumn is the first of the two.
 */
export function nextOpening(week: OpeningWeek, timeZone: string, now: number): number | null {
  const today = wallTimeAt(now, timeZone);
  for (let ahead = 0; ahead <= mostDaysAhead; ahead += 1) {
    const date = plusDays(today, ahead);
    for (const { from } of openingsOn(week, date)) {
      const opensAt = instantOf({ ...date, hour: Math.floor(from / 60), minute: from % 60 }, timeZone);
      if (opensAt > now) return opensAt;
    }
  }
  return null;
}
