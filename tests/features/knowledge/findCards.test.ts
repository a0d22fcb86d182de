import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCards, findFacts } from '../../../src/features/knowledge/findCards.ts';
import { cardOfOwn } from '../../../src/features/knowledge/ownCards.ts';
import { processCards } from '../../../src/features/knowledge/processCards.ts';
import { buildShelf } from '../../../src/features/knowledge/shelf.ts';
import { brokerageOwn } from './aBrokerage.ts';

interface Question {
  text: string;
  card: string | null;
  /** Never read while the search was made: only its sum is looked at. */
  held: boolean;
}
const questions: Question[] = readFileSync(resolve(import.meta.dirname, 'questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const shelf = buildShelf({ brokerage: 'Barton Ridge Realty', market: 'austin' }, brokerageOwn);
const found = (text: string): string[] => findCards(shelf, { text, about: null }, 'visitor').map(({ id }) => id);

describe('questions as people type them', () => {
  for (const held of [false, true])
    it(`find their card in four of five, and a wrong one in at most one of twelve (${held ? 'the half not read' : 'the half that was read'})`, () => {
      const half = questions.filter((one) => one.held === held);
      const asked = half.filter(({ card }) => card !== null);
      const right = asked.filter(({ text, card }) => found(text).includes(card ?? ''));
      const wrong = half.filter(({ text, card }) => found(text).some((id) => id !== card));
      const answered = half.filter(({ text }) => found(text).length > 0);
      const figures = {
        recall: right.length / asked.length,
        precision: right.length / answered.length,
        falseAnswers: wrong.length / half.length,
      };
      process.stdout.write(`${held ? 'not read' : 'read'}, ${half.length} questions: ${JSON.stringify(figures)}\n`);
      expect(half.length - asked.length).toBeGreaterThanOrEqual(20);
      expect(figures.recall).toBeGreaterThanOrEqual(0.8);
      expect(figures.falseAnswers).toBeLessThanOrEqual(0.08);
    });

  it('finds every card by nearly every one of its own questions', () => {
    const own = processCards.flatMap(({ id, asks }) => [...asks.en, ...asks.es].map((text) => ({ id, text })));
    const missed = own.filter(({ id, text }) => !found(text).includes(id));
    expect(own.length).toBeGreaterThan(800);
    expect(missed.length / own.length).toBeLessThan(0.02);
  });

  it('tells what a brokerage wrote itself, though the hub alone would leave the question to others', () => {
    const asked = { text: 'do you manage rentals?', about: null };
    expect(findCards(shelf, asked, 'visitor')).toEqual([]);
    const by = { id: 'u1', name: 'Renee Castillo' };
    const words = { questions: ['do you guys manage rental homes'], answer: 'We do.', language: 'en' as const };
    const own = cardOfOwn({ ...words, id: 'own-1', tenantId: 't1', audience: 'visitor', by, at: 0 });
    const withOwn = buildShelf({ brokerage: 'Barton Ridge Realty', market: 'austin' }, [own, ...brokerageOwn]);
    expect(findCards(withOwn, asked, 'visitor').map(({ id }) => id)).toEqual(['own-1']);
    expect(findCards(withOwn, { text: 'do you have any 3 bedroom homes', about: null }, 'visitor')).toEqual([]);
  });

  it('finds two cards where a message asks two things', () => {
    expect(found('What are your hours? And do I need a home inspection?').sort()).toEqual([
      'brokerage-hours',
      'inspection',
    ]);
  });

  it('is said in the language of the talk, with its source and its date, and with the name of the brokerage', () => {
    const [fact] = findFacts(shelf, { text: 'who reads this chat', about: 'talk' }, 'es', 'visitor');
    expect(fact).toEqual({
      id: 'card:data',
      words: expect.stringContaining('lo guarda Barton Ridge Realty'),
      source: 'Barton Ridge Realty, this chat',
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      audience: 'visitor',
    });
  });

  it('are told to the team alone where they are for the team, and stand in no visitor’s way', () => {
    const by = { id: 'u1', name: 'Renee Castillo' };
    const card = { id: 'own-1', tenantId: 't1', language: 'en' as const, by, at: 0 };
    const own = cardOfOwn({
      ...{ ...card, audience: 'staff', questions: ['what are your hours'] },
      answer: 'The alarm code of the office is with Renee.',
    });
    const withOwn = buildShelf({ brokerage: 'Barton Ridge Realty', market: 'austin' }, [own, ...brokerageOwn]);
    const asked = { text: 'what are your hours?', about: null };
    expect(findFacts(withOwn, asked, 'en', 'staff')).toMatchObject([{ id: 'card:own-1', audience: 'staff' }]);
    expect(findFacts(withOwn, asked, 'en', 'visitor')).toMatchObject([
      { id: 'card:brokerage-hours', audience: 'visitor' },
    ]);
  });

  it('takes a long or an empty text, and answers neither with a guess', () => {
    expect(found('')).toEqual([]);
    expect(found('?!')).toEqual([]);
    expect(found('x '.repeat(2_000))).toEqual([]);
  });
});
