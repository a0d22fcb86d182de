import { describe, expect, test } from 'vitest';
import { leavesBuying, leavesSelling } from '../../../src/features/reading/dialogue/readSideLeft.ts';
import { readWhichFirst, sideNamedFirst } from '../../../src/features/reading/dialogue/readWhichFirst.ts';
import {
  likesHome,
  mayBeWish,
  namesBound,
  needsSomething,
  plansToPay,
  rentsNow,
} from '../../../src/features/reading/person/readBuyerSigns.ts';
import { asksWhatItBrings, hasHome, partsWithHome } from '../../../src/features/reading/person/readOwnerSigns.ts';

describe('signs that a home is theirs', () => {
  test.each([
    [hasHome, 'my old house on Elm', true],
    [hasHome, "my mom's place", true],
    [hasHome, 'nuestra casa', true],
    [hasHome, 'my work from home', false],
    [hasHome, 'the house is nice', false],
    [partsWithHome, 'we are behind on our mortgage', true],
    [partsWithHome, 'the house is too much for us', true],
    [partsWithHome, 'make me an offer', true],
    [partsWithHome, 'we have 3 rentals we might unload', true],
    [partsWithHome, 'do you have foreclosures?', false],
    [asksWhatItBrings, "I'd want about 900k, what is it worth?", true],
    [asksWhatItBrings, 'what is it worth?', false],
  ])('%o of "%s": %s', (reads, text, is) => {
    expect(reads(text)).toBe(is);
  });
});

describe('signs that a home is looked for', () => {
  test.each([
    [plansToPay, 'our down payment is small', true],
    [plansToPay, "he's got a va loan", true],
    [plansToPay, 'a loan on my house', false],
    [namesBound, '700 tops', true],
    [namesBound, '700', false],
    [rentsNow, 'we rent and our lease is up in March', true],
    [rentsNow, 'we rent it out', false],
    [likesHome, 'my husband and I love this place', true],
    [likesHome, 'nos encanta esta casa', true],
    [likesHome, 'I like the area', false],
    [needsSomething, 'something with a pool', true],
    [needsSomething, 'it has a pool', false],
    [mayBeWish, 'a condo downtown', true],
    [mayBeWish, 'downtown', false],
  ])('%o of "%s": %s', (reads, text, is) => {
    expect(reads(text)).toBe(is);
  });
});

describe('buying and selling in one talk', () => {
  test.each([
    [leavesSelling, 'we no longer want to sell, we would buy', true],
    [leavesSelling, 'I would rather buy', true],
    [leavesSelling, 'and I want to buy a condo too', false],
    [leavesBuying, "we don't want to buy any more, we sell", true],
    [leavesBuying, 'I also have a house to sell', false],
  ])('%o of "%s": %s', (leaves, text, is) => {
    expect(leaves(text)).toBe(is);
  });

  test.each([
    ['Do we sell first or buy first?', null],
    ['sell my house before I can buy', 'sell'],
    ['buy a place before we sell ours', 'buy'],
    ['primero comprar y luego vender', null],
    ['vender mi casa antes de comprar', 'sell'],
    ['buy and sell', null],
  ])('"%s" puts %s first', (text, first) => {
    expect(readWhichFirst(text)).toBe(first);
  });

  test.each([
    ['the sale, then the purchase', 'sell'],
    ['buy, then sell', 'buy'],
    ['the sale', null],
  ])('"%s" names %s first', (text, first) => {
    expect(sideNamedFirst(text)).toBe(first);
  });
});
