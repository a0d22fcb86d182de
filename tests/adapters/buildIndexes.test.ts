import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

/* Costs about 0.05 s: reads the files of the MongoDB stores. */

const folder = resolve(import.meta.dirname, '../../src/adapters/mongo');

it('every collection of every store is made with its indexes before the first write', () => {
  const models = readdirSync(folder).flatMap((file) =>
    [...readFileSync(resolve(folder, file), 'utf8').matchAll(/const (\w+) = modelOf\(/g)].map(([, name]) => name),
  );
  const built = readFileSync(resolve(folder, 'buildIndexes.ts'), 'utf8').split('const models = [')[1] ?? '';
  expect(models.length).toBeGreaterThan(40);
  expect(models.filter((name) => !built.includes(`    ${name},\n`))).toEqual([]);
});
