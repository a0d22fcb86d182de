import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readClaims } from './claims/readClaims.ts';
import { measureClaims } from './claims.ts';
import { readAnswers } from './ladder/readAnswers.ts';
import { f1OfAnswers } from './ladder.ts';
import { measureLines } from './lines.ts';
import { measureReading } from './nlu.ts';
import { isReached, type Share, tellGoal } from './share.ts';
import { measureLies, measureTalks } from './talks/measureTalks.ts';
import { oracleOf } from './talks/oracle.ts';
import { readTalks } from './talks/readTalks.ts';
import { figuresOf } from './talks.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');

/** A few points under what was measured last: no goals, but what nobody may fall behind unnoticed. Who gets better raises them. */
const floors = z
  .record(
    z.string(),
    z.record(z.string(), z.union([z.object({ atLeast: z.number() }), z.object({ atMost: z.number() })])),
  )
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')));

/** Sums alone: the words may be of the half that nobody reads. */
function expectFloors(name: string, figures: Readonly<Record<string, Share>>): void {
  const fallen = Object.entries(floors[name] ?? {}).flatMap(([figure, floor]) => {
    const share = figures[figure];
    if (share === undefined) return [`${figure}: not measured`];
    return isReached(share, floor) ? [] : [`${figure}: ${share.hits} of ${share.of},${tellGoal(floor, share)}`];
  });
  expect(Object.keys(floors[name] ?? {}).length).toBeGreaterThan(0);
  expect(fallen, name).toEqual([]);
}
const byName = (shares: readonly ({ name: string } & Share)[]): Record<string, Share> =>
  Object.fromEntries(shares.map((share) => [share.name, share]));
const asShare = (value: number): Share => ({ hits: value, of: 1 });

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

test('single lines, claims and answers of models fall behind no floor', () => {
  const lines = measureLines();
  const claims = readClaims();
  const answers = readAnswers();
  for (const half of ['seen', 'unseen'] as const) {
    expectFloors(`lines, ${half}`, lines[half]);
    const { cut, kept } = measureClaims(claims[half], claims.facts);
    expectFloors(`claims, ${half}`, byName([cut, kept]));
    expectFloors(`ladder, ${half}`, { 'all fields': asShare(f1OfAnswers(answers[half])) });
  }
});

test.skipIf(!existsSync(join(data, 'nlu_homes')))('readers without a model fall behind no floor', () => {
  const lines = measureReading(data);
  expectFloors('nlu', Object.fromEntries(lines.map(({ name, value }) => [name.trim(), asShare(value)])));
});
