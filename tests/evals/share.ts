import { wilson } from '../../src/kernel/wilson.ts';

/** So many of so many. */
export interface Share {
  hits: number;
  of: number;
}

export const shareOf = <T>(among: readonly T[], is: (one: T) => boolean): Share => ({
  hits: among.filter(is).length,
  of: among.length,
});

export const percentOf = ({ hits, of }: Share): string => (of === 0 ? '–' : ((100 * hits) / of).toFixed(1));

/** In 28 characters: the count, the percentage, and its 95 % interval. */
export function tellShare(share: Share): string {
  const { from, to } = wilson(share.hits, share.of);
  const ends = `${(100 * from).toFixed(0)}–${(100 * to).toFixed(0)}`;
  return `${`${share.hits}/${share.of}`.padStart(10)}${`${percentOf(share)} %`.padStart(9)}${ends.padStart(9)}`;
}

/** A goal, as a share from 0 to 1. */
export type Goal = { atLeast: number } | { atMost: number };

export const isReached = ({ hits, of }: Share, goal: Goal): boolean =>
  'atLeast' in goal ? hits >= goal.atLeast * of : hits <= goal.atMost * of;

export function tellGoal(goal: Goal | undefined, share: Share): string {
  if (goal === undefined) return '';
  const words = 'atLeast' in goal ? `≥ ${100 * goal.atLeast} %` : `≤ ${100 * goal.atMost} %`;
  return `  ${words} ${isReached(share, goal) ? 'reached' : 'not reached'}`;
}
