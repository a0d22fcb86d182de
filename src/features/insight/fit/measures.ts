/** The predicted probability of an outcome for one person, and whether it happened. */
export interface Prediction {
  probability: number;
  happened: boolean;
}

/**
 * How often somebody with the outcome stands above somebody without, ties counted half: the area under the ROC curve, by mean ranks (Hanley
 * & McNeil, Radiology 143, 1982). Null where one of the two is missing.
 */
export function aucOf(predictions: readonly Prediction[]): number | null {
  const positives = predictions.filter(({ happened }) => happened).length;
  const negatives = predictions.length - positives;
  if (positives === 0 || negatives === 0) return null;
  let ranks = 0;
  let before = 0;
  for (const { count, happened } of tiesOf(predictions)) {
    ranks += happened * (before + (count + 1) / 2);
    before += count;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** The mean squared distance from what happened (Brier, Monthly Weather Review 78, 1950). */
export const brierOf = (predictions: readonly Prediction[]): number =>
  meanOf(predictions.map(({ probability, happened }) => (probability - Number(happened)) ** 2));

/** No prediction costs more than one that was wrong and this sure. */
const surest = 1e-15;

/** The mean of −ln of the probability that was given to what happened. */
export const logLossOf = (predictions: readonly Prediction[]): number =>
  meanOf(
    predictions.map(
      ({ probability, happened }) => -Math.log(Math.max(surest, happened ? probability : 1 - probability)),
    ),
  );

const bins = 10;

/**
 * How far what was predicted lies from what happened, on average over ten bins of equal mass (expected calibration error; Naeini, Cooper &
 * Hauskrecht, AAAI 2015). Equal predictions share what happened to them, so the order of the list decides nothing.
 */
export function eceOf(predictions: readonly Prediction[]): number {
  const spread = tiesOf(predictions).flatMap(({ probability, count, happened }) =>
    Array.from({ length: count }, () => ({ probability, share: happened / count })),
  );
  const size = spread.length;
  let sum = 0;
  for (let bin = 0; bin < bins; bin++) {
    const some = spread.slice(Math.round((bin * size) / bins), Math.round(((bin + 1) * size) / bins));
    sum += Math.abs(some.reduce((gap, { probability, share }) => gap + probability - share, 0));
  }
  return size === 0 ? 0 : sum / size;
}

/** Equal predictions together, the lowest first: how many there are, and to how many of them it happened. */
function tiesOf(predictions: readonly Prediction[]): { probability: number; count: number; happened: number }[] {
  const ties = new Map<number, { probability: number; count: number; happened: number }>();
  for (const { probability, happened } of predictions) {
    const tie = ties.get(probability) ?? { probability, count: 0, happened: 0 };
    tie.count += 1;
    tie.happened += Number(happened);
    ties.set(probability, tie);
  }
  return [...ties.values()].sort((one, other) => one.probability - other.probability);
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
