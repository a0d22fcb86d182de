import { expect, test } from 'vitest';
import { createMemoryRateLimits } from '../../../src/adapters/memory/rateLimits.ts';
import { admitPress } from '../../../src/features/llm/admitPress.ts';
import { countSpending, stateAt } from '../../../src/features/llm/spending.ts';
import { holdClock } from '../../support/heldClock.ts';

const hourMs = 3_600_000;

test.each([
  [0, 'well'],
  [49.9, 'well'],
  [50, 'soft'],
  [59.9, 'soft'],
  [60, 'note'],
  [80, 'small'],
  [95, 'rules'],
  [99.9, 'rules'],
  [100, 'off'],
  [250, 'off'],
])('at %f %% of the sum it is %s', (percent, state) => {
  expect(stateAt(percent)).toBe(state);
});

test('each tenant has an hour’s sum, all have one together, and both begin again', async () => {
  const clock = holdClock();
  const spending = countSpending({
    rateLimits: createMemoryRateLimits(clock),
    limits: {
      spendPerTenant: { name: 't', points: 100, perMs: hourMs },
      spendPerHub: { name: 'h', points: 150, perMs: hourMs },
    },
  });
  await spending.charge('a', 60);
  await spending.charge('a', 0);
  expect(await spending.now('a')).toEqual({ hourMicroUsd: 60, stopMicroUsd: 100, state: 'note' });
  expect(await spending.now('b')).toMatchObject({ hourMicroUsd: 0, state: 'well' });
  await spending.charge('b', 61.2);
  // 122 of 150 that all may spend.
  expect(await spending.now('c')).toMatchObject({ hourMicroUsd: 0, state: 'small' });
  await clock.pass(hourMs);
  expect(await spending.now('a')).toMatchObject({ hourMicroUsd: 0, state: 'well' });
});

test('a person presses twenty times an hour, and reads then how long to wait; the playbook is not counted', async () => {
  const clock = holdClock();
  const rateLimits = createMemoryRateLimits(clock);
  const admit = admitPress({ rateLimits, model: { basis: 'model' } });
  for (let n = 0; n < 20; n++) await admit('t', 'ada');
  await clock.pass(hourMs / 2);
  await expect(admit('t', 'ada')).rejects.toMatchObject({
    code: 'QUOTA_EXCEEDED',
    retryAfterMs: hourMs / 2,
    message: 'You have asked Claude 20 times this hour. Ask again in 30 minutes.',
  });
  await admit('t', 'ben');
  await admit('u', 'ada');
  await admitPress({ rateLimits, model: { basis: 'rules' } })('t', 'ada');
  await clock.pass(hourMs / 2);
  await admit('t', 'ada');
});
