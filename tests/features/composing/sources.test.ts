/** Which facts stand behind a message. Costs: under a second. */
import { describe, expect, test } from 'vitest';
import { publicEntryData } from '../../../src/contract/log/publicEntries.ts';
import type { Fact } from '../../../src/contract/readings.ts';
import { factsFor } from '../../../src/features/composing/factsFor.ts';
import { factsBehind, sourcesOf } from '../../../src/features/composing/sources.ts';
import { homeShelf } from '../../support/answering.ts';
import { home } from '../../support/talk.ts';

const fact = (id: string, words: string, more: Partial<Fact> = {}): Fact => ({
  ...{ id, words, source: 'Barton Ridge Realty', audience: 'visitor' },
  ...more,
});
const behind = (words: string, cited: readonly Fact[], known: readonly Fact[] = cited) =>
  factsBehind(words, cited, known).map(({ id }) => id);

describe('the facts that a sentence tells', () => {
  test('are those that it cites', () => {
    const cited = homeShelf.filter(({ id }) => ['home.beds', 'home.parking', 'home.year'].includes(id));
    expect(behind('It has room for a car.', cited)).toEqual(['home.beds', 'home.year', 'home.parking']);
  });

  test.each([
    ['It has 2 bedrooms and 1.5 bathrooms.', ['home.beds', 'home.baths']],
    ['It has 2 bedrooms, and the dues are $45.50 a month.', ['home.hoa', 'home.beds']],
    ['The asking price is $549,000.', ['home.price']],
    ['The listing says: covered deck.', ['home.feature-2']],
  ])('of all of a home’s file, in “%s”, are few', (words, ids) => {
    expect(behind(words, homeShelf)).toEqual(ids);
  });

  test('in Spanish too', () => {
    expect(behind('Tiene 2 recámaras y 1.5 baños.', factsFor(home, [], 'es'))).toEqual(['home.beds', 'home.baths']);
  });

  test('are not deeds, earlier words, the date, words that we say to everybody, or facts that are not on file', () => {
    const cited = [
      fact('done.1', 'I’ve told the team.'),
      fact('tell', 'Wants an email.'),
      fact('said', 'up to 600k'),
      fact('today', 'It is now Saturday.'),
      fact('time.1', 'Open time: Monday.'),
      fact('house.area', 'Which area suits you is yours to judge.'),
      fact('home.taxes', 'the property taxes: not on file.'),
    ];
    expect(behind('I’ve told the team.', cited)).toEqual([]);
  });

  test('are those of the card whose words the rules offered', () => {
    const card = fact('card:option', 'The option period is what both agree on.');
    const offer = fact('offer.1', card.words);
    expect(behind(card.words, [offer], [card, offer])).toEqual(['card:option']);
    expect(behind('Sorry to hear that.', [fact('offer.2', 'Sorry to hear that.')], [card])).toEqual([]);
  });
});

describe('the sources of a message', () => {
  test('are each told once, with where they come from and since when they hold', () => {
    const beds = fact('home.beds', 'It has 2 bedrooms.', { asOf: '2026-11-16' });
    const told = { words: 'It has 2 bedrooms.', facts: [beds] };
    expect(sourcesOf('Hi. It has 2 bedrooms.', [told, told])).toEqual([
      { factId: 'home.beds', words: 'It has 2 bedrooms.', source: 'Barton Ridge Realty', date: '2026-11-16' },
    ]);
    const bare = fact('card:own', 'We answer within a day.', { source: '' });
    expect(sourcesOf('Yes.', [{ words: 'Yes.', facts: [bare] }])).toEqual([
      { factId: 'card:own', words: 'We answer within a day.' },
    ]);
  });

  test('are not told of words that don’t stand in it', () => {
    const told = [{ words: 'It has a pool.', facts: [fact('home.pool', 'Yes, it has a pool.')] }];
    expect(sourcesOf('It has 2 bedrooms.', told)).toEqual([]);
  });

  test('are never what is for the team only', () => {
    const keys = fact('card:keys', 'The keys are with Renee.', { audience: 'staff' });
    expect(sourcesOf('Yes.', [{ words: 'Yes.', facts: [keys] }])).toEqual([]);
  });

  test('fit a message, however many and however long the facts are', () => {
    const facts = Array.from({ length: 30 }, (_, at) =>
      fact(`card:${at}`, `${at} ${'long '.repeat(500)}`, { source: 'x'.repeat(500) }),
    );
    const sources = sourcesOf('Yes.', [{ words: 'Yes.', facts }]);
    expect(sources).toHaveLength(12);
    const message = { messageId: 'm', text: 'Yes.', channel: 'widget', language: 'en', sources };
    expect(publicEntryData['message-created'].parse(message).sources).toEqual(sources);
    expect(sources[0]?.words.endsWith('…')).toBe(true);
  });
});
