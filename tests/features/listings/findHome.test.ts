import { expect, test } from 'vitest';
import { findHome, looseNamesIn, namesOf } from '../../../src/features/listings/findHome.ts';

const homes = [
  '2417 Ashby Hollow Drive',
  '4312 Teakwood Row',
  '1600 Cypress Yard, Unit 204',
  '1600 Cypress Yard, Unit 310',
].map((title) => ({ title }));

test.each([
  ['is 4312 Teakwood still available?', '4312 Teakwood Row'],
  ['what about the one on Teakwood Row', '4312 Teakwood Row'],
  ['Does 2417 ashby have a porch?', '2417 Ashby Hollow Drive'],
  ['1600 Cypress Yard unit 310, what are the dues?', '1600 Cypress Yard, Unit 310'],
  ['how much is 1600 Cypress Yard?', null],
  ['is the drive paved?', null],
  ['can I see it in 2417 days?', null],
  ['what are the taxes?', null],
])('“%s” names %s', (text, title) => {
  expect(findHome(text, homes)?.title ?? null).toBe(title);
});

test.each([
  ['Could I see teakwood on Saturday', ['4312 Teakwood Row']],
  ['first one then cypress after', ['1600 Cypress Yard, Unit 204', '1600 Cypress Yard, Unit 310']],
  ['is it on the north side?', []],
])('any word of “%s” may be a street: %s', (text, titles) => {
  const names = new Set(looseNamesIn(text));
  const may = homes.filter(({ title }) => namesOf(title).some((name) => names.has(name)));
  expect(may.map(({ title }) => title)).toEqual(titles);
});
