import { describe, expect, it } from 'vitest';
import { fact } from '../../../src/contract/readings.ts';
import { matters } from '../../../src/contract/vocabulary.ts';
import { reviewWords } from '../../../src/features/compliance/reviewWords.ts';
import { splitSentences } from '../../../src/features/compliance/splitSentences.ts';
import { factOf } from '../../../src/features/knowledge/findCards.ts';
import { processCards } from '../../../src/features/knowledge/processCards.ts';

const languages = ['en', 'es'] as const;
const said = processCards.flatMap(({ id, words }) =>
  languages.map((language) => ({ id, language, text: words[language] })),
);

const example = /\b(?:example and not an offer of credit|ejemplo, y no como oferta de crédito)/;
const usual = new RegExp(`\\b(?:often|about|many people|muchas veces|mucha gente|como el)\\b|${example.source}`, 'i');

describe('the cards of the hub', () => {
  it('are some sixty or more, each once, each with questions in both languages', () => {
    expect(processCards.length).toBeGreaterThanOrEqual(60);
    expect(new Set(processCards.map(({ id }) => id)).size).toBe(processCards.length);
    const few = processCards.filter(
      ({ asks, about }) => asks.en.length < 6 || asks.es.length < 3 || !matters.includes(about),
    );
    expect(few.map(({ id }) => id)).toEqual([]);
  });

  it('may all be said to a visitor, sentence by sentence, as the gate reads them', () => {
    const cut = said.flatMap(({ id, text, language }) => {
      const splitter = splitSentences();
      return [...splitter.push(text), splitter.flush()].flatMap((sentence) => {
        const verdict = reviewWords(sentence, { audience: 'public', language });
        return verdict.action === 'pass' ? [] : [`${id} ${language}: ${verdict.rule}: ${sentence}`];
      });
    });
    expect(cut).toEqual([]);
  });

  it('are one to four short sentences without semicolons, marks of excitement or empty promises', () => {
    const wrong = said.filter(
      ({ text }) => text.length > 340 || /;|\bnoted\b/i.test(text) || text.split(/[.?!](?:\s|$)/).length > 6,
    );
    expect(wrong.map(({ id, language }) => `${id} ${language}`)).toEqual([]);
  });

  it('tell a share only as what is usual, and a sum of money only in an example', () => {
    const bare = said.filter(({ text }) =>
      text
        .split(/(?<=[.?!]) /)
        .some(
          (one) =>
            (/%|\bpercent\b|\bpor ciento\b/i.test(one) && !usual.test(one)) ||
            (one.includes('$') && !example.test(one)),
        ),
    );
    expect(bare.map(({ id, language }) => `${id} ${language}`)).toEqual([]);
  });

  it('send people in trouble to who can truly help, with the right number', () => {
    const words = (id: string) => processCards.find((card) => card.id === id)?.words.en ?? '';
    expect(words('missed-payments')).toMatch(/lender.*HUD-approved counselor at 888-995-4673/);
    expect(words('foreclosure')).toMatch(/first Tuesday.*attorney.*888-995-4673 today/);
    expect(words('probate')).toContain('probate attorney');
    expect(words('divorce')).toContain('family attorney');
    expect(words('exchange-1031')).toContain('tax adviser');
  });

  it('are facts as the contract has them', () => {
    for (const card of processCards)
      for (const language of languages)
        expect(fact.safeParse(factOf(card, 'Barton Ridge Realty', language)).success).toBe(true);
  });
});
