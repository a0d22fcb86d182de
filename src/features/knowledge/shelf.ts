import { type CardIndex, indexCards, type Rarity } from './cardIndex.ts';
import type { Card } from './model.ts';
import { otherQuestions } from './otherQuestions.ts';
import { processCards } from './processCards.ts';

/** All that may be told to visitors of one brokerage beyond its homes, ready to be looked up. */
export interface Shelf {
  brokerage: string;
  /** The brokerage's own cards come first: of two that fit alike, its own is told. */
  indexes: readonly CardIndex[];
}

/** Nearest to it means: no card. */
export const noCard: Card = {
  id: 'none',
  about: 'talk',
  asks: otherQuestions,
  words: { en: '', es: '' },
  source: { name: '', where: '' },
  asOf: '',
};

let common: CardIndex | null = null;
/** What every shelf holds, made once. */
function commonIndex(): CardIndex {
  common ??= indexCards([...processCards, noCard]);
  return common;
}

/** Builds the shelf of a brokerage from what it says of itself and what it added. */
export function buildShelf(brokerage: string, own: readonly Card[]): Shelf {
  const shared = commonIndex();
  const rarity: Rarity = shared.rarity;
  return { brokerage, indexes: own.length === 0 ? [shared] : [indexCards(own, rarity), shared] };
}
