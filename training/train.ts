/**
 * `npm run train`: the offline reader's weights from `training/lines`, bit for bit the same wherever it runs: numbers are only added,
 * subtracted, multiplied, divided and rooted, always in the same order. `npm run train -- check` fails where the stored file is not
 * what the lines give, or where one of the bounds is passed; `npm run train -- judge` prints how well each head does on lines it was not trained on.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bucketCount, type Features, featuresOf } from '../src/features/understanding/featuresOf.ts';
import { heads } from '../src/features/understanding/heads.ts';
import { marksOf } from '../src/features/understanding/marksOf.ts';
import { addWeighted, packWeights, type Weights } from '../src/features/understanding/weights.ts';
import { type Line, readLines } from './readLines.ts';

/** Limits of the file and its training: the hub ships and loads the file, and CI waits for the training, on crowded machines twice as long as here. */
const mostBytes = 5_000_000;
const mostSeconds = 120;
const file = join(import.meta.dirname, 'reader.bin');
const rounds = 6;
const stepSize = 0.5;
const shrink = 1e-5;
/** A line that is a yes of a head counts more than one that is not: there are few. */
const yesCounts = 1.5;
/** Steps smaller than this are not taken: a head that is right enough is left alone. */
const leastOff = 0.2;
const slowsBy = 10;
const folds = 3;
const most = 127;
/** A head that says yes wrongly does more harm than one that misses; how many lines of it there are decides how far it is trusted. */
const precisionCounts = 0.6;
/** Acts that would be rude to be wrong about are read only when they are sure. */
const precisionCountsWhereRude = 0.8;
const rude: ReadonlySet<string> = new Set(['act:refuses', 'act:makes-offer']);
/** A person too many is offered rather than one too few. */
const precisionCountsForPerson = 0.08;
/** A crisis line shown once too often does no harm that is near to one not shown. */
const precisionCountsForDanger = 0.7;
const mayBeLost = 0.01;
/** A floor from fewer would be chance. */
const linesForFloor = 40;

interface Sample {
  features: Features;
  /** 1 for each head that is to say yes, 0 for no, `untold` where the line does not tell. */
  labels: Uint8Array;
}

const untold = 2;

interface Model {
  cells: Float64Array;
  biases: Float64Array;
}

function sampleOf(line: Line): Sample {
  const yes = new Set<string>([
    ...(line.acts ?? []).map((name) => `act:${name}`),
    ...(line.about ?? []).map((name) => `about:${name}`),
    `situation:${line.situation}`,
    ...(line.danger === null ? [] : [`danger:${line.danger}`]),
    ...(line.slots ?? []).map((name) => `slot:${name}`),
  ]);
  return {
    features: featuresOf(line.text, line.asked, marksOf(line.text)),
    labels: Uint8Array.from(heads, (head) => (yes.has(head) ? 1 : isUntold(head, line) ? untold : 0)),
  };
}

/** Heads for which the line was not labelled. A line has one situation: a person in danger may be in grief too. */
const isUntold = (head: string, { acts, about, slots, danger }: Line): boolean =>
  (acts === null && head.startsWith('act:')) ||
  (about === null && head.startsWith('about:')) ||
  (slots === null && head.startsWith('slot:')) ||
  (danger !== null && head.startsWith('situation:'));

/** A generator that gives the same numbers everywhere (Park and Miller's minimal standard). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
}

function shuffled(count: number, next: () => number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = next() % (i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/** All heads at once, by averaged stochastic gradient descent with steps of AdaGrad; x ↦ ½ + ½ x/(1+|x|) stands for the logistic function. */
function learn(samples: readonly Sample[]): Model {
  const count = heads.length;
  const cells = new Float64Array(bucketCount * count);
  const seen = new Float64Array(bucketCount * count).fill(1);
  const biases = new Float64Array(count).fill(-1);
  const seenBias = new Float64Array(count).fill(1);
  const next = numbersFrom(20_261);
  const sums = new Float64Array(count);
  const mean: Model = { cells: new Float64Array(cells.length), biases: new Float64Array(count) };
  for (let round = 0; round < rounds; round += 1) {
    for (const index of shuffled(samples.length, next)) {
      const { features, labels } = samples[index] as Sample;
      const { buckets, values } = features;
      sums.set(biases);
      addWeighted(sums, cells, features);
      for (let head = 0; head < count; head += 1) {
        const sum = sums[head] as number;
        const guess = 0.5 + (0.5 * sum) / (1 + (sum < 0 ? -sum : sum));
        const label = labels[head] as number;
        if (label === untold) continue;
        const off = (label - guess) * (label === 1 ? yesCounts : 1);
        if (off < leastOff && off > -leastOff) continue;
        (seenBias[head] as number) += off * off;
        (biases[head] as number) += (stepSize * off) / Math.sqrt(seenBias[head] as number);
        for (let i = 0; i < buckets.length; i += 1) {
          const cell = (buckets[i] as number) * count + head;
          const slope = off * (values[i] as number);
          const grown = (seen[cell] as number) + slope * slope * slowsBy;
          seen[cell] = grown;
          cells[cell] = (cells[cell] as number) * (1 - shrink) + (stepSize * slope) / Math.sqrt(grown);
        }
      }
    }
    // The first round has seen hardly anything at its start.
    if (round > 0) {
      for (let cell = 0; cell < cells.length; cell += 1)
        (mean.cells[cell] as number) += (cells[cell] as number) / (rounds - 1);
      for (let head = 0; head < count; head += 1)
        (mean.biases[head] as number) += (biases[head] as number) / (rounds - 1);
    }
  }
  return mean;
}

