import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { splitSentences } from '../../../src/features/compliance/splitSentences.ts';
import { answerFromListing } from '../../../src/features/composing/answerFromListing.ts';
import { checkSpoken } from '../../../src/features/composing/checkSpoken.ts';
import { factsFor } from '../../../src/features/composing/factsFor.ts';
import { readListings } from '../../../src/features/listings/readListings.ts';

const csv = readFileSync(new URL('../../../docs/demo-homes.csv', import.meta.url), 'utf8');
const { listings } = readListings(csv, { source: 'the listing agent', asOf: '2026-11-01' });
const brokerage = 'Barton Ridge Realty';

const questions = {
  en: [
    'Is it still available and what is the price?',
    'How much are the taxes and the HOA?',
    'How many bedrooms and baths, how big is it?',
    'How big is the lot, when was it built, what kind of home is it?',
    'Is there a garage, parking, laundry? Are pets allowed? Is it furnished?',
    'What about heating and cooling?',
    'Where is it? What features does it have?',
    'Does it have a pool, a porch, a deck, a yard, a fence, wood floors, a view?',
    'Is it on one story, with an office and storage?',
    'How old is the roof?',
    'Is it a good deal?',
    'How are the schools? Is it safe?',
    'Who lives there?',
    'Is it a good area?',
    'Can I see it on Saturday?',
    'What is the phone number?',
  ],
  es: [
    '¿Sigue disponible y cuánto cuesta?',
    '¿Cuánto son los impuestos y la HOA?',
    '¿Cuántas recámaras y baños tiene, cuánto mide?',
    '¿Tiene garaje, estacionamiento, lavandería? ¿Se admiten mascotas?',
    '¿De qué año es? ¿Cuánto mide el terreno?',
    '¿Tiene alberca, jardín o porche?',
    '¿Es una zona segura? ¿Qué tal las escuelas?',
    '¿Puedo verla el sábado?',
  ],
} as const;

test.each(['en', 'es'] as const)(
  'every answer of the playbook about a demo home passes the check of claims: %s',
  (language) => {
    const lost = new Set<string>();
    let checked = 0;
    for (const listing of [...listings, null])
      for (const question of questions[language])
        for (const askWhom of [null, 'Maya Torres']) {
          const facts = factsFor(listing, [], language);
          const known = {
            names: [brokerage, askWhom ?? ''],
            said: [question],
            mayAsk: [],
            quoted: [],
            told: [],
            deeds: [],
            places: [],
            common: new Set<string>(),
          };
          const brief = { question, homes: listing === null ? [] : [listing], brokerage, language, askWhom, facts };
          for (const { text, facts: ids } of answerFromListing(brief)) {
            const cited = facts.filter(({ id }) => ids.includes(id));
            const splitter = splitSentences();
            for (const words of [...splitter.push(text), splitter.flush()].filter((one) => one.trim() !== '')) {
              checked += 1;
              const fault = checkSpoken({ text: words.trim(), facts: cited }, known);
              if (fault !== null) lost.add(`${fault}: ${words}`);
            }
          }
        }
    expect([...lost]).toEqual([]);
    expect(checked).toBeGreaterThan(language === 'en' ? 1000 : 500);
  },
  120_000,
);
