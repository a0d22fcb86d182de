import { instantOf, plusDays, wallTimeAt } from '../../kernel/zonedTime.ts';
import type { Day } from './model.ts';

/** The day that the wall of an IANA zone shows at `now`, also one of 23 or 25 hours; or one so many days before it. */
export function dayOf(now: number, zone: string, daysBefore = 0): Day {
  const { year, month, day } = plusDays(wallTimeAt(now, zone), -daysBefore);
  const today = { year, month, day };
  const midnight = (date: typeof today) => instantOf({ ...date, hour: 0, minute: 0 }, zone);
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    date: `${year}-${two(month)}-${two(day)}`,
    from: midnight(today),
    until: midnight(plusDays(today, 1)),
  };
}
