import { classesOf } from './lexicon.ts';

/** The features of a message for the model: numbers of buckets, and how much each counts. */
export interface Features {
  buckets: Uint32Array;
  values: Float64Array;
}

export const bucketCount = 1 << 16;

/** Longer texts say nothing about their acts that their beginning does not; this bounds the time. */
const longest = 1200;
const mostFeatures = 12_000;

/** FNV-1a over UTF-16 units, seeded with the kind of feature, so that "to" as a word and as two letters are two features. */
function hash(kind: number, text: string, from: number, to: number): number {
  let h = (0x811c9dc5 ^ kind) >>> 0;
  for (let i = from; i < to; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return (h ^ (h >>> 15)) & (bucketCount - 1);
}

/** Lower case, accents off, every figure a 0, apostrophes out: the form in which words are compared. */
export function normalise(text: string): string {
  return text
    .slice(0, longest)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/\d/g, '0')
    .replace(/(.)\1{2,}/gu, '$1$1')
    .replace(/[^\p{L}0?!$%#@/.,:-]+/gu, ' ')
    .trim();
}

/**
 * The features of a message: letters in runs of 2 to 5 within a word, words alone and in pairs, and what it stands beside. `asked`: the
 * question that stands; `marks`: the findings of the rules.
 */
export function featuresOf(text: string, asked: string | null, marks: readonly string[]): Features {
  const plain = normalise(text);
  const words = plain.match(/[\p{L}0]+|[?!$%#@/]/gu) ?? [];
  const letters: number[] = [];
  for (const word of words) {
    const padded = `<${word}>`;
    for (let size = 2; size <= 5; size += 1)
      for (let i = 0; i + size <= padded.length && letters.length < mostFeatures; i += 1)
        letters.push(hash(size, padded, i, i + size));
  }
  const said: number[] = [];
  const joined = ['<', ...words, '>'];
  for (let i = 1; i < joined.length && said.length < mostFeatures; i += 1) {
    const word = joined[i] as string;
    said.push(hash(11, word, 0, word.length));
    const pair = `${joined[i - 1]} ${word}`;
    said.push(hash(12, pair, 0, pair.length));
    if (i >= 2) {
      const skip = `${joined[i - 2]} _ ${word}`;
      said.push(hash(13, skip, 0, skip.length));
    }
  }
  const size = words.length <= 1 ? 'one' : words.length <= 3 ? 'few' : words.length <= 8 ? 'short' : 'long';
  const context = [`size ${size}`, `asked ${asked}`, `asked ${asked} ${size}`, ...marks];
  if (words.length <= 3) context.push(`asked ${asked} ${words.join(' ')}`);
  const spokenOf = classesOf(words).sort();
  for (let i = 0; i < spokenOf.length; i += 1) {
    context.push(`of ${spokenOf[i]}`);
    for (let j = i + 1; j < Math.min(spokenOf.length, i + 8); j += 1) context.push(`of ${spokenOf[i]} ${spokenOf[j]}`);
  }
  const besides = context.map((one) => hash(14, one, 0, one.length));
  const buckets: number[] = [];
  const values: number[] = [];
  // Each once: repetition adds no weight.
  const put = (group: readonly number[], weight: number): void => {
    const distinct = new Set(group);
    const value = weight / Math.sqrt(Math.max(1, distinct.size));
    for (const bucket of distinct) {
      buckets.push(bucket);
      values.push(value);
    }
  };
  put(letters, 1);
  put(said, 1.4);
  put(besides, 1.2);
  return { buckets: Uint32Array.from(buckets), values: Float64Array.from(values) };
}
