import type { Language } from './model.ts';
import { type Grams, questionGrams } from './questionGrams.ts';

/** How rare each gram is among all questions of an index; what is not in it is rarest. */
export interface Rarity {
  of(gram: string): number;
}

interface Posting {
  ask: number;
  weight: number;
}

/** What people type to ask for it. */
export type Asks = Readonly<Record<Language, readonly string[]>>;

/** Items by the grams of their questions, ready to be looked up. */
export interface AskIndex<Item> {
  items: readonly Item[];
  /** Of each question, the item it belongs to. */
  owners: readonly number[];
  words: ReadonlyMap<string, readonly Posting[]>;
  runs: ReadonlyMap<string, readonly Posting[]>;
  rarity: Rarity;
}

const languages: readonly Language[] = ['en', 'es'];

/** Builds the index; without `rarity` it is taken from these questions. */
export function indexAsks<Item extends { asks: Asks }>(items: readonly Item[], rarity?: Rarity): AskIndex<Item> {
  const asks = items.flatMap(({ asks }, owner) =>
    languages.flatMap((language) => asks[language].map((text) => ({ owner, ...questionGrams(text) }))),
  );
  const rare = rarity ?? rarityOf(asks.map(({ words, runs }) => [...words.map(asWord), ...runs]));
  const words = new Map<string, Posting[]>();
  const runs = new Map<string, Posting[]>();
  for (const [ask, grams] of asks.entries()) {
    post(words, ask, grams.words, (gram) => rare.of(asWord(gram)));
    post(runs, ask, grams.runs, (gram) => rare.of(gram));
  }
  return { items, owners: asks.map(({ owner }) => owner), words, runs, rarity: rare };
}

function post(
  into: Map<string, Posting[]>,
  ask: number,
  grams: readonly string[],
  rarity: (gram: string) => number,
): void {
  for (const [gram, weight] of unitWeights(grams, rarity)) {
    const list = into.get(gram);
    if (list === undefined) into.set(gram, [{ ask, weight }]);
    else list.push({ ask, weight });
  }
}

function unitWeights(grams: readonly string[], rarity: (gram: string) => number): [string, number][] {
  const weights = grams.map((gram) => [gram, rarity(gram)] as [string, number]);
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return weights.map(([gram, weight]) => [gram, weight / length]);
}

/** A word and a run of the same letters are counted apart. */
const asWord = (word: string): string => `=${word}`;

function rarityOf(texts: readonly (readonly string[])[]): Rarity {
  const counts = new Map<string, number>();
  for (const grams of texts) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const rarest = Math.log((texts.length + 1) / 0.5);
  const known = new Map([...counts].map(([gram, count]) => [gram, Math.log((texts.length + 1) / (count + 0.5))]));
  return { of: (gram) => known.get(gram) ?? rarest };
}

/** How much of the nearness whole words count, against runs of letters, which slips of the keyboard leave. */
const byWords = 0.4;

/** How near a question is to each question of the index, from 0 to 1. */
export function nearness(index: AskIndex<unknown>, { words, runs }: Grams): Float64Array {
  const rare = index.rarity;
  const near = new Float64Array(index.owners.length);
  addCosines(
    near,
    byWords,
    index.words,
    unitWeights(words, (gram) => rare.of(asWord(gram))),
  );
  addCosines(near, 1 - byWords, index.runs, unitWeights(runs, rare.of));
  return near;
}

function addCosines(
  to: Float64Array,
  share: number,
  from: AskIndex<unknown>['words'],
  weights: [string, number][],
): void {
  for (const [gram, own] of weights)
    for (const { ask, weight } of from.get(gram) ?? []) to[ask] = (to[ask] ?? 0) + share * own * weight;
}
