import { type Example, fitOutcomes, probabilityOf } from '../../../src/features/insight/fit/fitOutcomes.ts';
import { aucOf, brierOf, eceOf, type Prediction } from '../../../src/features/insight/fit/measures.ts';
import type { Inputs } from '../../../src/features/insight/fit/scaleInputs.ts';
import type { Share } from '../share.ts';
import { foldOf, type Row } from './readTable.ts';

/** How rows become inputs, learned of the rows that a model is fitted to. */
export type LearnInputs = (rows: readonly Row[]) => (row: Row) => Inputs;

export interface Cohort {
  /** The rows that models are fitted to. */
  learned: readonly Row[];
  /** The rows that they are measured on; null: the same rows, each scored by a model of the other parts. */
  later: readonly Row[] | null;
  idOf(row: Row): string;
  happened(row: Row): boolean;
}

export interface FitFigures {
  name: string;
  cases: number;
  auc: number;
  /** Half of the 95 % interval. */
  aucWithin: number;
  ece: number;
  brier: number;
}

const folds = 5;

/** Predictions of rows that the model in question has not seen. */
export function predictUnseen({ learned, later, idOf, happened }: Cohort, learn: LearnInputs): Prediction[] {
  const predict = (known: readonly Row[], asked: readonly Row[]): Prediction[] => {
    const inputsOf = learn(known);
    const examples = known.map((row): Example => ({ inputs: inputsOf(row), happened: happened(row) }));
    const model = fitOutcomes(examples);
    const rate = examples.filter((one) => one.happened).length / Math.max(1, examples.length);
    return asked.map((row) => ({
      probability: model === null ? rate : probabilityOf(model, inputsOf(row)),
      happened: happened(row),
    }));
  };
  if (later !== null) return predict(learned, later);
  return Array.from({ length: folds }, (_, fold) => {
    const isAsked = (row: Row) => foldOf(idOf(row), folds) === fold;
    return predict(
      learned.filter((row) => !isAsked(row)),
      learned.filter(isAsked),
    );
  }).flat();
}

export function figuresOf(name: string, predictions: readonly Prediction[]): FitFigures {
  const auc = aucOf(predictions) ?? Number.NaN;
  const positives = predictions.filter(({ happened }) => happened).length;
  return {
    name,
    cases: predictions.length,
    auc: thousandth(auc),
    aucWithin: thousandth(1.96 * errorOf(auc, positives, predictions.length - positives)),
    ece: thousandth(eceOf(predictions)),
    brier: thousandth(brierOf(predictions)),
  };
}

/** The predictions of a model that knows only how often it happens: everybody gets that rate. */
export const majorityOf = (predictions: readonly Prediction[]): Prediction[] => {
  const rate = predictions.filter(({ happened }) => happened).length / Math.max(1, predictions.length);
  return predictions.map(({ happened }) => ({ probability: rate, happened }));
};

const thousandth = (value: number): number => Math.round(value * 1_000) / 1_000;

/** The standard error of an AUC (Hanley & McNeil, Radiology 143, 1982). */
function errorOf(auc: number, positives: number, negatives: number): number {
  const [above, below] = [auc / (2 - auc), (2 * auc ** 2) / (1 + auc)];
  const variance = auc * (1 - auc) + (positives - 1) * (above - auc ** 2) + (negatives - 1) * (below - auc ** 2);
  return Math.sqrt(variance / Math.max(1, positives * negatives));
}

/** As floors have them: each figure a share of one. */
export const floorFigures = (figures: readonly FitFigures[]): Record<string, Share> =>
  Object.fromEntries(
    figures.flatMap(({ name, auc, ece }) => [
      [`${name}, AUC`, { hits: auc, of: 1 }],
      [`${name}, ECE`, { hits: ece, of: 1 }],
    ]),
  );

export function printFigures(figures: readonly FitFigures[]): void {
  console.log(
    `${'inputs'.padEnd(48)}${'cases'.padStart(7)}${'AUC'.padStart(8)}${'±'.padStart(8)}${'ECE'.padStart(8)}${'Brier'.padStart(8)}`,
  );
  for (const { name, cases, auc, aucWithin, ece, brier } of figures)
    console.log(
      `${name.padEnd(48)}${String(cases).padStart(7)}${[auc, aucWithin, ece, brier].map((one) => one.toFixed(3).padStart(8)).join('')}`,
    );
}
