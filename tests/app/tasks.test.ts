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
    'coach 13 10260303cbb3',
    'qualify 3 f3955e0e7838',
    'ask 3 77b539a11267',
    'recap 1 de25e9ea015d',
    'narrate 3 065a5246ae1a',
    'report 1 54e84a7de462',
    'translation 1 09ba5cd4c2bc',
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
