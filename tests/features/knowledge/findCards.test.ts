import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findCards, findFacts } from '../../../src/features/knowledge/findCards.ts';
import { cardOfOwn } from '../../../src/features/knowledge/ownCards.ts';
import { processCards } from '../../../src/features/knowledge/processCards.ts';
import { buildShelf } from '../../../src/features/knowledge/shelf.ts';
import { brokerageOwn } from './aBrokerage.ts';

/** By somebody who had not seen the askings, with the cards that truly answer each line and those that a picky visitor would accept. */
const written = z
  .array(z.object({ text: z.string(), right: z.array(z.string()), okay: z.array(z.string()) }))
  .parse(JSON.parse(readFileSync(resolve(import.meta.dirname, '../../fixtures/questionLines.json'), 'utf8')));
const shelf = buildShelf({ brokerage: 'Barton Ridge Realty', market: 'austin' }, brokerageOwn);
const found = (text: string): string[] => findCards(shelf, text, 'visitor').map(({ id }) => id);

describe('questions as people type them', () => {
  it('are answered by a card that answers them in nine of ten cases where one is told', () => {
    const told = written.flatMap((line) => found(line.text).map((id) => ({ ...line, id })));
    const wrong = told.filter(({ id, right, okay }) => !right.includes(id) && !okay.includes(id));
    expect(written.length).toBeGreaterThan(300);
    expect(told.length).toBeGreaterThan(20);
    expect(wrong.length, wrong.map(({ id, text }) => `${id}: ${text}`).join('\n')).toBeLessThanOrEqual(
      told.length / 10,
    );
  });

  it.each([
    'can i list it without her signing??',
    'does metal roof = discount',
    'as is means i dont have to tell about the leak right',
  ])('takes no yes or no from a card for another question: %s', (text) => {
    const words = findCards(shelf, text, 'visitor').map((card) => card.words.en);
    expect(words.filter((one) => /^(?:yes|no)\b/i.test(one))).toEqual([]);
  });

  it('finds every card by four of five of its own questions', () => {
    const own = processCards.flatMap(({ id, asks }) => [...asks.en, ...asks.es].map((text) => ({ id, text })));
    const missed = own.filter(({ id, text }) => !found(text).includes(id));
    expect(own.length).toBeGreaterThan(800);
    expect(missed.length / own.length).toBeLessThan(0.2);
  });

  it('tells what a brokerage wrote itself, though the hub alone would leave the question to others', () => {
    const asked = 'do you manage rentals?';
    expect(findCards(shelf, asked, 'visitor')).toEqual([]);
    const by = { id: 'u1', name: 'Renee Castillo' };
    const words = { questions: ['do you guys manage rental homes'], answer: 'We do.', language: 'en' as const };
    const own = cardOfOwn({ ...words, id: 'own-1', tenantId: 't1', audience: 'visitor', by, at: 0 });
    const withOwn = buildShelf({ brokerage: 'Barton Ridge Realty', market: 'austin' }, [own, ...brokerageOwn]);
    expect(findCards(withOwn, asked, 'visitor').map(({ id }) => id)).toEqual(['own-1']);
    expect(findCards(withOwn, 'do you have any 3 bedroom homes', 'visitor')).toEqual([]);
  });

  it('finds two cards where a message asks two things', () => {
    expect(found('What are your hours? And do I need a home inspection?').sort()).toEqual([
      'brokerage-hours',
      'inspection',
    ]);
  });

  it('is said in the language of the talk, with its source and its date, and with the name of the brokerage', () => {
    const [fact] = findFacts(shelf, 'who reads this chat', 'es', 'visitor');
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
    const asked = 'what are your hours?';
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
