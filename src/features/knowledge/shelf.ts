import type { MarketId } from '../../contract/rest/settingsLimits.ts';
import { type AskIndex, indexAsks } from '../reading/text/askIndex.ts';
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
 * The card that stands for no answer: a question nearest to it finds none. Its askings are what people also type and no card
 * answers: about the home, other homes, the talk, and nothing at all.
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

/** Words that hold only in Texas or in Austin: brokerages elsewhere do not tell them. */
const ofTexas = /\b(?:texas|trec|option (?:period|fee)|period\w+ de opción|cuota de opción)\b|\btceq|\btdi\b/i;
const ofAustin = /\baustin/i;
const foreign: Readonly<Record<MarketId, RegExp | null>> = {
  austin: null,
  texas: ofAustin,
  us: new RegExp(`${ofTexas.source}|${ofAustin.source}`, 'i'),
};

/** The hub's own cards that hold in a market. */
export function cardsIn(market: MarketId): readonly Card[] {
  const elsewhere = foreign[market];
  return processCards.filter(
    ({ words, source }) =>
      elsewhere === null || !elsewhere.test([words.en, words.es, source.name, source.where].join(' ')),
  );
}

const common = new Map<MarketId, AskIndex<Card>>();
/** The index that every shelf of a market holds, made once. A question for a card that does not hold in the market has no answer. */
function commonIndex(market: MarketId): AskIndex<Card> {
  const kept = common.get(market);
  if (kept !== undefined) return kept;
  const cards = cardsIn(market);
  const left = processCards.filter((card) => !cards.includes(card));
  const none: Card = {
    ...noCard,
    asks: {
      en: [...noCard.asks.en, ...left.flatMap(({ asks }) => asks.en)],
      es: [...noCard.asks.es, ...left.flatMap(({ asks }) => asks.es)],
    },
  };
  const made = indexAsks([...cards, left.length === 0 ? noCard : none]);
  common.set(market, made);
  return made;
}

/** Builds the shelf of a brokerage from what holds in its market, what it says of itself and what it added. */
export function buildShelf(
  { brokerage, market }: { brokerage: string; market: MarketId },
  own: readonly Card[],
): Shelf {
  const shared = commonIndex(market);
  return { brokerage, indexes: own.length === 0 ? [shared] : [indexAsks(own, shared.rarity), shared] };
}
