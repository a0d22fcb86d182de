/** "After 3" bounds what is offered, as a part of the day does. Costs: milliseconds. */
import { expect, test } from 'vitest';
import { readTimeOfDay } from '../../../src/features/reading/time/readTimeOfDay.ts';
import { dayPartOf } from '../../../src/features/reading/time/timeWish.ts';

test.each([
  ['can we push it to monday, any time after 3', 'after 3 pm', { from: 15 * 60, until: 24 * 60 }],
  ['after 3:00 PM', 'after 3:00 pm', { from: 15 * 60, until: 24 * 60 }],
  ['only 10 to 2', '10 am to 2 pm', { from: 10 * 60, until: 14 * 60 + 1 }],
  ['around noon', 'noon', { from: 11 * 60, until: 14 * 60 }],
  ['buenas tardes, quiero ver la casa', undefined, null],
])('%s', (text, value, part) => {
  const read = readTimeOfDay(text)?.value;
  expect(read).toBe(value);
  expect(read === undefined ? null : dayPartOf(read)).toEqual(part);
});
