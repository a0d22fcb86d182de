import { describe, expect, test } from 'vitest';
import { leadsPerArm } from '../../../src/contract/experimentPlan.ts';
import {
  alpha,
  checkSampleRatio,
  chiSquareTail,
  compareShares,
  holm,
  twoSided,
} from '../../../src/features/experiments/statistics.ts';
import { wilson } from '../../../src/kernel/wilson.ts';

/* Arithmetic, and 10,000 simulated experiments: a second in all. */

describe('the tails of the distributions', () => {
  // Of the standard tables: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1.
  test.each([
    [0, 1],
    [1, 0.3173105079],
    [1.644853627, 0.1],
    [1.959963985, 0.05],
    [2.575829304, 0.01],
    [3, 0.002699796],
    [3.290526731, 0.001],
    [6, 1.973175e-9],
  ])('beyond ±%d the normal distribution has %d', (z, p) => {
    expect(Math.abs(twoSided(z) / p - 1)).toBeLessThan(1e-6);
    expect(twoSided(-z)).toBe(twoSided(z));
  });

  // The upper critical values of χ² (the same handbook, 1.3.6.7.4).
  test.each([
    [3.841, 1, 0.05],
    [10.828, 1, 0.001],
    [5.991, 2, 0.05],
    [13.816, 2, 0.001],
    [7.815, 3, 0.05],
    [16.266, 3, 0.001],
    [9.488, 4, 0.05],
    [18.467, 4, 0.001],
  ])('beyond %d χ² with %i degrees of freedom has %d', (value, freedom, p) => {
    expect(Math.abs(chiSquareTail(value, freedom) / p - 1)).toBeLessThan(1e-3);
  });
});

describe('shares', () => {
  test('have Wilson’s interval: 7 of 10 is 0.397 to 0.892', () => {
    const { from, to } = wilson(7, 10);
    expect([from.toFixed(3), to.toFixed(3)]).toEqual(['0.397', '0.892']);
  });

  test('are compared by the pooled z test, and shares that nothing tells apart are one', () => {
    // R: prop.test(c(15, 25), c(50, 50), correct = FALSE) has χ² = 4.1667 and p = 0.04123.
    expect(compareShares({ hits: 15, of: 50 }, { hits: 25, of: 50 })).toBeCloseTo(0.04123, 5);
    expect(compareShares({ hits: 0, of: 50 }, { hits: 0, of: 50 })).toBe(1);
    expect(compareShares({ hits: 50, of: 50 }, { hits: 50, of: 50 })).toBe(1);
    expect(compareShares({ hits: 0, of: 0 }, { hits: 10, of: 50 })).toBe(1);
    // The dashboard that started this: 84.3 % of 42 and 78.5 % of 45 are the same as far as anybody can tell.
    expect(compareShares({ hits: 0.843 * 42, of: 42 }, { hits: 0.785 * 45, of: 45 })).toBeCloseTo(0.49, 2);
  });

  test('several at once are corrected by Holm, in the order given, and never beyond one', () => {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
    expect(holm([0.01, 0.04, 0.03, 0.005]).map((p) => p.toFixed(2))).toEqual(['0.03', '0.06', '0.06', '0.02']);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([0.04])).toEqual([0.04]);
    expect(holm([])).toEqual([]);
  });
});

describe('the split of the leads', () => {
  test('that is not as planned is seen: 55 to 45 of 2,000, and none in one of three arms', () => {
    const halves = (a: number, b: number) =>
      checkSampleRatio([
        { count: a, weight: 0.5 },
        { count: b, weight: 0.5 },
      ]);
    expect(halves(1100, 900)).toMatchObject({ mismatch: true });
    expect(halves(1010, 990)).toMatchObject({ mismatch: false });
    expect(halves(1010, 990).p).toBeCloseTo(0.6547, 4);
    const thirds = [40, 0, 38].map((count) => ({ count, weight: 1 / 3 }));
    expect(checkSampleRatio(thirds).mismatch).toBe(true);
    expect(
      checkSampleRatio([
        { count: 90, weight: 0.9 },
        { count: 10, weight: 0.1 },
      ]),
    ).toEqual({ p: 1, mismatch: false });
  });

  test('is not judged while there are too few', () => {
    expect(
      checkSampleRatio([
        { count: 9, weight: 0.5 },
        { count: 0, weight: 0.5 },
      ]),
    ).toEqual({ p: null, mismatch: false });
    expect(
      checkSampleRatio([
        { count: 0, weight: 0.5 },
        { count: 0, weight: 0.5 },
      ]),
    ).toEqual({ p: null, mismatch: false });
  });
});

test.each([
  [0.2, 0.05, 2, 1_091],
  [0.2, 0.1, 2, 291],
  [0.1, 0.03, 2, 1_772],
  [0.3, 0.05, 2, 1_374],
])('where %d do it today, a difference of %d takes %i arms of %i leads', (baseRate, lift, arms, leads) => {
  expect(leadsPerArm({ baseRate, lift }, arms)).toBe(leads);
});

test('more arms take more leads each, for more pairs are compared', () => {
  const sizes = [2, 3, 4, 5].map((arms) => leadsPerArm({ baseRate: 0.2, lift: 0.1 }, arms));
  expect(sizes).toEqual([291, 388, 449, 493]);
});

/** A small generator with a seed (Mulberry32), so that the runs are the same each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Of 10,000 experiments, the share that finds some difference between arms of `leads` each, with these true rates. */
function foundIn(rates: readonly number[], leads: number): number {
  const random = seeded(20_261_127);
  const pairs = rates.flatMap((_, a) => rates.slice(a + 1).map((__, more) => [a, a + 1 + more] as const));
  let found = 0;
  for (let run = 0; run < 10_000; run += 1) {
    const arms = rates.map((rate) => {
      let hits = 0;
      for (let lead = 0; lead < leads; lead += 1) if (random() < rate) hits += 1;
      return { hits, of: leads };
    });
    const none = { hits: 0, of: 0 };
    const p = holm(pairs.map(([a, b]) => compareShares(arms[a] ?? none, arms[b] ?? none)));
    if (p.some((one) => one < alpha)) found += 1;
  }
  return found / 10_000;
}

/** Three standard errors of a share of 10,000 runs. */
const monteCarlo = (share: number): number => 3 * Math.sqrt((share * (1 - share)) / 10_000);

test('of 10,000 experiments between equal arms, read once at their end, no more than 5 % name a difference', () => {
  expect(foundIn([0.2, 0.2], 291)).toBeLessThan(alpha + monteCarlo(alpha));
  expect(foundIn([0.2, 0.2, 0.2], 291)).toBeLessThan(alpha + monteCarlo(alpha));
});

test('looked at twenty times on the way, more than one in five would: so there is nothing to look at before the end', () => {
  const random = seeded(7);
  let wrong = 0;
  for (let run = 0; run < 2_000; run += 1) {
    const [a, b] = [
      { hits: 0, of: 0 },
      { hits: 0, of: 0 },
    ];
    let named = false;
    for (let lead = 0; lead < 2_000 && !named; lead += 1) {
      for (const arm of [a, b]) {
        arm.of += 1;
        if (random() < 0.2) arm.hits += 1;
      }
      named = (lead + 1) % 100 === 0 && compareShares(a, b) < alpha;
    }
    if (named) wrong += 1;
  }
  expect(wrong / 2_000).toBeGreaterThan(0.2);
});

test('of 10,000 experiments with the planned difference, eight in ten find it', () => {
  expect(Math.abs(foundIn([0.2, 0.3], 291) - 0.8)).toBeLessThan(0.02);
});
