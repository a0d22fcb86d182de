import type { Language } from './model.ts';
import { type Grams, questionGrams } from './questionGrams.ts';

/** How rare each gram is among all questions of an index; what is not in it is rarest. */
export interface Rarity {
  of(gram: string): number;
}

/** What people type to ask for it. */
export type Asks = Readonly<Record<Language, readonly string[]>>;

type Postings = ReadonlyMap<string, readonly { at: number; weight: number }[]>;

/** Items by the grams of their questions, ready to be looked up. */
export interface AskIndex<Item> {
  items: readonly Item[];
  /** Of each question, the item it belongs to. */
  owners: readonly number[];
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
  const weighed = asks.map(({ owner, grams }) => ({ owner, weights: unitLength(weigh(grams, rare)) }));
  const sums = items.map(() => new Map<string, number>());
  for (const { owner, weights } of weighed)
    for (const [gram, weight] of weights) sums[owner]?.set(gram, (sums[owner]?.get(gram) ?? 0) + weight);
  return {
    items,
    owners: asks.map(({ owner }) => owner),
    asks: postingsOf(weighed.map(({ weights }) => weights)),
    middles: postingsOf(sums.map((sum) => unitLength([...sum]))),
    rarity: rare,
  };
}

/** A word and a run of the same letters are counted apart. */
const flat = ({ words, runs }: Grams): string[] => [...words.map((word) => `=${word}`), ...runs];

const weigh = (grams: readonly string[], rarity: Rarity): [string, number][] =>
  grams.map((gram) => [gram, rarity.of(gram)]);

function unitLength(weights: [string, number][]): [string, number][] {
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return weights.map(([gram, weight]) => [gram, weight / length]);
}

function postingsOf(vectors: readonly (readonly [string, number])[][]): Postings {
  const postings = new Map<string, { at: number; weight: number }[]>();
  for (const [at, vector] of vectors.entries())
    for (const [gram, weight] of vector) {
      const list = postings.get(gram);
      if (list === undefined) postings.set(gram, [{ at, weight }]);
      else list.push({ at, weight });
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
  const weights = unitLength(weigh(flat(questionGrams(text)), index.rarity));
  const toAsks = cosines(index.asks, weights, index.owners.length);
  const near = cosines(index.middles, weights, index.items.length).map((middle) => (1 - byNearest) * middle);
  const best = new Float64Array(index.items.length);
  for (const [ask, owner] of index.owners.entries()) best[owner] = Math.max(best[owner] ?? 0, toAsks[ask] ?? 0);
  return near.map((one, item) => one + byNearest * (best[item] ?? 0));
}

function cosines(from: Postings, weights: readonly [string, number][], count: number): Float64Array {
  const near = new Float64Array(count);
  for (const [gram, own] of weights)
    for (const { at, weight } of from.get(gram) ?? []) near[at] = (near[at] ?? 0) + own * weight;
  return near;
}
