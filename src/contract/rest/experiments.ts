import { z } from 'zod';
import { strategyName } from '../coaching.ts';
import { experimentLimits, experimentMetrics, experimentStates, usualPlan } from '../experimentPlan.ts';
import { id, isoTime, person, personText } from '../values.ts';

const { leastArms, mostArms, leastWeight, leastDays, mostDays, usualDays, leastPerArm, mostPerArm } = experimentLimits;
const metric = z.enum(experimentMetrics);
const count = z.number().int();
const plan = z.strictObject({ baseRate: z.number().min(0.01).max(0.98), lift: z.number().min(0.01).max(0.5) });

/**
 * `weights`: each strategy’s part of the leads, in the same order, together 1; without them equal parts. `plan`: what each arm’s size is worked
 * out from. `minimumPerArm`: without it, what the plan asks for.
 */
export const experimentRequest = z
  .strictObject({
    name: personText(experimentLimits.nameChars),
    strategies: z.array(strategyName).min(leastArms).max(mostArms),
    weights: z.array(z.number().min(leastWeight).max(1)).max(mostArms).optional(),
    metric,
    plan: plan.refine(({ baseRate, lift }) => baseRate + lift <= 0.99, { path: ['lift'] }).default(usualPlan),
    minimumPerArm: count.min(leastPerArm).max(mostPerArm).optional(),
    days: count.min(leastDays).max(mostDays).default(usualDays),
  })
  .refine(({ strategies }) => new Set(strategies).size === strategies.length, { path: ['strategies'] })
  .refine(({ strategies, weights }) => weights === undefined || isSplit(weights, strategies.length), {
    path: ['weights'],
  });
export type ExperimentRequest = z.output<typeof experimentRequest>;

const isSplit = (weights: readonly number[], arms: number): boolean =>
  weights.length === arms && Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) <= 1e-6;

const arm = z.object({ strategy: strategyName, weight: z.number() });
/** `leadsPerArm`: by the plan, at a power of 80 % and an error of 5 %. `over`: its planned end has come. */
export const experiment = z
  .object({
    id,
    name: z.string(),
    state: z.enum(experimentStates),
    metric,
    arms: z.array(arm),
    plan: plan.extend({ leadsPerArm: count }),
    minimumPerArm: count,
    startedAt: isoTime,
    endsAt: isoTime,
    stoppedAt: isoTime.optional(),
    by: person,
  })
  .meta({ id: 'Experiment' });
export type ExperimentAnswer = z.infer<typeof experiment>;

/** `rate`: the share with its 95 % interval (Wilson); null while nobody is in it. Every lead counts once. */
const armReading = arm.extend({
  exposed: count,
  outcomes: count,
  rate: z.object({ share: z.number(), from: z.number(), to: z.number() }).nullable(),
  optOuts: count,
  complaints: count,
});
export type ArmReading = z.infer<typeof armReading>;

/** Of two arms. `difference`: the rate of `strategy` less that of `other`. `p`: two-sided; `adjustedP`: after Holm, for all pairs together. */
const comparison = z.object({
  strategy: strategyName,
  other: strategyName,
  difference: z.number(),
  p: z.number(),
  adjustedP: z.number(),
  significant: z.boolean(),
});
export type Comparison = z.infer<typeof comparison>;

/**
 * `verdict`: `early` until the planned end; `few`: it ended with too few leads; `skewed`: the arms aren’t split as planned, which spoils any
 * comparison; `stopped`: before its end; `counting`: more leads are still to be counted, so read again; else `tie` or `winner`. `says`: the same
 * in words. `comparisons`: null but with `tie` and `winner`.
 */
export const experimentReading = experiment
  .extend({
    arms: z.array(armReading),
    /** χ² test of how the leads fell into the arms; `p` null while there are too few for it. */
    sampleRatio: z.object({ p: z.number().nullable(), mismatch: z.boolean() }),
    verdict: z.enum(['early', 'few', 'skewed', 'stopped', 'counting', 'tie', 'winner']),
    says: z.string(),
    comparisons: z.array(comparison).nullable(),
    winner: strategyName.nullable(),
  })
  .meta({ id: 'ExperimentReading' });
export type ExperimentReading = z.infer<typeof experimentReading>;

/** Newest first. */
export const experimentsAnswer = z.object({ items: z.array(experiment) });
export type ExperimentsAnswer = z.infer<typeof experimentsAnswer>;
