import { expect, it } from 'vitest';
import { farther } from '../../src/kernel/farther.ts';

it('looks as far as they lie apart so far, and half again', () => {
  expect(farther(10, { found: 10, wanted: 20 })).toBe(30);
  expect(farther(10, { found: 20, wanted: 20 })).toBe(15);
});

it('looks at most four times as far, however few were found', () => {
  for (const found of [0, 1]) expect(farther(10, { found, wanted: 1_000 })).toBe(40);
});
