import type { Language } from '../reading/model.ts';
import type { Card } from './model.ts';
import { type Grams, questionGrams } from './questionGrams.ts';

/** How rare each gram is among all questions that the hub's own cards answer; what is not in it is rarest. */
export interface Rarity {
  of(gram: string): number;
}

interface Posting {
  ask: number;
  weight: number;
}

/** Cards by the grams of their questions, ready to be looked up. */
export interface CardIndex {
  cards: readonly Card[];
  /** Of each question, the card it belongs to. */
  owners: readonly number[];
  words: ReadonlyMap<string, readonly Posting[]>;
  runs: ReadonlyMap<string, readonly Posting[]>;
  rarity: Rarity;
}

const languages: readonly Language[] = ['en', 'es'];

/** Builds the index; without `rarity` it is taken from these cards. */
export function indexCards(cards: readonly Card[], rarity?: Rarity): CardIndex {
  const asks = cards.flatMap(({ asks }, owner) =>
    languages.flatMap((language) => asks[language].map((text) => ({ owner, ...questionGrams(text) }))),
  );
  const rare = rarity ?? rarityOf(asks.map(({ words, runs }) => [...words.map(asWord), ...runs]));
  const words = new Map<string, Posting[]>();
  const runs = new Map<string, Posting[]>();
  for (const [ask, grams] of asks.entries()) {
    post(words, ask, grams.words, (gram) => rare.of(asWord(gram)));
    post(runs, ask, grams.runs, (gram) => rare.of(gram));
  }
  return { cards, owners: asks.map(({ owner }) => owner), words, runs, rarity: rare };
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

/** How near a question is to each question of the index, from 0 to 1 each: by its words, and by its runs of letters. */
export function nearness(index: CardIndex, { words, runs }: Grams): { words: Float64Array; runs: Float64Array } {
  const rare = index.rarity;
  return {
    words: cosines(
      index.words,
      index.owners.length,
      unitWeights(words, (gram) => rare.of(asWord(gram))),
    ),
    runs: cosines(index.runs, index.owners.length, unitWeights(runs, rare.of)),
  };
}

function cosines(from: CardIndex['words'], asks: number, weights: [string, number][]): Float64Array {
  const near = new Float64Array(asks);
  for (const [gram, own] of weights)
    for (const { ask, weight } of from.get(gram) ?? []) near[ask] = (near[ask] ?? 0) + own * weight;
  return near;
}
