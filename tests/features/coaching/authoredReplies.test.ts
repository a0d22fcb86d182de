import { expect, test } from 'vitest';
import { situations } from '../../../src/features/coaching/situations.ts';
import { mayBeSaid } from '../../../src/features/composing/mayBeSaid.ts';

// A reply that the checks refuse is dropped without a word, and the agent sees no button.
test('every reply that the coach offers by rule passes the checks of words to be said', () => {
  const passes = mayBeSaid({ language: 'en', homes: [], shelf: [], said: [] });
  const replies = situations.flatMap(({ reply }) => (reply === null ? [] : [reply]));
  expect(replies.length).toBeGreaterThan(8);
  const refused = replies.flatMap((reply) => reply.match(/[^.?!]+[.?!]/g) ?? []).filter((one) => !passes(one.trim()));
  expect(refused).toEqual([]);
});

test('an agent is handed figures that follow from sums as people speak them, and no others', () => {
  const said = [
    'We saw the Arroyo house for six ninety.',
    'And this one is six forty-five.',
    'Tenemos cuarenta y cinco mil',
  ];
  const passes = mayBeSaid({ language: 'en', homes: [], shelf: [], said });
  expect(passes('So it’s $45,000 between the two of them.')).toBe(true);
  expect(passes('$45,000 is about 7% of $645,000.')).toBe(true);
  expect(passes('So it’s $60,000 between the two of them.')).toBe(false);
  expect(passes('The one on Arroyo went for $710,000.')).toBe(false);
  const inDigits = mayBeSaid({
    language: 'en',
    homes: [],
    shelf: [],
    said: ['It is 645k and we have 250 down', 'The 401 was jammed'],
  });
  expect(inDigits('That leaves $395,000.')).toBe(true);
  expect(inDigits('It went for $401,000.')).toBe(false);
  const apart = mayBeSaid({ language: 'en', homes: [], shelf: [], said: ['They want 585k', 'The bank says 560k'] });
  expect(apart('Halfway is $572,500, and half of the gap is $12,500.')).toBe(true);
  expect(apart('Halfway is $700,000.')).toBe(false);
});

test('a word such as “middle” opens only the mean of two sums, and “half” only a sum of its own clause', () => {
  const apart = mayBeSaid({ language: 'en', homes: [], shelf: [], said: ['They want 585k', 'The bank says 560k'] });
  const entre = mayBeSaid({ language: 'es', homes: [], shelf: [], said: ['Piden 585 mil', 'El banco dice 560 mil'] });
  expect(apart('In the middle, that’s $572,500.')).toBe(true);
  expect(apart('The middle of $585,000 and $560,000 is $572,500.')).toBe(true);
  expect(apart('You could meet them halfway, at $572,500.')).toBe(true);
  expect(entre('A medio camino quedan $572,500.')).toBe(true);
  expect(apart('In the middle, that’s $292,500.')).toBe(false);
  expect(apart('One in the middle of the block went for $572,500.')).toBe(false);
  expect(apart('It has a half bath, and one like it went for $280,000.')).toBe(false);
  expect(entre('Por medio del equipo la dejan en $280,000.')).toBe(false);
});
