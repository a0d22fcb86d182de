/** Days as people name them. Costs: milliseconds. */
import { expect, test } from 'vitest';
import { readDay } from '../../../src/features/reading/time/readDay.ts';
import { fitsWish, weekdayNear } from '../../../src/features/reading/time/timeWish.ts';

const on = (month: number, day: number, year = 2026) => ({ year, month, day });

// November 25, 2026 is a Wednesday.
test.each([
  ['Thursday', on(12, 2), 'dec 3'],
  ['Tuesday', on(12, 2), 'dec 1'],
  ['Friday', on(11, 28), 'nov 27'],
  ['Thursday', on(12, 31), 'dec 31'],
  ['Friday', on(12, 31), 'jan 1'],
  // Yesterday is past: the next one.
  ['Tuesday', on(11, 26), 'dec 1'],
  ['next Friday', on(12, 2), 'next Friday'],
  // A time that is over says nothing of what they want now.
  ['Thursday', on(11, 2), 'Thursday'],
])('"%s", said of a time on %o, is %s', (day, near, expected) =>
  expect(weekdayNear(day, near, on(11, 25))).toBe(expected),
);

test.each([
  ['can i come saturday the 5th', 'the 5th'],
  ['el jueves 3 de diciembre', '3 de diciembre'],
  ['saturday week, dec 5', 'dec 5'],
  ['friday or the 8th', 'Friday or the 8th'],
  ['saturday at 5', 'Saturday'],
  ['thurs or fri?', 'Thursday or Friday'],
  ['el jueves o el viernes', 'Thursday or Friday'],
  ['friday, or whenever', 'Friday'],
])('a weekday with its date is that date: %s', (text, day) => expect(readDay(text)?.value).toBe(day));

test('either of two days fits, and no day between them', () => {
  const day = 'Tuesday or Thursday';
  const at = (date: number) => Date.parse(`2026-12-0${date}T18:00:00.000Z`);
  const fits = [1, 2, 3, 4].map((date) =>
    fitsWish(at(date), { day }, Date.parse('2026-11-28T18:00:00.000Z'), 'America/Chicago'),
  );
  expect(fits).toEqual([true, false, true, false]);
});
