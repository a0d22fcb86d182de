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
