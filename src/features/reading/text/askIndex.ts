import type { Language } from '../model.ts';
import { type Grams, questionGrams } from './questionGrams.ts';

/** How rare each gram is among all questions of an index; a gram that is not in it is rarest. */
export interface Rarity {
  of(gram: string): number;
}

/** The questions that people type to ask for it. */
export type Asks = Readonly<Record<Language, readonly string[]>>;

/** Grams by their number, and how much each weighs. */
interface Vector {
  grams: readonly number[];
  weights: readonly number[];
}

/**
 * Which vectors a gram stands in, and how much it weighs there: those of gram n from `starts[n]` to `starts[n + 1]`. In long rows of
 * numbers, because an object for each pair takes ten times the room, and a brokerage with hundreds of cards has a million pairs.
 */
interface Postings {
  starts: Uint32Array;
  vectors: Uint32Array;
  weights: Float64Array;
}

/** Items by the grams of their questions, ready to be looked up. */
export interface AskIndex<Item> {
  items: readonly Item[];
  /** Of each question, the item it belongs to. */
  owners: readonly number[];
  /** Every gram of the questions has a number. */
  grams: ReadonlyMap<string, number>;
  /** Grams of each question, and of all questions of an item together. */
  asks: Postings;
  middles: Postings;
  rarity: Rarity;
}

const languages: readonly Language[] = ['en', 'es'];
/** How much the one nearest question counts, against all questions of the item: chosen by ten-fold trials on our own askings. */
const byNearest = 0.3;

/** Builds the index; without `rarity` it is taken from these questions. */
export function indexAsks<Item extends { asks: Asks }>(items: readonly Item[], rarity?: Rarity): AskIndex<Item> {
  const asks = items.flatMap(({ asks }, owner) =>
    languages.flatMap((language) => asks[language].map((text) => ({ owner, grams: flat(questionGrams(text)) }))),
  );
  const rare = rarity ?? rarityOf(asks.map(({ grams }) => grams));
  const numbers = new Map<string, number>();
  const numberOf = (gram: string): number => {
    const known = numbers.get(gram);
    if (known !== undefined) return known;
    numbers.set(gram, numbers.size);
    return numbers.size - 1;
  };
  const vectors = asks.map(({ grams }) => ({ grams: grams.map(numberOf), weights: unitLength(grams.map(rare.of)) }));
  const sums = items.map(() => new Map<number, number>());
  for (const [at, { owner }] of asks.entries()) {
    const sum = sums[owner];
    const vector = vectors[at];
    for (const [place, gram] of vector?.grams.entries() ?? [])
      sum?.set(gram, (sum.get(gram) ?? 0) + (vector?.weights[place] ?? 0));
  }
  return {
    items,
    owners: asks.map(({ owner }) => owner),
    grams: numbers,
    asks: postingsOf(vectors, numbers.size),
    middles: postingsOf(
      sums.map((sum) => ({ grams: [...sum.keys()], weights: unitLength([...sum.values()]) })),
      numbers.size,
    ),
    rarity: rare,
  };
}

/** A word and a run of the same letters are counted apart. */
const flat = ({ words, runs }: Grams): string[] => [...words.map((word) => `=${word}`), ...runs];

function unitLength(weights: readonly number[]): number[] {
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return weights.map((weight) => weight / length);
}

function postingsOf(vectors: readonly Vector[], grams: number): Postings {
  const starts = new Uint32Array(grams + 1);
  for (const vector of vectors) for (const gram of vector.grams) starts[gram + 1] = (starts[gram + 1] ?? 0) + 1;
  for (let gram = 0; gram < grams; gram += 1) starts[gram + 1] = (starts[gram + 1] ?? 0) + (starts[gram] ?? 0);
  const pairs = starts[grams] ?? 0;
  const postings = { starts, vectors: new Uint32Array(pairs), weights: new Float64Array(pairs) };
  const next = starts.slice();
  for (const [at, vector] of vectors.entries())
    for (const [place, gram] of vector.grams.entries()) {
      const free = next[gram] ?? 0;
      next[gram] = free + 1;
      postings.vectors[free] = at;
      postings.weights[free] = vector.weights[place] ?? 0;
    }
  return postings;
}

function rarityOf(texts: readonly (readonly string[])[]): Rarity {
  const counts = new Map<string, number>();
  for (const grams of texts) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const rarest = Math.log((texts.length + 1) / 0.5);
  const known = new Map([...counts].map(([gram, count]) => [gram, Math.log((texts.length + 1) / (count + 0.5))]));
  return { of: (gram) => known.get(gram) ?? rarest };
}

/** How near a text is to what people type for each item, from 0 to 1. */
export function nearness(index: AskIndex<unknown>, text: string): Float64Array {
  const grams = flat(questionGrams(text));
  const vector = {
    grams: grams.map((gram) => index.grams.get(gram) ?? -1),
    weights: unitLength(grams.map(index.rarity.of)),
  };
  const toAsks = cosines(index.asks, vector, index.owners.length);
  const toMiddles = cosines(index.middles, vector, index.items.length);
  const best = new Float64Array(index.items.length);
  index.owners.forEach((owner, ask) => {
    const near = toAsks[ask] as number;
    if (near > (best[owner] as number)) best[owner] = near;
  });
  return toMiddles.map((middle, item) => (1 - byNearest) * middle + byNearest * (best[item] as number));
}

/** A gram that the index does not know has the number -1. */
function cosines({ starts, vectors, weights }: Postings, to: Vector, count: number): Float64Array {
  const near = new Float64Array(count);
  to.grams.forEach((gram, place) => {
    if (gram < 0) return;
    const own = to.weights[place] as number;
    const end = starts[gram + 1] as number;
    for (let pair = starts[gram] as number; pair < end; pair += 1) {
      const at = vectors[pair] as number;
      near[at] = (near[at] as number) + own * (weights[pair] as number);
    }
  });
  return near;
}
