import type { StrategyName } from '../../contract/coaching.ts';
import type { ArmReading, Comparison, ExperimentReading } from '../../contract/rest/experiments.ts';
import { wilson } from '../../kernel/wilson.ts';
import { answerOf } from './manageExperiments.ts';
import type { Arm, Counted, Experiment, Exposure } from './model.ts';
import { alpha, checkSampleRatio, compareShares, holm } from './statistics.ts';

/** How many leads of an arm there are, and what became of them. */
export type ArmCount = Pick<ArmReading, 'exposed' | 'outcomes' | 'optOuts' | 'complaints'>;

const dayMs = 86_400_000;

/** Counts the leads of each arm, every lead once. */
export function countArms(
  arms: readonly Arm[],
  exposures: readonly Pick<Exposure, 'strategy' | 'counted'>[],
): ArmCount[] {
  return arms.map(({ strategy }) => {
    const own = exposures.filter((one) => one.strategy === strategy);
    const count = (at: keyof Counted): number => own.filter(({ counted }) => counted[at] !== null).length;
    return {
      exposed: own.length,
      outcomes: count('outcomeAt'),
      optOuts: count('optedOutAt'),
      complaints: count('complainedAt'),
    };
  });
}

/**
 * Reads the counts of an experiment as far as they allow at `now`. The arms are compared once, at the planned end, with the planned number of leads:
 * looked at each day, one in four experiments between equal arms would name a winner.
 */
export function readingOf(
  experiment: Experiment,
  counts: readonly ArmCount[],
  { now, complete }: { now: number; complete: boolean },
): ExperimentReading {
  const arms = experiment.arms.map((arm, index): ArmReading => {
    const { exposed, outcomes, optOuts, complaints } = counts[index] ?? noCount;
    const rate = exposed === 0 ? null : { share: outcomes / exposed, ...wilson(outcomes, exposed) };
    return { ...arm, exposed, outcomes, rate, optOuts, complaints };
  });
  const sampleRatio = checkSampleRatio(arms.map(({ exposed, weight }) => ({ count: exposed, weight })));
  const early = reasonToWait(experiment, arms, { now, complete, skewed: sampleRatio.mismatch });
  const comparisons = early === null ? compareArms(arms) : null;
  const winner = comparisons === null ? null : winnerOf(arms, comparisons);
  const result =
    winner === null
      ? tieOf(comparisons ?? [])
      : ({ verdict: 'winner', says: `${titled(winner)} did better.` } as const);
  return { ...answerOf(experiment, now), arms, sampleRatio, ...(early ?? result), comparisons, winner };
}

const noCount: ArmCount = { exposed: 0, outcomes: 0, optOuts: 0, complaints: 0 };
const titled = (strategy: StrategyName): string => strategy.slice(0, 1).toUpperCase() + strategy.slice(1);
type Told = Pick<ExperimentReading, 'verdict' | 'says'>;

function reasonToWait(
  { endsAt, stoppedAt, minimumPerArm }: Experiment,
  arms: readonly ArmReading[],
  { now, complete, skewed }: { now: number; complete: boolean; skewed: boolean },
): Told | null {
  const fewest = Math.min(...arms.map(({ exposed }) => exposed));
  const daysLeft = Math.ceil((endsAt - now) / dayMs);
  const soFar = `${counted(fewest)} of ${counted(minimumPerArm)} leads in ${isEven(arms) ? 'each' : 'the smallest'} group`;
  if (skewed)
    return {
      verdict: 'skewed',
      says: 'The groups aren’t as large as planned, and chance alone doesn’t explain it. A comparison would be misleading.',
    };
  if (stoppedAt !== null)
    return { verdict: 'stopped', says: 'Stopped before its planned end, so the groups aren’t compared.' };
  if (daysLeft > 0)
    return {
      verdict: 'early',
      says:
        fewest < minimumPerArm
          ? `Too early to tell: ${soFar}, ${daysLeft === 1 ? 'and one day left' : `and ${daysLeft} days left`}.`
          : `Enough leads. The result comes when the planned time is over, in ${daysLeft === 1 ? 'a day' : `${daysLeft} days`}: a look before then would take chance for a result.`,
    };
  if (fewest < minimumPerArm) return { verdict: 'few', says: `Too few to tell: it ended with ${soFar}.` };
  return complete ? null : { verdict: 'counting', says: 'Still counting. Look again in a moment.' };
}

const counted = (count: number): string => count.toLocaleString('en-US');
const tieOf = (comparisons: readonly Comparison[]): Told => ({
  verdict: 'tie',
  says: comparisons.some(({ significant }) => significant)
    ? 'No one group did clearly better than every other.'
    : 'No group did clearly better: chance alone makes differences like this.',
});

const isEven = (arms: readonly ArmReading[]): boolean => new Set(arms.map(({ exposed }) => exposed)).size === 1;

/** Every pair: no arm is picked first for having done well. */
function compareArms(arms: readonly ArmReading[]): Comparison[] {
  const pairs = arms.flatMap((a, index) => arms.slice(index + 1).map((b) => ({ a, b })));
  const p = pairs.map(({ a, b }) => compareShares(shareOf(a), shareOf(b)));
  const adjusted = holm(p);
  return pairs.map(({ a, b }, index) => ({
    strategy: a.strategy,
    other: b.strategy,
    difference: (a.rate?.share ?? 0) - (b.rate?.share ?? 0),
    p: p[index] ?? 1,
    adjustedP: adjusted[index] ?? 1,
    significant: (adjusted[index] ?? 1) < alpha,
  }));
}

const shareOf = ({ outcomes, exposed }: ArmReading) => ({ hits: outcomes, of: exposed });

/** The arm that did significantly better than each other one. */
function winnerOf(arms: readonly ArmReading[], comparisons: readonly Comparison[]): StrategyName | null {
  const beats = (own: StrategyName): boolean =>
    comparisons
      .filter(({ strategy, other }) => strategy === own || other === own)
      .every(({ strategy, difference, significant }) => significant && difference > 0 === (strategy === own));
  return arms.find(({ strategy }) => beats(strategy))?.strategy ?? null;
}
