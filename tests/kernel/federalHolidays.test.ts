import { expect, test } from 'vitest';
import { isFederalHoliday } from '../../src/kernel/federalHolidays.ts';
import { plusDays } from '../../src/kernel/zonedTime.ts';

function holidaysOf(year: number): string[] {
  const found: string[] = [];
  for (let date = { year, month: 1, day: 1 }; date.year === year; date = plusDays(date, 1))
    if (isFederalHoliday(date)) found.push(`${date.month}/${date.day}`);
  return found;
}

// The days that the Office of Personnel Management publishes for these years, and the holiday itself where another day is kept for it.
test.each([
  [2024, '1/1 1/15 2/19 5/27 6/19 7/4 9/2 10/14 11/11 11/28 12/25'],
  [2026, '1/1 1/19 2/16 5/25 6/19 7/3 7/4 9/7 10/12 11/11 11/26 12/25'],
  // New Year's Day of 2028 is a Saturday: the Friday before, still in 2027, is kept for it.
  [2027, '1/1 1/18 2/15 5/31 6/18 6/19 7/4 7/5 9/6 10/11 11/11 11/25 12/24 12/25 12/31'],
])('in %s the federal holidays are %s', (year, days) => expect(holidaysOf(year).join(' ')).toBe(days));
