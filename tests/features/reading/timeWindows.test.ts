/** "After 3" and "not before 10" bound what is offered, as a part of the day does. Costs: milliseconds. */
import { expect, test } from 'vitest';
import { readTimeOfDay } from '../../../src/features/reading/time/readTimeOfDay.ts';
import { dayPartOf } from '../../../src/features/reading/time/timeWish.ts';

test.each([
  ['can we push it to monday, any time after 3', 'after 3 pm', { from: 15 * 60, until: 24 * 60 }],
  ['after 3:00 PM', 'after 3:00 pm', { from: 15 * 60, until: 24 * 60 }],
  ['only 10 to 2', '10 am to 2 pm', { from: 10 * 60, until: 14 * 60 + 1 }],
  ['it has to be after 5. texts only', 'after 5 pm', { from: 17 * 60, until: 24 * 60 }],
  ['tiene que ser despues de las 5.', 'after 5 pm', { from: 17 * 60, until: 24 * 60 }],
  ["i don't drive after 3", 'before 3 pm', { from: 0, until: 15 * 60 }],
  ["I don't get home till after 6", 'after 6 pm', { from: 18 * 60, until: 24 * 60 }],
  ['Tuesday, not before 10.', 'after 10', { from: 10 * 60, until: 24 * 60 }],
  ['anything before 11am', 'before 11 am', { from: 0, until: 11 * 60 }],
  ['when can i see. not mornings', 'after 12 pm', { from: 12 * 60, until: 24 * 60 }],
  ['i get off at 4:30 and the drive is long so like 5:30 thursday?', '5:30', { from: 17 * 60 + 15, until: 18 * 60 }],
  ['can I come at 3. thanks', "3 o'clock", { from: 14 * 60 + 45, until: 15 * 60 + 30 }],
  ['Tue 3', "3 o'clock", { from: 14 * 60 + 45, until: 15 * 60 + 30 }],
  ['tue 530', '5:30', { from: 17 * 60 + 15, until: 18 * 60 }],
  ['can I see it after 9? I work in the evening', 'after 9', { from: 9 * 60, until: 24 * 60 }],
  ['this house that sat 120 days', undefined, null],
  ['can I see it tonight after 8', 'after 8 pm', { from: 20 * 60, until: 24 * 60 }],
  ['Saturday 3 of us would come', undefined, null],
  ['the house was built before 1960', undefined, null],
  ['around noon', 'noon', { from: 11 * 60, until: 14 * 60 }],
  ['buenas tardes, quiero ver la casa', undefined, null],
])('%s', (text, value, part) => {
  const read = readTimeOfDay(text)?.value;
  expect(read).toBe(value);
  expect(read === undefined ? null : dayPartOf(read)).toEqual(part);
});
