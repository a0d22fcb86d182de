import { expect, test } from 'vitest';
import type { StrategyName } from '../../../src/contract/coaching.ts';
import type { Experiment } from '../../../src/features/experiments/model.ts';
import { countArms, readingOf } from '../../../src/features/experiments/readingOf.ts';

/* Arithmetic: no time to speak of. */

const dayMs = 86_400_000;
const experimentOf = (...strategies: StrategyName[]): Experiment => ({
  ...{ id: 'e1', tenantId: 't1', name: 'Facts or feelings', metric: 'replied', minimumPerArm: 100, salt: 's' },
  arms: strategies.map((strategy) => ({ strategy, weight: 1 / strategies.length })),
  plan: { baseRate: 0.2, lift: 0.1 },
  ...{ startedAt: 0, endsAt: 14 * dayMs, stoppedAt: null, by: { id: 'p', name: 'Maya' } },
});
const two = experimentOf('empathetic', 'analytical');
const count = (exposed: number, outcomes: number) => ({ exposed, outcomes, optOuts: 0, complaints: 0 });
const atEnd = { now: 14 * dayMs, complete: true };

test('before its planned end nothing is compared, however clear it looks', () => {
  const counts = [count(400, 200), count(400, 20)];
  expect(readingOf(two, counts, { now: 13.5 * dayMs, complete: true })).toMatchObject({
    ...{ state: 'running', verdict: 'early', comparisons: null, winner: null },
    says: expect.stringMatching(/^Enough leads\. The result comes when the planned time is over, in a day/),
  });
  expect(readingOf(two, [count(12, 6), count(12, 1)], { now: 3 * dayMs, complete: true }).says).toBe(
    'Too early to tell: 12 of 100 leads in each group, and 11 days left.',
  );
  expect(readingOf(two, [count(12, 6), count(15, 1)], { now: 13.5 * dayMs, complete: true }).says).toBe(
    'Too early to tell: 12 of 100 leads in the smallest group, and one day left.',
  );
});

test('at its end with too few leads, or while some are still to be counted, nothing is compared', () => {
  expect(readingOf(two, [count(99, 50), count(120, 5)], atEnd)).toMatchObject({
    ...{ state: 'over', verdict: 'few', comparisons: null, winner: null },
    says: 'Too few to tell: it ended with 99 of 100 leads in the smallest group.',
  });
  expect(readingOf(two, [count(200, 100), count(200, 5)], { ...atEnd, complete: false })).toMatchObject({
    ...{ verdict: 'counting', comparisons: null },
  });
});

test('a split that isn’t as planned blocks the reading, also at the end', () => {
  expect(readingOf(two, [count(300, 150), count(180, 10)], atEnd)).toMatchObject({
    ...{ verdict: 'skewed', comparisons: null, winner: null, sampleRatio: { mismatch: true } },
  });
});

test('a difference that chance explains names no winner', () => {
  expect(readingOf(two, [count(300, 66), count(290, 58)], atEnd)).toMatchObject({
    ...{ verdict: 'tie', winner: null },
    says: 'No group did clearly better: chance alone makes differences like this.',
    comparisons: [{ strategy: 'empathetic', other: 'analytical', significant: false }],
  });
});

test('of three, the winner is better than each other one; better than one alone is not enough', () => {
  const three = experimentOf('empathetic', 'analytical', 'assertive');
  const clear = readingOf(three, [count(300, 60), count(300, 60), count(300, 120)], atEnd);
  expect(clear).toMatchObject({ verdict: 'winner', winner: 'assertive', says: 'Assertive did better.' });
  expect(clear.comparisons).toHaveLength(3);
  const close = readingOf(three, [count(300, 60), count(300, 112), count(300, 120)], atEnd);
  expect(close).toMatchObject({ verdict: 'tie', winner: null });
  expect(close.says).toBe('No one group did clearly better than every other.');
  expect(close.comparisons?.map(({ significant }) => significant)).toEqual([true, true, false]);
});

test('every lead counts once in its own arm', () => {
  const none = { through: 1, outcomeAt: null, optedOutAt: null, complainedAt: null };
  const exposures = [
    { strategy: 'empathetic' as const, counted: { ...none, outcomeAt: 5 } },
    { strategy: 'empathetic' as const, counted: { ...none, optedOutAt: 6 } },
    { strategy: 'analytical' as const, counted: { ...none, complainedAt: 7 } },
  ];
  expect(countArms(two.arms, exposures)).toEqual([
    { exposed: 2, outcomes: 1, optOuts: 1, complaints: 0 },
    { exposed: 1, outcomes: 0, optOuts: 0, complaints: 1 },
  ]);
});
