import { calibrate } from './calibrate.ts';
import { fitLogistic, type Logistic, oddsOf, sigmoid } from './fitLogistic.ts';
import { logLossOf } from './measures.ts';
import { type Inputs, learnScales, type Scales, scaleInputs } from './scaleInputs.ts';

/** Somebody whose outcome is known. */
export interface Example {
  inputs: Inputs;
  happened: boolean;
}

export interface OutcomeModel {
  scales: Scales;
  logistic: Logistic;
  calibration: Logistic;
  ridge: number;
}

const folds = 5;
const ridges = [1, 5, 25, 125] as const;

/**
 * A calibrated model of who the outcome happens to; null where fewer than five had it, or fewer than five had not. How strongly weights are
 * held back, and the calibration, come from examples that the model in question has not seen: each fifth of them is scored by a model of
 * the others. The same examples in the same order give the same model.
 */
export function fitOutcomes(examples: readonly Example[]): OutcomeModel | null {
  const positives = examples.filter(({ happened }) => happened).length;
  if (Math.min(positives, examples.length - positives) < folds) return null;
  const happened = examples.map((example) => example.happened);
  const tried = ridges.map((ridge) => {
    const scores = scoresUnseen(examples, ridge);
    const predictions = scores.map((odds, index) => ({
      probability: sigmoid(odds),
      happened: happened[index] as boolean,
    }));
    return { ridge, scores, loss: logLossOf(predictions) };
  });
  const { ridge, scores } = tried.reduce((best, one) => (one.loss < best.loss ? one : best));
  return { ...fitAt(examples, ridge), calibration: calibrate(scores, happened), ridge };
}

/** The calibrated probability that it happens to somebody. */
export const probabilityOf = (model: OutcomeModel, inputs: Inputs): number =>
  sigmoid(oddsOf(model.calibration, [oddsOf(model.logistic, scaleInputs(model.scales, inputs))]));

function fitAt(examples: readonly Example[], ridge: number): Pick<OutcomeModel, 'scales' | 'logistic'> {
  const scales = learnScales(examples.map(({ inputs }) => inputs));
  const rows = examples.map(({ inputs }) => scaleInputs(scales, inputs));
  const logistic = fitLogistic(
    rows,
    examples.map(({ happened }) => Number(happened)),
    ridge,
  );
  return { scales, logistic };
}

/** The log odds of each example, by a model of the other four fifths. */
function scoresUnseen(examples: readonly Example[], ridge: number): number[] {
  const models = Array.from({ length: folds }, (_, fold) =>
    fitAt(
      examples.filter((__, index) => index % folds !== fold),
      ridge,
    ),
  );
  return examples.map(({ inputs }, index) => {
    const { scales, logistic } = models[index % folds] as (typeof models)[number];
    return oddsOf(logistic, scaleInputs(scales, inputs));
  });
}
