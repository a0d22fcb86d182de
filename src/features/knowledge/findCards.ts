import { type Audience, type Fact, mostFacts } from '../../contract/readings.ts';
import type { Language } from '../reading/model.ts';
import { nearness } from '../reading/text/askIndex.ts';
import type { Card } from './model.ts';
import { noCard, type Shelf } from './shelf.ts';

/**
 * How near a question must be to a card's askings, and how much nearer than to any other card: so chosen that of the cards told to lines
 * that nobody had tuned on at least nine in ten are right (`tests/fixtures/questionLines.json`). Below it Jorge says that he does not know.
 */
const surely = { near: 0.4, ahead: 0.19 };
/** A "Yes" or "No" of the card's is the answer to its own question alone, so the question must be that one. */
const surelyItsOwn = 0.6;
const yesOrNo = /^(?:yes|no|s[ií])(?!\p{L})/iu;
/** A card that a brokerage wrote itself stands from here on, though the hub alone would leave such a question to others. */
const ownSurely = 0.5;

interface Near {
  card: Card;
  near: number;
}

/**
 * The cards that answer a question, the nearest first; none when nothing is near enough, because a wrong answer is worse than none.
 * A text of several sentences is read as a whole and sentence by sentence. Cards for staff are found only for staff.
 */
export function findCards(shelf: Shelf, text: string, audience: Audience): Card[] {
  const found = new Map<string, Near>();
  for (const part of partsOf(text)) {
    const best = nearest(shelf, part, audience);
    if (best === null || (found.get(best.card.id)?.near ?? 0) >= best.near) continue;
    found.set(best.card.id, best);
  }
  return [...found.values()]
    .sort((a, b) => b.near - a.near)
    .slice(0, mostFacts)
    .map(({ card }) => card);
}

/** The same as facts, in the words of one language. */
export function findFacts(shelf: Shelf, text: string, language: Language, audience: Audience): Fact[] {
  return findCards(shelf, text, audience).map((card) => factOf(card, shelf.brokerage, language));
}

/** A card as it is told. */
export function factOf({ id, words, source, asOf, audience }: Card, brokerage: string, language: Language): Fact {
  const named = (text: string): string => text.replaceAll('{brokerage}', brokerage);
  const whence = `${named(source.name)}, ${source.where}`;
  return { id: `card:${id}`, words: named(words[language]), source: whence, asOf, audience };
}

function partsOf(text: string): string[] {
  const sentences = text.split(/[.?!\n]+/).map((part) => part.trim());
  const parts = sentences.filter((part) => part.split(/\s+/).length > 1);
  return parts.length > 1 ? [text, ...parts.slice(0, 6)] : [text];
}

function nearest({ indexes }: Shelf, text: string, audience: Audience): Near | null {
  let best: Near | undefined;
  let second: Near | undefined;
  for (const index of indexes)
    for (const [at, near] of nearness(index, text).entries()) {
      const one = { card: index.items[at] as Card, near };
      if (audience !== 'staff' && one.card.audience !== 'visitor') continue;
      if (goesBefore(one, best)) [best, second] = [one, best];
      else if (goesBefore(one, second)) second = one;
    }
  if (best === undefined || best.card.id === noCard.id) return null;
  if (isOwnSurely(best)) return best;
  const isItsOwn = best.near >= surelyItsOwn || !yesOrNo.test(best.card.words.en);
  return isItsOwn && best.near >= surely.near && best.near - (second?.near ?? 0) >= surely.ahead ? best : null;
}

/** The nearer one does; of two that are as near, the one that came first. */
const goesBefore = (one: Near, other: Near | undefined): boolean =>
  other === undefined || (isOwnSurely(one) === isOwnSurely(other) ? one.near > other.near : isOwnSurely(one));

const isOwnSurely = ({ card, near }: Near): boolean => card.owner !== undefined && near >= ownSurely;

/** All that is known beyond the homes: the facts of the market, the brokerage's own words, and what only its team may read. */
export function factsOnShelf(shelf: Shelf, language: Language): ShelfFacts {
  const known = told.get(shelf)?.[language];
  if (known !== undefined) return known;
  const facts = factsIn(shelf, language);
  told.set(shelf, { ...told.get(shelf), [language]: facts });
  return facts;
}

export interface ShelfFacts {
  readonly cards: readonly Fact[];
  readonly own: readonly Fact[];
  readonly team: readonly Fact[];
}
/** Every reply is given them: made once, they are also read once (`commonIn`). */
const told = new WeakMap<Shelf, Partial<Record<Language, ShelfFacts>>>();

function factsIn({ indexes, brokerage }: Shelf, language: Language): ShelfFacts {
  const facts = indexes
    .flatMap(({ items }) => items as readonly Card[])
    .filter((card) => card.id !== noCard.id)
    .map((card) => ({ card, fact: factOf(card, brokerage, language) }));
  const wordsOf = (isMeant: (card: Card) => boolean): Fact[] =>
    facts.filter(({ card }) => isMeant(card)).map(({ fact }) => fact);
  const isOwn = (card: Card): boolean => card.about === 'brokerage';
  const isForVisitors = (card: Card): boolean => card.audience === 'visitor';
  return {
    cards: wordsOf((card) => isForVisitors(card) && !isOwn(card)),
    own: wordsOf((card) => isForVisitors(card) && isOwn(card)),
    team: wordsOf((card) => !isForVisitors(card)),
  };
}
