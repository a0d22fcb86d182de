import { describe, expect, test } from 'vitest';
import { readMoney } from '../../../src/features/reading/numbers/readMoney.ts';

const k = (from: number | null, to: number | null) => [from, to];
const said = (text: string, bare = false) => {
  const read = readMoney(text, { bare });
  const thousands = (cents: number | null) => (cents === null ? null : cents / 100_000);
  return read ? k(thousands(read.value.minCents), thousands(read.value.maxCents)) : null;
};

describe('sums as people say them', () => {
  test.each([
    ['four hundred fifty thousand', k(450, 450)],
    ['three hundred and twenty-five grand', k(325, 325)],
    ['half a million', k(500, 500)],
    ['a quarter million', k(250, 250)],
    ['between three and four hundred thousand', k(300, 400)],
    ['two fifty to three hundred thousand', k(250, 300)],
    ['4-500k', k(400, 500)],
    ['1 to 1.5 million', k(1000, 1500)],
    ['low 400s', k(400, 435)],
    ['in the mid fours', k(435, 465)],
    ['low to mid 400s', k(400, 465)],
    ['low 400s to mid 500s', k(400, 565)],
    ['unos cuatrocientos mil', k(400, 400)],
    ['entre 300 y 350', k(300, 350)],
    ['entre trescientos y trescientos cincuenta mil', k(300, 350)],
    ['un millón doscientos mil', k(1200, 1200)],
    ['up to four fifty', k(null, 450)],
    ['nothing over 450k', k(null, 450)],
    ['north of 800k', k(800, null)],
    ['upwards of 2 million', k(2000, null)],
    ['max price 675000, min 3 beds', k(null, 675)],
    ['from $1.2M up to $1.6M', k(1200, 1600)],
    ['over 350 and below 450 thousand', k(350, 450)],
    ['450k, not 400k', k(450, 450)],
    ['not 400k, 450k', k(450, 450)],
    ['I said 400k but meant 450k', k(450, 450)],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test.each([
    ['four fifty', k(450, 450)],
    ['3-400', k(300, 400)],
    ['cuatrocientos cincuenta', k(450, 450)],
    ['450 instead of 400', k(450, 450)],
    ['350ish', k(350, 350)],
  ])('as an answer to the question for a price: %s', (text, expected) => expect(said(text, true)).toEqual(expected));

  test.each([
    'nineteen ninety',
    'three or four bedrooms',
    'two thousand square feet',
    'four fifty',
    'a few',
    'the fours',
  ])('no price by itself: %s', (text) => expect(said(text)).toBeNull());
});
