import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { attacks } from './attacks.ts';

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8');
const shown = attacks.filter((attack) => 'shownBy' in attack);

it('each of the 88 attacks is listed once', () => {
  expect(attacks.map(({ id }) => id)).toEqual(Array.from({ length: 88 }, (_, at) => `S${at + 1}`));
});

it('every attack that is held off is named by a test of its file', () => {
  const unnamed = shown.filter(({ id, shownBy }) => !new RegExp(`\\b${id}\\b`).test(read(shownBy)));
  expect(unnamed.map(({ id, shownBy }) => `${id} ${shownBy}`)).toEqual([]);
});

it('every guard that a proof takes out stands exactly once in its file', () => {
  const wrong = shown.flatMap(({ id, failsWithout }) =>
    failsWithout.filter(({ file, guard }) => read(file).split(guard).length !== 2).map(({ file }) => `${id} ${file}`),
  );
  expect(wrong).toEqual([]);
  expect(shown.filter(({ failsWithout }) => failsWithout.length === 0)).toEqual([]);
});
