import { describe, expect, test } from 'vitest';
import { readMoney } from '../../../src/features/reading/numbers/readMoney.ts';

const dollars = (text: string, bare = false) => {
  const read = readMoney(text, { bare });
  const whole = (cents: number | null) => (cents === null ? null : cents / 100);
  return read ? [whole(read.value.minCents), whole(read.value.maxCents)] : null;
};

describe('readMoney', () => {
  test.each([
    ['S08: $580k', '$580k', [580_000, 580_000]],
    ['S08: $650,000', 'I want $650,000 for it', [650_000, 650_000]],
    ['S08: 700k', '700k', [700_000, 700_000]],
    ['S08: $1.2m', '$1.2m', [1_200_000, 1_200_000]],
    ['S08: 750 to 800 thousand', '750 to 800 thousand', [750_000, 800_000]],
    ['S08: around 680', 'around 680', [680_000, 680_000]],
    ['S08: days before a price', '30–60 days and want ~$580k', [580_000, 580_000]],
    ['B02: a 3-bed around 450k', '3-bed around 450k', [450_000, 450_000]],
    ['B02: $450k to $550k', '$450k to $550k', [450_000, 550_000]],
    ['B02: between 450 and 500', 'between 450 and 500', [450_000, 500_000]],
    ['B02: years are not money', 'renting 5 years, 600k', [600_000, 600_000]],
    ['C02: no more than 600k', 'no more than 600k', [null, 600_000]],
    ['C02: no más de 500 mil', 'no más de 500 mil', [null, 500_000]],
    ['C15: 600 mil', '600 mil', [600_000, 600_000]],
    ['an American says mil for a million', 'up to 1.2 mil', [null, 1_200_000]],
    ['in Spanish it is a thousand, however few', 'le di 5 mil dólares de apartado', null],
    ['a sum and perhaps more', "around 650k, maybe 700k if it's perfect", [650_000, 700_000]],
    ['what is saved is no price', 'we have 80k saved for a down payment', null],
    ['el enganche no es el precio', 'tengo 60 mil de enganche', null],
    ['the number on a door', 'unit 405', null],
    ['the number on a door, shorter', 'apt #512', null],
    ['a price beside it', 'unit 405, around 380k', [380_000, 380_000]],
    ['a range with one unit', '450-500k', [450_000, 500_000]],
    ['a range with one sign', '$450-500k', [450_000, 500_000]],
    ['at least', 'at least 400k', [400_000, null]],
    ['in words', 'half a million', [500_000, 500_000]],
    ['hundreds in words', 'six hundred thousand', [600_000, 600_000]],
    ['a full number', '650000', [650_000, 650_000]],
    ['the budget beside the rent', 'my rent is $2,400 and my budget 500k', [500_000, 500_000]],
  ])('%s', (_name, text, expected) => expect(dollars(text)).toEqual(expected));

  test.each([
    ['45 days'],
    ['5 years'],
    ['a 3-bedroom house'],
    ['91730'],
    ['zip 78704'],
    ['call me at 512-555-0101'],
    ['(512) 555 0101'],
    ['1204 Maple Street'],
    ['30 days perfect'],
    ['nice house'],
    ['2,400 sqft'],
    ['at 10 am'],
    ['12 people'],
    ['we moved in 2019'],
  ])('no money in %j', (text) => expect(dollars(text)).toBeNull());

  test('S08: a bare number counts only when a price was asked for', () => {
    expect(dollars('680')).toBeNull();
    expect(dollars('680', true)).toEqual([680_000, 680_000]);
    expect(dollars('1.2', true)).toEqual([1_200_000, 1_200_000]);
    expect(dollars('30 days', true)).toBeNull();
  });

  test('the span is the words that say it', () => {
    const text = 'our budget is “$450k” or so';
    const read = readMoney(text);
    expect(read && text.slice(read.start, read.end)).toBe('$450k');
  });
});
