const spare = 1.5;
const mostTimes = 4;

/**
 * How far to look in all to find `wanted`, when looking as far as `looked` found fewer: as far as they lie apart so far, and half
 * again, because they lie unevenly; at most four times as far, because few found tell little.
 */
export const farther = (looked: number, { found, wanted }: { found: number; wanted: number }): number =>
  looked * Math.min(mostTimes, (wanted / Math.max(found, 1)) * spare);
