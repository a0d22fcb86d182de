import { intervalsOf } from '../../../src/contract/rest/intervalsOf.ts';
import type { Hours } from '../../../src/contract/rest/settings.ts';
import { weekdays } from '../../../src/contract/rest/settingsLimits.ts';

/** The fault of a day's hours, in words for their field; null: none. */
export function openingFault(times: Hours['monday']): string | null {
  const intervals = intervalsOf(times);
  if (intervals.some(({ from, until }) => from === '' || until === '')) return 'Enter both times.';
  if (intervals.some(({ from, until }) => from >= until))
    return 'Opening must come before closing. For overnight hours, close at 11:59 PM and open the next day at 12:00 AM.';
  const overlaps = intervals.some(({ from }, at) => at > 0 && from < (intervals[at - 1]?.until ?? ''));
  return overlaps ? 'Each period must start after the previous one ends.' : null;
}

export const isWeekFaulty = (hours: Hours): boolean => weekdays.some((day) => openingFault(hours[day]) !== null);
