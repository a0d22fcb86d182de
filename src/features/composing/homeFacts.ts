import type { Fact } from '../../contract/readings.ts';
import { daysWithoutOpenHouse, factWords, namesIt } from '../listings/factWords.ts';
import { formatDay } from '../listings/formatFigures.ts';
import type { ListingFacts } from '../packs/model.ts';
import type { Language } from '../reading/model.ts';

/**
 * The file of a home, as facts that an answer may cite: each in the words in which it is told, figures as people write them.
 * A missing value is a fact too: that it is not on file.
 */
export function homeFacts(home: ListingFacts, language: Language): Fact[] {
  const { source, asOf } = home;
  const told = (id: string, words: string): Fact => ({ id: `home.${id}`, words, source, asOf, audience: 'visitor' });
  const closedDays = daysWithoutOpenHouse(home, language);
  return [
    ...Object.entries(factWords).map(([name, { called, tell }]) =>
      told(name, tell[language](home) ?? lacks(called[language], language)),
    ),
    ...(closedDays === null ? [] : [told('open-house-days', closedDays)]),
    ...(home.amenities?.pool === undefined ? [] : [told('pool', poolWords[language][home.amenities.pool ? 1 : 0])]),
    ...home.features.map((feature, at) => told(`feature-${at + 1}`, namesIt(feature, language))),
    ...(home.description === '' ? [] : [told('description', home.description)]),
    told('source', sourceWords[language](source, formatDay(asOf, language))),
  ];
}

/** The same of a home beside the one at hand, under ids of its own; its price says whose it is. */
export const otherHomeFacts = (home: ListingFacts, at: number, language: Language): Fact[] =>
  homeFacts(home, language).map((fact) => ({
    ...fact,
    id: fact.id.replace(/^home\./, `other${at + 1}.`),
    words: fact.id === 'home.price' ? `${home.title}: ${fact.words}` : fact.words,
  }));

/** Somebody looked it up: no, or yes. */
const poolWords = {
  en: ['It has no pool.', 'Yes, it has a pool.'],
  es: ['No tiene piscina.', 'Sí, tiene una piscina.'],
} as const;

/** The answer to a question about the source of the file. */
const sourceWords = {
  en: (source: string, day: string): string => `The details of this home come from ${source}, as of ${day}.`,
  es: (source: string, day: string): string => `Los datos de esta casa son de ${source}, al ${day}.`,
} as const;

const lacks = (called: string, language: Language): string =>
  language === 'es' ? `${called}: no consta en la ficha.` : `${called}: not on file.`;
