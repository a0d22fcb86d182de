import { expect, test } from 'vitest';
import { expectFloors } from './expectFloors.ts';
import { measureLies, measureTalks } from './talks/measureTalks.ts';
import { oracleOf } from './talks/oracle.ts';
import { readTalks } from './talks/readTalks.ts';
import { figuresOf } from './talks.ts';

test.each(['seen', 'unseen'] as const)('talks without a model fall behind no floor, %s', async (half) => {
  const measured = await measureTalks(readTalks()[half], () => 'offline');
  expectFloors(`talks, offline, ${half}`, Object.fromEntries(figuresOf(measured)));
});

test('talks that are read rightly fall behind no floor', async () => {
  const { seen } = readTalks();
  const measured = Object.fromEntries(figuresOf(await measureTalks(seen, oracleOf)));
  const lies = await measureLies(seen);
  // None told, none held back: that would prove nothing.
  expect(lies.of).toBeGreaterThan(30);
  expectFloors('talks, oracle, seen', { ...measured, 'false sentences that passed': lies });
});
