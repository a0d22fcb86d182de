import type { Fact } from '../../contract/readings.ts';
import type { Matter } from '../../contract/vocabulary.ts';
import { nearness } from '../reading/askIndex.ts';
import type { Language } from '../reading/model.ts';
import type { Card } from './model.ts';
import { noCard, type Shelf } from './shelf.ts';

/**
 * How near a question must be to a card's askings, and how much nearer than to any other card: where the card is of the question's
 * matter, where its matter is not known, and where it seems to be of a home. A card that a brokerage wrote itself stands from `ownSurely`
 * on, though the hub alone would leave such a question to others.
 */
const nearEnough = {
  sameMatter: { near: 0.2, ahead: 0.03 },
  plain: { near: 0.27, ahead: 0.06 },
  ofHome: { near: 0.35, ahead: 0.1 },
};
const ownSurely = 0.55;
const most = 2;

interface Near {
  card: Card;
  near: number;
}

/**
 * The cards that answer a question, the nearest first; none when nothing is near enough, because a wrong answer is worse than none.
 * A text of several sentences is read as a whole and sentence by sentence.
 */
export function findCards(shelf: Shelf, { text, about }: { text: string; about: Matter | null }): Card[] {
  const found = new Map<string, Near>();
  for (const part of partsOf(text)) {
    const best = nearest(shelf, part, about);
    if (best === null || (found.get(best.card.id)?.near ?? 0) >= best.near) continue;
    found.set(best.card.id, best);
  }
  return [...found.values()]
    .sort((a, b) => b.near - a.near)
    .slice(0, most)
    .map(({ card }) => card);
}

/** The same as facts, in the words of one language. */
export function findFacts(shelf: Shelf, question: { text: string; about: Matter | null }, language: Language): Fact[] {
  return findCards(shelf, question).map((card) => factOf(card, shelf.brokerage, language));
}

/** A card as it is told. */
export function factOf({ id, words, source, asOf }: Card, brokerage: string, language: Language): Fact {
  const named = (text: string): string => text.replaceAll('{brokerage}', brokerage);
  return { id: `card:${id}`, words: named(words[language]), source: `${named(source.name)}, ${source.where}`, asOf };
}

function partsOf(text: string): string[] {
  const sentences = text.split(/[.?!\n]+/).map((part) => part.trim());
  const parts = sentences.filter((part) => part.split(/\s+/).length > 1);
  return parts.length > 1 ? [text, ...parts.slice(0, 6)] : [text];
}

function nearest({ indexes }: Shelf, text: string, about: Matter | null): Near | null {
  const [best, second] = indexes
    .flatMap((index) => [...nearness(index, text)].map((near, at) => ({ near, card: index.items[at] as Card })))
    .sort((a, b) => Number(isOwnSurely(b)) - Number(isOwnSurely(a)) || b.near - a.near);
  if (best === undefined || best.card === noCard) return null;
  const isOfHome = about === 'home' || about === 'homes';
  const { near, ahead } = nearEnough[best.card.about === about ? 'sameMatter' : isOfHome ? 'ofHome' : 'plain'];
  const isAhead = isOwnSurely(best) || best.near - (second?.near ?? 0) >= ahead;
  return best.near >= near && isAhead ? best : null;
}

const isOwnSurely = ({ card, near }: Near): boolean => card.owner !== undefined && near >= ownSurely;
