import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { tasks } from '../../src/app/tasks.ts';

/** Name, version, and the first letters of a hash of the words and of the shape that is asked for. */
const printed = tasks.map(({ name, version, system, schema }) => {
  const shape = schema === null ? '' : JSON.stringify(z.toJSONSchema(schema));
  return `${name} ${version} ${createHash('sha256')
    .update(system + shape)
    .digest('hex')
    .slice(0, 12)}`;
});

test('a prompt changes only with its version, so that the ledger tells which words cost what', () => {
  expect(printed).toEqual([
    'coach 19 483742a27ce8',
    'qualify 4 b36e5853674f',
    'ask 4 d5ca453c612a',
    'recap 2 faeb809f4541',
    'narrate 4 5e84c10f51b7',
    'report 1 54e84a7de462',
    'translation 2 260a1b44a525',
    'script 2 4febb2c3af83',
    'speak 16 d85c63bb9a39',
    'vet 2 4a56660937e7',
    'understand 13 60541c8edada',
  ]);
});

test('each task has a name of its own, a bound, and less time than anybody waits', () => {
  expect(new Set(tasks.map(({ name }) => name)).size).toBe(tasks.length);
  for (const { name, maxTokens, timeoutMs } of tasks) {
    expect(name).toMatch(/^[a-z]+$/);
    expect(maxTokens).toBeLessThanOrEqual(2_400);
    expect(timeoutMs).toBeLessThanOrEqual(60_000);
  }
});
