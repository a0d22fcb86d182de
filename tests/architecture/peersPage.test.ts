import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(resolve(root, 'docs/peers.md'), 'utf8');
/** The rows of the tables that compare: the feature, ours, and the four of others. */
const rows = [...page.matchAll(/^\| (?!\|)(.+) \|$/gm)]
  .map((row) => (row[1] ?? '').split(' | '))
  .filter((cells) => cells.length === 6);

describe('the page on peers', () => {
  it('has a test that exists for each of our answers, or the decision that says why not', () => {
    const tests = [...page.matchAll(/`([\w/.]+\.test\.ts)`/g)].map((match) => match[1] ?? '');
    expect(rows.length).toBeGreaterThan(40);
    expect(tests.filter((path) => !existsSync(resolve(root, 'tests', path)))).toEqual([]);
    const ours = rows.map(([what, answer]) => [what, answer ?? ''] as const);
    expect(ours.filter(([, answer]) => !/^yes .*\.test\.ts`|0009-left-to-later\.md/.test(answer))).toEqual([]);
  });

  it('has a source for each answer of theirs', () => {
    const theirs = rows.flatMap(([what, , ...cells]) => cells.map((cell) => [what, cell] as const));
    expect(theirs.filter(([, cell]) => !/^(yes|partly|no) \[|^not found$/.test(cell))).toEqual([]);
    const named = new Set([...page.matchAll(/\[([CIFZ]\d+)\](?!:)/g)].map((match) => match[1]));
    const given = new Set([...page.matchAll(/^\[([CIFZ]\d+)\]: https:/gm)].map((match) => match[1]));
    expect(given).toEqual(named);
  });
});
