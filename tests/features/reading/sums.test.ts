import { describe, expect, test } from 'vitest';
import { readOwed } from '../../../src/features/reading/numbers/readOwed.ts';
import { correctsSum, isLoneSum, readOwnSum } from '../../../src/features/reading/numbers/readOwnSum.ts';

describe('a loan on the home', () => {
  test.each([
    ['we owe 300k on the mortgage', 30_000_000],
    ['I still owe about $210,000', 21_000_000],
    ['the mortgage is 180k', 18_000_000],
    ['debemos 200 mil', 20_000_000],
    ['I owe you one', null],
    ['we hope for 650k', null],
  ])('"%s" is %s left to pay', (text, cents) => {
    expect(readOwed(text).balance?.value.maxCents ?? null).toBe(cents);
  });

  test.each([
    ['we owe more than it is worth', true],
    ['we owe 300k, more than the house is worth', true],
    ['I am underwater on this one', true],
    ['we own more than one home', false],
    ['it is worth more than we owe', false],
  ])('"%s" is more than the home is worth: %s', (text, isUnder) => {
    expect(readOwed(text).isUnder !== null).toBe(isUnder);
  });
});

describe('a sum of their own', () => {
  test.each([
    ['maybe 350?', true],
    ['idk, 400', true],
    ['400 or 450', true],
    ['350 Oak Street', false],
    ['we pay 350 a month', false],
  ])('"%s" is a price in thousands and nothing else: %s', (text, isLone) => {
    expect(isLoneSum(text)).toBe(isLone);
  });

  test.each([
    ['make it 450', true],
    ['no wait, 400', true],
    ['mejor 380', true],
    ['450 sounds good', false],
  ])('"%s" puts a sum right: %s', (text, corrects) => {
    expect(correctsSum(text)).toBe(corrects);
  });

  test.each([
    ['would they take 600k?', false, null],
    ['why is it listed for 900k?', false, null],
    ['anything for 500k?', false, 50_000_000],
    ['would you list it at 900k?', true, null],
    ["I'd like 700k, is that realistic?", true, 70_000_000],
    ['Why is it listed at 900k? I would pay 700k.', false, 70_000_000],
  ])('"%s", said by a seller: %s, names %s as their own', (text, seller, cents) => {
    const sum = readOwnSum(text, { bare: false, seller })?.value;
    expect(sum?.maxCents ?? sum?.minCents ?? null).toBe(cents);
  });
});
