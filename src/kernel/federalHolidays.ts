import { type CalendarDate, plusDays, weekdayOf } from './zonedTime.ts';

/** New Year's Day, Juneteenth, Independence Day, Veterans Day, Christmas Day. */
const fixed: ReadonlySet<string> = new Set(['1-1', '6-19', '7-4', '11-11', '12-25']);
const [monday, thursday, friday] = [0, 3, 4];

const isFixed = ({ month, day }: CalendarDate): boolean => fixed.has(`${month}-${day}`);

/** Martin Luther King's Birthday, Washington's Birthday, Memorial Day, Labor Day, Columbus Day, Thanksgiving Day. */
function isFloating(date: CalendarDate): boolean {
  const { month, day } = date;
  const weekday = weekdayOf(date);
  const week = Math.ceil(day / 7);
  if (weekday === thursday) return month === 11 && week === 4;
  if (weekday !== monday) return false;
  if (month === 5) return day > 24;
  return month === 1 || month === 2 ? week === 3 : month === 9 ? week === 1 : month === 10 && week === 2;
}

/**
 * Whether a day is a legal public holiday of the United States, or the day that is kept for one: of a Saturday the Friday before, of a
 * Sunday the Monday after. 5 U.S.C. 6103(a) and (b), Executive Order 11582 §3; Inauguration Day, of Washington alone, is none.
 */
export function isFederalHoliday(date: CalendarDate): boolean {
  if (isFixed(date) || isFloating(date)) return true;
  const weekday = weekdayOf(date);
  return (weekday === friday && isFixed(plusDays(date, 1))) || (weekday === monday && isFixed(plusDays(date, -1)));
}
