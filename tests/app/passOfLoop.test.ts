import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createPassOfLoop } from '../../src/app/passOfLoop.ts';

it('gives each of many a pass of the loop of their own, in their order', async () => {
  const ownPass = createPassOfLoop();
  let passes = 0;
  let isOver = false;
  const counted = (async () => {
    for (; !isOver; passes += 1) await setImmediate();
  })();
  const passOf: number[] = [];
  await Promise.all([0, 1, 2, 3].map(() => ownPass().then(() => passOf.push(passes))));
  isOver = true;
  await counted;
  expect(new Set(passOf).size).toBe(4);
  expect(passOf).toEqual(passOf.toSorted((a, b) => a - b));
});
