/*
 * The statistics of experiments: numbers in, numbers out. The 95 % interval of a share is `kernel/wilson`, the size of the arms
 * `contract/experimentPlan`.
 */

/** How many of how many. */
export interface Share {
  hits: number;
  of: number;
}

/** A test is significant below this; of several together, so is the chance that any errs. */
export const alpha = 0.05;
/** Below this the arms aren’t split as planned: low, because a mismatch is rare, and each alarm spoils an experiment. */
const skewedBelow = 0.001;
/** An arm that expects fewer is too small for a χ² test (Cochran’s rule). */
const leastExpected = 5;

/**
 * P(|Z| > z) of the standard normal distribution. By its series for small z and its continued fraction beyond (Abramowitz and
 * Stegun, Handbook of Mathematical Functions, 26.2.11 and 26.2.14).
 */
export function twoSided(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x < 3) {
    let [term, sum] = [x, x];
    for (let odd = 3; term > sum * 1e-16; odd += 2) {
      term *= (x * x) / odd;
      sum += term;
    }
    return Math.max(0, 1 - 2 * density * sum);
  }
  let fraction = x;
  for (let step = 120; step > 0; step -= 1) fraction = x + step / fraction;
  return (2 * density) / fraction;
}

/** P(X > value) of the χ² distribution: by recurrence from one or two degrees of freedom (Abramowitz and Stegun, 26.4.8). */
export function chiSquareTail(value: number, freedom: number): number {
  let [p, at] = freedom % 2 === 1 ? [twoSided(Math.sqrt(value)), 1] : [Math.exp(-value / 2), 2];
  let term = at === 1 ? Math.sqrt((2 * value) / Math.PI) * Math.exp(-value / 2) : (value / 2) * Math.exp(-value / 2);
  for (; at < freedom; at += 2) {
    p += term;
    term *= value / (at + 2);
  }
  return p;
}

/** The two-sided p value of two shares being one (z test, pooled); 1 where nothing tells them apart. */
export function compareShares(a: Share, b: Share): number {
  if (a.of === 0 || b.of === 0) return 1;
  const pooled = (a.hits + b.hits) / (a.of + b.of);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.of + 1 / b.of));
  return error === 0 ? 1 : twoSided((a.hits / a.of - b.hits / b.of) / error);
}

/** Holm’s step-down correction: of all tests together, the chance that any errs stays below `alpha`. In the order that was given. */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = pValues.slice();
  let highest = 0;
  for (const [rank, index] of [...pValues.keys()].sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0)).entries()) {
    highest = Math.max(highest, Math.min(1, (pValues.length - rank) * (pValues[index] ?? 1)));
    adjusted[index] = highest;
  }
  return adjusted;
}

/** Whether the leads fell into the arms as their weights say (χ² goodness of fit). */
export function checkSampleRatio(arms: readonly { count: number; weight: number }[]): {
  p: number | null;
  mismatch: boolean;
} {
  const total = arms.reduce((sum, { count }) => sum + count, 0);
  const whole = arms.reduce((sum, { weight }) => sum + weight, 0);
  const expected = arms.map(({ weight }) => (total * weight) / whole);
  if (Math.min(...expected) < leastExpected) return { p: null, mismatch: false };
  const value = arms.reduce((sum, { count }, index) => {
    const of = expected[index] ?? 1;
    return sum + (count - of) ** 2 / of;
  }, 0);
  const p = chiSquareTail(value, arms.length - 1);
  return { p, mismatch: p < skewedBelow };
}
