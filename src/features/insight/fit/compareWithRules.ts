import { type Example, fitOutcomes, probabilityOf } from './fitOutcomes.ts';
import { aucOf, brierOf, eceOf, type Prediction } from './measures.ts';

/** Somebody whose outcome is known, with what the rules made of them before it. */
export interface KnownOutcome extends Example {
  /** When they were read, in ms since the epoch. */
  at: number;
  /** The reading by rule, 0–1; null where nothing was observed. */
  byRule: number | null;
}

export interface Measured {
  auc: number | null;
  brier: number;
  ece: number;
}
export interface Comparison {
  /** How many outcomes the fit has seen, and how many later ones it was measured on. */
  learned: number;
  later: number;
  rules: Measured;
  fitted: Measured;
  /** Nearer to what happened, and truer in its probabilities, on the later time. */
  isBetter: boolean;
}

/** With fewer, chance decides what the weights are. */
export const fewestOutcomes = 200;
const learnedShare = 0.7;

/**
 * Fits the earlier seven tenths of the outcomes and measures the fit beside the rules on the later rest, which it has not seen. Null below
 * 200 outcomes, and where one of the two outcomes is too rare.
 */
export function compareWithRules(outcomes: readonly KnownOutcome[]): Comparison | null {
  if (outcomes.length < fewestOutcomes) return null;
  const inTime = [...outcomes].sort((one, other) => one.at - other.at);
  const until = Math.floor(inTime.length * learnedShare);
  const [learned, later] = [inTime.slice(0, until), inTime.slice(until)];
  const model = fitOutcomes(learned);
  if (model === null) return null;
  const rate = learned.filter(({ happened }) => happened).length / learned.length;
  const rules = measure(later.map(({ byRule, happened }) => ({ probability: byRule ?? rate, happened })));
  const fitted = measure(
    later.map(({ inputs, happened }) => ({ probability: probabilityOf(model, inputs), happened })),
  );
  const isBetter = fitted.brier < rules.brier && fitted.ece < rules.ece;
  return { learned: learned.length, later: later.length, rules, fitted, isBetter };
}

const measure = (predictions: readonly Prediction[]): Measured => ({
  auc: aucOf(predictions),
  brier: brierOf(predictions),
  ece: eceOf(predictions),
});
