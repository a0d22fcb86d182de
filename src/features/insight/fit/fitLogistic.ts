import { solveSymmetric } from './solveSymmetric.ts';

export interface Logistic {
  intercept: number;
  weights: readonly number[];
}

const mostSteps = 50;
const mostHalvings = 30;
/** Steps shrink by their square: after one so small, the next would move the last digits alone. */
const smallest = 1e-5;

/**
 * Ridge logistic regression (le Cessie & van Houwelingen, Applied Statistics 41, 1992): the weights at which −log likelihood + ridge/2 · Σ w²
 * is least, the intercept free. Newton's method (iteratively reweighted least squares), a step halved while it makes things worse. The same
 * input gives the same weights. `targets` are 0–1; `ridge` is above 0, which keeps the least in reach where one input repeats another.
 */
export function fitLogistic(rows: readonly (readonly number[])[], targets: readonly number[], ridge: number): Logistic {
  const size = (rows[0]?.length ?? 0) + 1;
  let at = new Float64Array(size);
  let loss = lossOf(rows, targets, ridge, at);
  for (let count = 0; count < mostSteps; count++) {
    const step = stepAt(rows, targets, ridge, at);
    let share = 1;
    let next = moved(at, step, share);
    let nextLoss = lossOf(rows, targets, ridge, next);
    for (let halvings = 0; nextLoss > loss && halvings < mostHalvings; halvings++) {
      share /= 2;
      next = moved(at, step, share);
      nextLoss = lossOf(rows, targets, ridge, next);
    }
    if (nextLoss > loss) break;
    at = next;
    loss = nextLoss;
    if (step.every((one) => Math.abs(one * share) < smallest)) break;
  }
  return { intercept: at[0] ?? 0, weights: [...at.subarray(1)] };
}

/** The log odds of one row. */
export function oddsOf({ intercept, weights }: Logistic, row: readonly number[]): number {
  let sum = intercept;
  for (const [index, weight] of weights.entries()) sum += weight * (row[index] ?? 0);
  return sum;
}

export const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds));

const moved = (at: Float64Array<ArrayBuffer>, step: Float64Array, share: number): Float64Array<ArrayBuffer> =>
  at.map((one, index) => one + share * (step[index] ?? 0));

const oddsAt = (row: readonly number[], at: Float64Array): number => {
  let sum = at[0] as number;
  for (let index = 0; index < row.length; index++) sum += (row[index] as number) * (at[index + 1] as number);
  return sum;
};

function lossOf(rows: readonly (readonly number[])[], targets: readonly number[], ridge: number, at: Float64Array) {
  let loss = 0;
  for (const [index, row] of rows.entries()) {
    const odds = oddsAt(row, at);
    // ln(1 + e^odds) − target · odds, without an overflow.
    loss += Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - (targets[index] as number) * odds;
  }
  for (let index = 1; index < at.length; index++) loss += (ridge / 2) * (at[index] as number) ** 2;
  return loss;
}

/** Newton's step: the curvature at this place, solved for the slope. */
function stepAt(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  ridge: number,
  at: Float64Array,
): Float64Array {
  const size = at.length;
  const slope = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  const input = new Float64Array(size);
  input[0] = 1;
  for (const [index, row] of rows.entries()) {
    const probability = sigmoid(oddsAt(row, at));
    const rest = (targets[index] as number) - probability;
    const spread = probability * (1 - probability);
    input.set(row, 1);
    for (let one = 0; one < size; one++) {
      const value = input[one] as number;
      if (value === 0) continue;
      slope[one] = (slope[one] as number) + value * rest;
      const share = value * spread;
      const from = one * size;
      for (let other = 0; other <= one; other++)
        curvature[from + other] = (curvature[from + other] as number) + share * (input[other] as number);
    }
  }
  for (let one = 1; one < size; one++) {
    slope[one] = (slope[one] as number) - ridge * (at[one] as number);
    curvature[one * size + one] = (curvature[one * size + one] as number) + ridge;
  }
  return solveSymmetric(curvature, slope);
}
