import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const assets = resolve(import.meta.dirname, '../../dist/client/assets');
const textOf = (ending: string): string =>
  readdirSync(assets)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(resolve(assets, name), 'utf8'))
    .join('\n');
const classesIn = (text: string): Set<string> => new Set(text.match(/\bm_[0-9a-f]{6,}\b/g));

it('every Mantine component on a page has its styles', () => {
  const all = classesIn(readFileSync(createRequire(import.meta.url).resolve('@mantine/core/styles.css'), 'utf8'));
  const styled = classesIn(textOf('.css'));
  const drawn = [...classesIn(textOf('.js'))].filter((name) => all.has(name));
  expect(drawn.length).toBeGreaterThan(20);
  expect(drawn.filter((name) => !styled.has(name))).toEqual([]);
});
