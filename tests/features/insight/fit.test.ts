/** A model of a brokerage’s own outcomes: against figures of scikit-learn 1.9.1, and what must hold of all. Costs: under a second. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calibrate } from '../../../src/features/insight/fit/calibrate.ts';
import { fitLogistic } from '../../../src/features/insight/fit/fitLogistic.ts';
import { type Example, fitOutcomes, probabilityOf } from '../../../src/features/insight/fit/fitOutcomes.ts';
import { aucOf, brierOf, eceOf, logLossOf, type Prediction } from '../../../src/features/insight/fit/measures.ts';
import { learnScales, scaleInputs } from '../../../src/features/insight/fit/scaleInputs.ts';

const predictions = (probabilities: readonly number[], outcomes: string): Prediction[] =>
  probabilities.map((probability, index) => ({ probability, happened: outcomes[index] === '1' }));

/** Numbers that look like chance, the same each time (the minimal generator of Park & Miller, 1988). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const rows = [
  ...[
    [0.2, 1],
    [1.5, 0],
    [2.1, 1],
    [0.4, 0],
    [3.3, 1],
    [2.8, 0],
  ],
  ...[
    [0.9, 1],
    [1.1, 1],
    [2.2, 0],
    [3.9, 1],
    [0.1, 0],
    [1.7, 1],
  ],
];
const targets = [0, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1];

test.each([
  [0.5, -3.11163649, [1.45057291, 1.2908051]],
  [2, -1.70002365, [0.85598947, 0.49059651]],
])('the weights at a ridge of %d are those of LogisticRegression', (ridge, intercept, weights) => {
  const fitted = fitLogistic(rows, targets, ridge);
  expect(fitted.intercept).toBeCloseTo(intercept, 7);
  for (const [index, weight] of weights.entries()) expect(fitted.weights[index]).toBeCloseTo(weight, 7);
});

test('outcomes that an input tells apart, and an input that is there twice, still give finite weights', () => {
  const twice = rows.map(([one = 0]) => [one, one]);
  const { intercept, weights } = fitLogistic(
    twice,
    twice.map(([one = 0]) => Number(one > 1.6)),
    0.01,
  );
  expect([intercept, ...weights].every(Number.isFinite)).toBe(true);
  expect(weights[0]).toBeCloseTo(weights[1] as number, 6);
});

test('calibration is Platt’s, and undoes scores that are too sure of themselves', () => {
  const scores = [-2, -1.2, -0.4, 0.1, 0.3, 0.9, 1.4, 2.2];
  const happened = [false, false, true, false, true, false, true, true];
  const { intercept, weights } = calibrate(scores, happened);
  expect(weights[0]).toBeCloseTo(0.64710515, 4);
  expect(intercept).toBeCloseTo(-0.11039123, 4);
  const tenfold = calibrate(
    scores.map((score) => score * 10),
    happened,
  );
  expect(tenfold.weights[0]).toBeCloseTo(0.064710515, 4);
});

test('AUC, Brier score, and log loss are those of sklearn.metrics, ties included', () => {
  const some = predictions([0.1, 0.4, 0.35, 0.8, 0.4, 0.9, 0.65, 0.2, 0.4, 0.7], '0011110011');
  expect(aucOf(some)).toBeCloseTo(0.7916666667, 10);
  expect(brierOf(some)).toBeCloseTo(0.1915, 10);
  expect(logLossOf(some)).toBeCloseTo(0.5456734414, 10);
  expect(aucOf(predictions([0.2, 0.3], '11'))).toBeNull();
});

test('calibration error is the mean gap of ten bins of equal mass, whatever the order', () => {
  const probabilities = Array.from({ length: 20 }, (_, index) => index / 20 + 0.02);
  const some = predictions(probabilities, '00010010011001111011');
  expect(eceOf(some)).toBeCloseTo(0.17, 10);
  const equal = predictions(
    Array.from({ length: 40 }, () => 0.5),
    '01'.repeat(20),
  );
  expect(eceOf(equal)).toBeCloseTo(0, 10);
  expect(eceOf(equal.toSorted((one, other) => Number(one.happened) - Number(other.happened)))).toBeCloseTo(0, 10);
});

test('an unobserved input counts as the mean and is marked as unobserved', () => {
  const scales = learnScales([
    [1, 5],
    [3, 5],
    [null, 5],
  ]);
  expect(scaleInputs(scales, [3, 5])).toEqual([1, expect.closeTo(-Math.SQRT1_2, 10), 0]);
  expect(scaleInputs(scales, [null, 5])).toEqual([0, expect.closeTo(Math.SQRT2, 10), 0]);
});

/** People to whom it happens by their first input alone, the second is noise, the third is at times unknown. */
function people(count: number, seed: number): Example[] {
  const next = chance(seed);
  return Array.from({ length: count }, () => {
    const [first, noise, third] = [next(), next(), next()];
    return { inputs: [first, noise, third < 0.3 ? null : third], happened: next() < 0.1 + 0.8 * first ** 2 };
  });
}
const scored = (learned: readonly Example[], later: readonly Example[]): Prediction[] => {
  const model = fitOutcomes(learned);
  if (model === null) throw new Error('nothing was fitted');
  return later.map(({ inputs, happened }) => ({ probability: probabilityOf(model, inputs), happened }));
};

test('a model finds what decides, and its probabilities are true of people it has not seen', () => {
  const found = scored(people(1_500, 7), people(3_000, 11));
  expect(aucOf(found)).toBeGreaterThan(0.74);
  expect(eceOf(found)).toBeLessThan(0.04);
});

test('with shuffled outcomes nothing is found', () => {
  const next = chance(5);
  const all = people(4_500, 7);
  const shuffled = all
    .map(({ happened }) => ({ happened, at: next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ happened }, index) => ({ inputs: all[index]?.inputs ?? [], happened }));
  const found = scored(shuffled.slice(0, 1_500), shuffled.slice(1_500));
  expect(Math.abs((aucOf(found) ?? 0) - 0.5)).toBeLessThan(0.04);
  // In their own order the same people are told apart.
  expect(aucOf(scored(all.slice(0, 1_500), all.slice(1_500)))).toBeGreaterThan(0.74);
});

test('the same outcomes give the same model, and too few give none', () => {
  const all = people(300, 3);
  expect(fitOutcomes(all)).toEqual(fitOutcomes(structuredClone(all)));
  expect(fitOutcomes(all.filter(({ happened }) => happened))).toBeNull();
  expect(fitOutcomes([])).toBeNull();
});

test('a probability stays between 0 and 1, whatever the inputs', () => {
  const model = fitOutcomes(people(300, 3));
  const input = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }));
  fc.assert(
    fc.property(fc.tuple(input, input, input), (inputs) => {
      const probability = model === null ? Number.NaN : probabilityOf(model, inputs);
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }),
  );
});
