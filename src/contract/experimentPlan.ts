/** The outcomes that an experiment may count, each once for a lead. */
export const experimentMetrics = ['replied', 'appointment'] as const;
export type ExperimentMetric = (typeof experimentMetrics)[number];

export const experimentStates = ['running', 'stopped', 'over'] as const;
export type ExperimentState = (typeof experimentStates)[number];

export const experimentLimits = {
  nameChars: 80,
  leastArms: 2,
  mostArms: 5,
  /** The smallest part of the leads that one arm may get. */
  leastWeight: 0.05,
  leastDays: 1,
  mostDays: 90,
  usualDays: 14,
  /** With fewer, the test that compares the arms doesn’t hold. */
  leastPerArm: 20,
  mostPerArm: 5_000,
  /** Of a brokerage; the oldest go. */
  kept: 100,
} as const;

/** `baseRate`: the share of leads that do it today; `lift`: the smallest difference worth seeing. Both from 0 to 1. */
export interface ExperimentPlan {
  baseRate: number;
  lift: number;
}
export const usualPlan: ExperimentPlan = { baseRate: 0.2, lift: 0.1 };

/** Of the normal distribution, two-sided at 5 % for two arms; for more, at 5 % by the number of their pairs (Bonferroni). */
const criticalByArms: Readonly<Record<number, number>> = { 2: 1.959964, 3: 2.39398, 4: 2.638257, 5: 2.807034 };
/** For a power of 80 %. */
const powerQuantile = 0.841621;

/**
 * How many leads each arm needs, so that a true difference of `lift` is found in 80 % of experiments and none is found in 95 % where there
 * is none: n = (z₁₋α/₂ + z₁₋β)² · (p₁(1 − p₁) + p₂(1 − p₂)) / (p₂ − p₁)², rounded up (Chow, Shao, Wang: Sample Size Calculations in Clinical
 * Research, 2nd edition, 2008, section 4.2.1).
 */
export function leadsPerArm({ baseRate, lift }: ExperimentPlan, arms: number): number {
  const critical = criticalByArms[arms];
  if (critical === undefined) throw new RangeError(`no plan for ${arms} arms`);
  const better = baseRate + lift;
  const variance = baseRate * (1 - baseRate) + better * (1 - better);
  return Math.ceil(((critical + powerQuantile) ** 2 * variance) / lift ** 2);
}
