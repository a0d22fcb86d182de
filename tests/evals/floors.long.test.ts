import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'vitest';
import { expectFloors } from './expectFloors.ts';
import { floorFigures } from './fit/measureFit.ts';
import { measureLeadScoring } from './leadScoring.ts';
import { measureTalks } from './talks/measureTalks.ts';
import { oracleOf } from './talks/oracle.ts';
import { readTalks } from './talks/readTalks.ts';
import { figuresOf } from './talks.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');

test.each(['seen', 'unseen'] as const)('talks without a model fall behind no floor, %s', async (half) => {
  const measured = await measureTalks(readTalks()[half], () => 'offline');
  expectFloors(`talks, offline, ${half}`, Object.fromEntries(figuresOf(measured)));
});

test('talks that are read rightly fall behind no floor', async () => {
  const { seen } = readTalks();
  expectFloors('talks, oracle, seen', Object.fromEntries(figuresOf(await measureTalks(seen, oracleOf))));
});

test.skipIf(!existsSync(join(data, 'lead_scoring')))('a fitted model of leads falls behind no floor', () => {
  expectFloors('lead-scoring', floorFigures(measureLeadScoring(data, data)));
});
