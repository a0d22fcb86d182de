import { type AskIndex, indexAsks, type Rarity } from '../reading/askIndex.ts';
import type { Card } from './model.ts';
import otherQuestions from './otherQuestions.json' with { type: 'json' };
import { processCards } from './processCards.ts';

/** All that a brokerage's visitors and team may be told beyond its homes, ready to be looked up. */
export interface Shelf {
  brokerage: string;
  /** The brokerage's own cards come first: of two that fit alike, its own is told. */
  indexes: readonly AskIndex<Card>[];
}

/**
 * Nearest to it means: no card. Its askings are what people also type and no card answers: about the home, other homes, the talk, and
 * nothing at all.
 */
export const noCard: Card = {
  id: 'none',
  about: 'talk',
  asks: otherQuestions,
  words: { en: '', es: '' },
  source: { name: '', where: '' },
  asOf: '',
  audience: 'visitor',
};

let common: AskIndex<Card> | null = null;
/** What every shelf holds, made once. */
function commonIndex(): AskIndex<Card> {
  common ??= indexAsks([...processCards, noCard]);
  return common;
}

/** Builds the shelf of a brokerage from what it says of itself and what it added. */
export function buildShelf(brokerage: string, own: readonly Card[]): Shelf {
  const shared = commonIndex();
  const rarity: Rarity = shared.rarity;
  return { brokerage, indexes: own.length === 0 ? [shared] : [indexAsks(own, rarity), shared] };
}
