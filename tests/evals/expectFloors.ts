import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';
import { isReached, type Share, tellGoal } from './share.ts';

/**
 * A few points below the last measurement: not goals, but floors below which no change may fall unnoticed. A change
 * that does better raises them.
 */
const floors = z
  .record(
    z.string(),
    z.record(z.string(), z.union([z.object({ atLeast: z.number() }), z.object({ atMost: z.number() })])),
  )
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')));

/** Sums alone: the words may be of the half that nobody reads. */
export function expectFloors(name: string, figures: Readonly<Record<string, Share>>): void {
  const fallen = Object.entries(floors[name] ?? {}).flatMap(([figure, floor]) => {
    const share = figures[figure];
    if (share === undefined) return [`${figure}: not measured`];
    return isReached(share, floor) ? [] : [`${figure}: ${share.hits} of ${share.of},${tellGoal(floor, share)}`];
  });
  expect(Object.keys(floors[name] ?? {}).length).toBeGreaterThan(0);
  expect(fallen, name).toEqual([]);
}