function sumsOf({ cells, biases }: Model, features: Features): Float64Array {
  const sums = Float64Array.from(biases);
  addWeighted(sums, cells, features);
  return sums;
}

/** The sums that models gave to lines that they had not seen, line by line. */
function unseenSums(samples: readonly Sample[]): Float64Array[] {
  const sums: Float64Array[] = new Array(samples.length);
  for (let fold = 0; fold < folds; fold += 1) {
    const model = learn(samples.filter((_, index) => index % folds !== fold));
    samples.forEach(({ features }, index) => {
      if (index % folds === fold) sums[index] = sumsOf(model, features);
    });
  }
  return sums;
}

interface Judged {
  threshold: number;
  /** Below the threshold by so much lies at most one in a hundred of the lines that are a yes. */
  floor: number;
  lines: number;
  precision: number;
  recall: number;
}

/** Where a head begins to say yes: where precision and recall on unseen lines, the first counted more, are best together. */
function judgeHead(samples: readonly Sample[], sums: readonly Float64Array[], head: number): Judged {
  const ranked = samples
    .flatMap(({ labels }, index) => (labels[head] === untold ? [] : [{ labels, index }]))
    .map(({ labels, index }) => ({
      yes: labels[head] === 1,
      sum: (sums[index] as Float64Array)[head] as number,
      index,
    }))
    .sort((a, b) => b.sum - a.sum || a.index - b.index);
  const lines = ranked.filter(({ yes }) => yes).length;
  const name = heads[head] as string;
  const share =
    rude.has(name) || name.startsWith('situation:')
      ? precisionCountsWhereRude
      : name === 'act:wants-person'
        ? precisionCountsForPerson
        : name.startsWith('danger:')
          ? precisionCountsForDanger
          : precisionCounts;
  let best = { threshold: 1e6, precision: 0, recall: 0, measure: 0 };
  let right = 0;
  ranked.forEach(({ yes, sum }, index) => {
    if (yes) right += 1;
    const following = ranked[index + 1]?.sum ?? sum - 1;
    if (following === sum) return;
    const precision = right / (index + 1);
    const recall = lines === 0 ? 0 : right / lines;
    const measure = right === 0 ? 0 : 1 / (share / precision + (1 - share) / recall);
    if (measure > best.measure) best = { threshold: (sum + following) / 2, precision, recall, measure };
  });
  const { threshold, precision, recall } = best;
  const yesSums = ranked.filter(({ yes }) => yes).map(({ sum }) => sum);
  const lowest = yesSums[Math.floor(yesSums.length * (1 - mayBeLost))];
  const floor = lines < linesForFloor || lowest === undefined ? -1e9 : Math.min(0, lowest - threshold);
  return { threshold, floor, lines, precision, recall };
}

function quantise({ cells, biases }: Model, judged: readonly Judged[]): Weights {
  const count = heads.length;
  const largest = new Float64Array(count);
  for (let cell = 0; cell < cells.length; cell += 1) {
    const size = Math.abs(cells[cell] as number);
    if (size > (largest[cell % count] as number)) largest[cell % count] = size;
  }
  const units = largest.map((size) => (size === 0 ? 1 : size / most));
  const whole = new Int8Array(cells.length);
  for (let cell = 0; cell < cells.length; cell += 1)
    whole[cell] = Math.round((cells[cell] as number) / (units[cell % count] as number));
  return {
    cells: whole,
    units,
    biases,
    thresholds: Float64Array.from(judged, ({ threshold }) => threshold),
    floors: Float64Array.from(judged, ({ floor }) => floor),
  };
}

const lines = readLines();
const samples = lines.map(sampleOf);
const sums = unseenSums(samples);
const judged = heads.map((_, head) => judgeHead(samples, sums, head));
const order = process.argv[2] ?? 'train';
if (!['train', 'check', 'judge'].includes(order))
  throw new Error(`No such order: ${order}. There are check and judge.`);
if (order === 'judge') {
  for (const [head, name] of heads.entries()) {
    const { lines: known, precision, recall } = judged[head] as Judged;
    if (known > 0)
      console.log(
        `${name.padEnd(26)} ${String(known).padStart(5)} lines  precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}`,
      );
  }
} else {
  const bytes = packWeights(quantise(learn(samples), judged));
  if (order === 'check') {
    if (Buffer.compare(bytes, readFileSync(file)) !== 0) {
      console.error('training/reader.bin is not what training/lines give: run npm run train');
      process.exitCode = 1;
    }
    if (bytes.length > mostBytes) {
      console.error(`training/reader.bin takes ${bytes.length} bytes, at most ${mostBytes} are allowed`);
      process.exitCode = 1;
    }
  } else writeFileSync(file, bytes);
}
// Not by the clock: a machine that has other things to do makes no training longer.
const { user, system } = process.cpuUsage();
const seconds = (user + system) / 1e6;
console.log(
  `${lines.length} lines, ${seconds.toFixed(1)} s of the processor (at most ${mostSeconds}), reader.bin ${statSync(file).size} bytes (at most ${mostBytes})`,
);
if (order === 'check' && seconds > mostSeconds) {
  console.error(`training takes ${seconds.toFixed(1)} s, at most ${mostSeconds} are allowed`);
  process.exitCode = 1;
}
