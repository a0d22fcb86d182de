import { bucketCount, type Features } from './featuresOf.ts';
import { type Head, heads } from './heads.ts';

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

/**
 * How much each head leans to yes, past its threshold: above 0 is a yes. `from`, `to`: only the heads from that place in the list to
 * before that one; the others lean nowhere, which is 0.
 */
export function leaningsOf(
  { cells, units, biases, thresholds }: Weights,
  { buckets, values }: Features,
  { from, to } = { from: 0, to: heads.length },
): Float64Array {
  const count = heads.length;
  const sums = new Float64Array(count);
  for (let i = 0; i < buckets.length; i += 1) {
    const value = values[i] as number;
    const row = (buckets[i] as number) * count;
    for (let head = from; head < to; head += 1) (sums[head] as number) += value * (cells[row + head] as number);
  }
  for (let head = from; head < to; head += 1)
    sums[head] =
      (sums[head] as number) * (units[head] as number) + (biases[head] as number) - (thresholds[head] as number);
  return sums;
}

export const headIndex: ReadonlyMap<Head, number> = new Map(heads.map((head, index) => [head, index]));

const headerBytes = 8;

/** As a file: how many buckets and heads, four numbers a head, then the cells. */
export function packWeights({ cells, units, biases, thresholds, floors }: Weights): Uint8Array {
  const numbers = [units, biases, thresholds, floors];
  const bytes = new Uint8Array(headerBytes + numbers.length * heads.length * 8 + cells.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bucketCount);
  view.setUint32(4, heads.length);
  numbers.forEach((list, n) => {
    list.forEach((value, head) => {
      view.setFloat64(headerBytes + (n * heads.length + head) * 8, value);
    });
  });
  bytes.set(new Uint8Array(cells.buffer, cells.byteOffset, cells.length), bytes.length - cells.length);
  return bytes;
}

/** Throws when the file is of another shape than this code. */
export function unpackWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cellsFrom = headerBytes + 4 * heads.length * 8;
  const fits =
    bytes.byteLength === cellsFrom + bucketCount * heads.length &&
    view.getUint32(0) === bucketCount &&
    view.getUint32(4) === heads.length;
  if (!fits) throw new Error('The reader was trained for other heads: run npm run train');
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
