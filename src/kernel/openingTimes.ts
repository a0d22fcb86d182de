import { intervalsOf } from '../contract/rest/intervalsOf.ts';
import type { BrokerageSettings, ClosedDay } from '../contract/rest/settings.ts';
import { weekdays } from '../contract/rest/settingsLimits.ts';
import { isFederalHoliday } from './federalHolidays.ts';
import { type CalendarDate, weekdayOf } from './zonedTime.ts';

/** From when until when on each day, and the days that are closed whatever the week says. */
export type OpeningWeek = Pick<BrokerageSettings, 'hours' | 'holidays' | 'closedDays'>;

/** Minutes of the day, from 0 to 1440; `until` is not in it. */
export interface Opening {
  from: number;
  until: number;
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
/** The day's last minute stands for midnight, which a clock has no other time for. */
const untilOf = (time: string): number => (time === '23:59' ? 24 * 60 : minuteOf(time));

/** When it is open on a day, in order, never two that touch; nothing: not at all. */
export const openingsOn = ({ hours, holidays, closedDays }: OpeningWeek, date: CalendarDate): Opening[] =>
  (holidays === 'us-federal' && isFederalHoliday(date)) || closedDays.some((day) => isOn(day, date))
    ? []
    : joined(
        intervalsOf(hours[weekdays[weekdayOf(date)] ?? 'monday']).map(({ from, until }) => ({
          from: minuteOf(from),
          until: untilOf(until),
        })),
      );

function joined(openings: readonly Opening[]): Opening[] {
  const apart: Opening[] = [];
  for (const { from, until } of openings) {
    const last = apart.at(-1);
    if (last?.until === from) last.until = until;
    else apart.push({ from, until });
  }
  return apart;
}

function isOn({ date, everyYear }: ClosedDay, { year, month, day }: CalendarDate): boolean {
  const [itsYear, itsMonth, itsDay] = date.split('-').map(Number);
  return itsMonth === month && itsDay === day && (everyYear || itsYear === year);
}
