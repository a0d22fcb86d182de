import { weekdays } from '../../../contract/rest/settingsLimits.ts';
import { instantOf, plusDays, wallTimeAt, weekdayOf } from '../../../kernel/zonedTime.ts';
import type { ReportSchedule } from './model.ts';

/**
 * The first time of a schedule after `after`, both in ms since the epoch, by the clock of `zone`. A time that the clock skips in spring
 * counts from before the jump; one that comes twice in autumn is the first.
 */
export function nextTimeOf(
  { weekdays: days, time }: Pick<ReportSchedule, 'weekdays' | 'time'>,
  after: number,
  zone: string,
): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const { year, month, day } = wallTimeAt(after, zone);
  // The time of today may be over: then its weekday comes again in seven days.
  for (let ahead = 0; ahead <= weekdays.length; ahead += 1) {
    const date = plusDays({ year, month, day }, ahead);
    const at = instantOf({ ...date, hour, minute }, zone);
    if (at > after && days.some((one) => one === weekdays[weekdayOf(date)])) return at;
  }
  throw new RangeError('a schedule without a day');
}
