import { expect, it } from 'vitest';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { turnDueAt } from '../../../src/features/turns/burst.ts';

/* Costs nothing: a pure function. */

const at = (ms: number): string => new Date(ms).toISOString();
const spoken = (ms: number) => ({ type: 'call-segment', at: at(ms), actor: { kind: 'lead' } }) as Entry;
const written = (ms: number) => ({ type: 'message-created', at: at(ms), actor: { kind: 'visitor' } }) as Entry;

it('words on the phone are read a few lines at a time: after a pause, or twelve seconds, or twelve lines', () => {
  expect(turnDueAt([spoken(0), spoken(1_000)], 1_000)).toBe(5_000);
  expect(turnDueAt([0, 3_000, 6_000, 9_000].map(spoken), 9_000)).toBe(12_000);
  expect(
    turnDueAt(
      Array.from({ length: 12 }, (_, n) => spoken(n * 100)),
      1_100,
    ),
  ).toBe(1_100);
});

it('a message in writing is not kept waiting by what is said meanwhile', () => {
  expect(turnDueAt([spoken(0), written(1_000)], 1_000)).toBe(2_500);
});
