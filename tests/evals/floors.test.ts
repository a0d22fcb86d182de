import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'vitest';
import { measureChurn } from './churn.ts';
import { readClaims } from './claims/readClaims.ts';
import { measureClaims } from './claims.ts';
import { expectFloors } from './expectFloors.ts';
import { floorFigures } from './fit/measureFit.ts';
import { readAnswers } from './ladder/readAnswers.ts';
import { f1OfAnswers } from './ladder.ts';
import { measureLines } from './lines.ts';
import { measureReading } from './nlu.ts';
import { measureObjections } from './objections/measureClasses.ts';
import type { Share } from './share.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');

const byName = (shares: readonly ({ name: string } & Share)[]): Record<string, Share> =>
  Object.fromEntries(shares.map((share) => [share.name, share]));
const asShare = (value: number): Share => ({ hits: value, of: 1 });

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

test.skipIf(!existsSync(join(data, 'reengagement_cdnow')))(
  'a fitted model of who buys again falls behind no floor',
  () => {
    expectFloors('churn', floorFigures(measureChurn(data, data)));
  },
);

test.skipIf(!existsSync(join(data, 'coaching_objections')))('rules that see resistance fall behind no floor', () => {
  const figures = measureObjections(data).flatMap(({ name, ours, keywords }) => [
    [`${name}, macro-F1`, asShare(ours.macroF1)] as const,
    [`${name}, ahead of keywords`, asShare(ours.macroF1 - keywords.macroF1)] as const,
  ]);
  expectFloors('objections', Object.fromEntries(figures));
});
