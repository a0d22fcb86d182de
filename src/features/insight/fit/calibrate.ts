import { fitLogistic, type Logistic } from './fitLogistic.ts';

/** A line that is as good as free, and still has an end where all scores are one. */
const barely = 1e-6;

/**
 * Turns scores of people whom the model has not seen into probabilities: a line through the log odds, drawn to targets that leave room for
 * one more of each kind (Platt, Advances in Large Margin Classifiers, 1999, §2.2).
 */
export function calibrate(scores: readonly number[], happened: readonly boolean[]): Logistic {
  const positives = happened.filter(Boolean).length;
  const negatives = happened.length - positives;
  const [yes, no] = [(positives + 1) / (positives + 2), 1 / (negatives + 2)];
  return fitLogistic(
    scores.map((score) => [score]),
    happened.map((is) => (is ? yes : no)),
    barely,
  );
}
