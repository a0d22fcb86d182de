/** Known facts, as a model reads them. Costs: milliseconds. */
import { expect, test } from 'vitest';
import { knownWords } from '../../../src/features/turns/knownWords.ts';

test.each([
  [{ minDays: 0, maxDays: 14 }, 'within 14 days'],
  [{ minDays: 30, maxDays: 60 }, 'in 30 to 60 days'],
  [{ minDays: 90, maxDays: null }, 'in 90 days or later'],
  [['one-story', 'office'], 'one-story; office'],
  [{ minCents: null, maxCents: 46_000_000, currency: 'USD' }, '$460000'],
  ['Hyde Park', 'Hyde Park'],
])('%j is told as “%s”', (value, words) => expect(knownWords(value)).toBe(words));
