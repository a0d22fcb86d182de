import type { BrokerageSettings, Hours } from '../contract/settings.ts';
import { weekdays } from '../contract/settingsLimits.ts';
import { isFederalHoliday } from './federalHolidays.ts';
import { type CalendarDate, weekdayOf } from './zonedTime.ts';

/** From when until when on each day, and the days that are closed whatever the week says. */
export type OpeningWeek = Pick<BrokerageSettings, 'hours' | 'holidays'>;

/** When it is open on a day; null: not at all. */
export const openingOn = ({ hours, holidays }: OpeningWeek, date: CalendarDate): Hours['monday'] =>
  holidays === 'us-federal' && isFederalHoliday(date) ? null : hours[weekdays[weekdayOf(date)] ?? 'monday'];
