import { sha256 } from '../../kernel/ids.ts';
import { bucketCount, type Features, featuresOf } from './featuresOf.ts';
import { type Head, heads } from './heads.ts';
import { lexicon } from './lexicon.ts';

/** A trained model: whole numbers −127…127 for each bucket and head, what one of them is worth, and where a head begins to say yes. */
export interface Weights {
  /** `bucket * heads.length + head`. */
  cells: Int8Array;
  units: Float64Array;
  biases: Float64Array;
  thresholds: Float64Array;
  /** Past the threshold, on the other side: hardly any line that is a yes leans less. */
  floors: Float64Array;
}

/** Adds to each head's sum what the features weigh there, always in the same order: the training counts on it to the last bit. */
export function addWeighted(sums: Float64Array, cells: Int8Array | Float64Array, { buckets, values }: Features): void {
  const count = heads.length;
  for (let i = 0; i < buckets.length; i += 1) {
    const value = values[i] as number;
    const row = (buckets[i] as number) * count;
    for (let head = 0; head < count; head += 1) (sums[head] as number) += value * (cells[row + head] as number);
  }
}

/** How much each head leans to yes, past its threshold: above 0 is a yes. */
export function leaningsOf({ cells, units, biases, thresholds }: Weights, features: Features): Float64Array {
  const sums = new Float64Array(heads.length);
  addWeighted(sums, cells, features);
  return sums.map(
    (sum, head) => sum * (units[head] as number) + (biases[head] as number) - (thresholds[head] as number),
  );
}

export const headIndex: ReadonlyMap<Head, number> = new Map(heads.map((head, index) => [head, index]));

const formatMark = 'jorge-reader-2';
const fingerprintChars = 64;
const headerBytes = formatMark.length + fingerprintChars;

/** Enough to show a change of how words are cut, hashed and weighed: short and long, both languages, figures, signs. */
const probes: readonly { text: string; asked: string | null; marks: readonly string[] }[] = [
  { text: 'ok', asked: null, marks: [] },
  { text: "We're looking for 3 beds under $450k, would Friday work?", asked: 'budget', marks: ['beds', 'bare money'] },
  { text: '¿Cuánto cuesta al año el HOA? Mi mamá murió en marzo…', asked: 'timeline', marks: ['question', 'mark'] },
];

let known: string | null = null;
/** Identifies what weights are trained for: the heads in their order, the lexicon, and what the features make of a few sentences. */
function fingerprint(): string {
  known ??= sha256(
    JSON.stringify([
      heads,
      lexicon,
      probes.map(({ text, asked, marks }) => {
        const { buckets, values } = featuresOf(text, asked, marks);
        return [[...buckets], [...values]];
      }),
    ]),
  );
  return known;
}

/** As a file: the mark of its format, what it was trained for, four numbers a head, then the cells. */
export function packWeights({ cells, units, biases, thresholds, floors }: Weights): Uint8Array {
  const numbers = [units, biases, thresholds, floors];
  const bytes = new Uint8Array(headerBytes + numbers.length * heads.length * 8 + cells.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(formatMark + fingerprint()));
  numbers.forEach((list, n) => {
    list.forEach((value, head) => {
      view.setFloat64(headerBytes + (n * heads.length + head) * 8, value);
    });
  });
  bytes.set(new Uint8Array(cells.buffer, cells.byteOffset, cells.length), bytes.length - cells.length);
  return bytes;
}

/** @throws Error when the file was trained for other heads, another lexicon or other features than this code has */
export function unpackWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cellsFrom = headerBytes + 4 * heads.length * 8;
  const header = new TextDecoder('latin1').decode(bytes.subarray(0, headerBytes));
  if (header !== formatMark + fingerprint() || bytes.byteLength !== cellsFrom + bucketCount * heads.length)
    throw new Error('training/reader.bin was trained for other heads, words or features: run npm run train');
  const list = (n: number): Float64Array =>
    Float64Array.from(heads, (_, head) => view.getFloat64(headerBytes + (n * heads.length + head) * 8));
  return {
    cells: new Int8Array(bytes.buffer, bytes.byteOffset + cellsFrom, bucketCount * heads.length),
    units: list(0),
    biases: list(1),
    thresholds: list(2),
    floors: list(3),
  };
}
