import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../../../..', path), 'utf8');

test('each scenario that the decision lists as changed is among the scenarios that are played', () => {
  const rows = [...read('docs/decisions/0001-scenarios-that-changed.md').matchAll(/^\| ([SBLC]\d+)[^|]*\|(.*)\|$/gm)];
  expect(rows.length).toBeGreaterThanOrEqual(11);
  const played = read('tests/fixtures/scenarios.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { id: string }).id);
  for (const [, id = '', cells = ''] of rows) {
    expect(
      played.some((one) => one.startsWith(id)),
      id,
    ).toBe(true);
    expect(cells.split('|').every((cell) => cell.trim() !== '')).toBe(true);
  }
});

test('a visitor who is met with sympathy in a scenario is asked nothing, and the team hears of it', () => {
  const scenarios = read('tests/fixtures/scenarios.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; ends: { asked: string | null }; alerts: string[] });
  const distressed = scenarios.filter(({ alerts }) =>
    alerts.some((alert) => /^distress:(?:grief|separation|money-trouble)/.test(alert)),
  );
  expect(distressed.map(({ id }) => id)).toEqual(expect.arrayContaining(['S23', 'S24', 'S25']));
  expect(distressed.filter(({ ends }) => ends.asked !== null)).toEqual([]);
});
