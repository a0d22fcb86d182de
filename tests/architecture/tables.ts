import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const readme = readFileSync(resolve(import.meta.dirname, '../../src/README.md'), 'utf8');

/** The rows of the table under a heading of the page on the house, cells as written. */
export function table(heading: string): string[][] {
  const [, after = ''] = readme.split(`## ${heading}\n`);
  const [block = ''] = after.split('\n\n', 1);
  return block
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The code words in a cell. */
export const codes = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
