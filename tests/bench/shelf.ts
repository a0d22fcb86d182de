import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadReader } from '../../src/app/loadReader.ts';
import { findCards } from '../../src/features/knowledge/findCards.ts';
import type { Card } from '../../src/features/knowledge/model.ts';
import { buildShelf, type Shelf } from '../../src/features/knowledge/shelf.ts';
import { readTalks } from '../evals/talks/readTalks.ts';
import { spentMs } from '../support/growthOf.ts';
import { printTable, rounded } from './figures.ts';
import { type Took, timesOf } from './timesOf.ts';

interface ShelfCost {
  cards: number;
  askings: number;
  buildMs: number;
  /** Beyond what every brokerage shares. */
  ownKb: number;
  lookUp: Took;
}

const ours = { brokerage: 'Ours', market: 'austin' } as const;
const builds = 5;

/** Cards of a brokerage: each asking is words that somebody typed, and no two are the same. */
function ownCards(cards: number, askings: number, typed: readonly string[]): Card[] {
  const asking = (n: number) =>
    `${typed[n % typed.length]} ${n < typed.length ? '' : typed[(n * 7 + 3) % typed.length]}`;
  return Array.from({ length: cards }, (_, card) => ({
    id: `own-${card}`,
    about: 'brokerage',
    asks: { en: Array.from({ length: askings }, (__, n) => asking(card * askings + n)), es: [] },
    words: { en: 'Yes.', es: 'Sí.' },
    source: { name: 'us', where: 'our team' },
    asOf: '2026-11-22',
    audience: 'visitor' as const,
    owner: { id: 'u', name: 'Ann' },
  }));
}

/** The cost of one brokerage's shelf: building it, keeping it, and looking up a question in it. */
export function measureShelf(): ShelfCost[] {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heldBytes = (): number => {
    collect();
    // Memory outside the heap that one collection releases is freed by the next.
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const typed = readTalks().seen.flatMap(({ lines }) => lines.flatMap((line) => ('answer' in line ? [] : [line.text])));
  const read = loadReader();
  const questions = typed.flatMap((text) => read({ text }, { asked: null, language: 'en' }).questions);
  const texts = [...new Set(questions.map(({ quote }) => quote))];
  // Once, so that what is shared and compiled counts for none of them.
  for (const text of texts) findCards(buildShelf(ours, ownCards(1, 1, typed)), text, 'visitor');
  return [
    [0, 0],
    [20, 3],
    [100, 30],
    [500, 10],
  ].map(([cards = 0, askings = 0]) => {
    const own = ownCards(cards, askings, typed);
    let buildMs = Number.POSITIVE_INFINITY;
    for (let n = 0; n < builds; n++) {
      buildMs = Math.min(
        buildMs,
        spentMs(() => void buildShelf(ours, own)),
      );
    }
    const before = heldBytes();
    const held: Shelf[] = [buildShelf(ours, own)];
    const ownKb = Math.max(0, Math.round((heldBytes() - before) / 1024));
    const lookUp = timesOf(texts, (text) => held.map((shelf) => findCards(shelf, text, 'visitor')));
    return { cards, askings, buildMs: rounded(buildMs, 1), ownKb, lookUp };
  });
}

export const printShelf = (costs: readonly ShelfCost[]): void =>
  printTable(
    ['shelf of one brokerage', 'build ms', 'own memory KB', 'look-up ms p50', 'p99'],
    costs.map(({ cards, askings, buildMs, ownKb, lookUp }) => [
      cards === 0 ? 'what all share' : `and ${cards} cards of ${askings} askings`,
      buildMs,
      ownKb,
      lookUp.p50,
      lookUp.p99,
    ]),
  );
