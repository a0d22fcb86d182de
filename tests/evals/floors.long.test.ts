import { test } from 'vitest';
import { expectFloors } from './expectFloors.ts';
import { measureTalks } from './talks/measureTalks.ts';
import { oracleOf } from './talks/oracle.ts';
import { readTalks } from './talks/readTalks.ts';
import { figuresOf } from './talks.ts';

test.each(['seen', 'unseen'] as const)('talks without a model fall behind no floor, %s', async (half) => {
  const measured = await measureTalks(readTalks()[half], () => 'offline');
  expectFloors(`talks, offline, ${half}`, Object.fromEntries(figuresOf(measured)));
});

test('talks that are read rightly fall behind no floor', async () => {
  const { seen } = readTalks();
  expectFloors('talks, oracle, seen', Object.fromEntries(figuresOf(await measureTalks(seen, oracleOf))));
});
