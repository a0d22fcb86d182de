import { describe, expect, test } from 'vitest';
import { readOwed } from '../../../src/features/bots/seller/owed.ts';
import { alertsOf, usd, watched } from './expectations.ts';
import { answerIn } from './play.ts';

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

  test('S23: is kept as what is owed, never as the price, and being underwater is told to the team without an end to the questions', () => {
    const chat = watched();
    for (const text of ['I want to sell my house', '12 Oak Street']) chat.visitor(text);
    const result = chat.visitor('honestly we owe 300k, more than it is worth');
    expect(answerIn(chat.state, 'mortgageBalance')).toEqual(usd(30_000_000, 30_000_000));
    expect(answerIn(chat.state, 'price')).toBeUndefined();
    expect(answerIn(chat.state, 'motivation')).toBe('financial');
    expect(alertsOf(result)).toEqual(['legal-sensitive']);
    expect([chat.state.mode, chat.state.asked?.question]).toEqual(['bot', 'timeline']);
    for (const text of ['yes', 'great condition', 'we still owe 290k, and want 350k']) chat.visitor(text);
    expect(answerIn(chat.state, 'price')).toEqual(usd(35_000_000, 35_000_000));
    expect(answerIn(chat.state, 'mortgageBalance')).toEqual(usd(29_000_000, 29_000_000));
  });
});
