import type { ListingFacts } from '../packs/model.ts';
import { optionIndex } from '../reading/dialogue/optionIndex.ts';
import { type AskedFact, askedFacts } from '../reading/home/readAskedFacts.ts';
import { type HomeFeature, homeFeatures, readHomeFeatures } from '../reading/home/readHomeFeatures.ts';
import type { Language } from '../reading/model.ts';
import { sentencesOf } from '../reading/text/sentencesOf.ts';
import { bathsOf, bedsOf, factWords, featureWords, namesIt, openHousesTold, showsFeature } from './factWords.ts';
import { findHome } from './findHome.ts';
import { nearestAsked } from './nearestAsked.ts';

/** The facts on file about a question: one sentence each, in the order asked, and what is not on file, as it is called. */
export interface ToldHome {
  told: { text: string; field: keyof ListingFacts }[];
  lacking: string[];
  /** Asks what everybody is answered alike. */
  house?: 'people' | 'safety' | 'schools';
}

type Topic = { start: number } & ({ fact: AskedFact } | { feature: HomeFeature });

/** Looks up each thing that a question asks of a home. Both lists are empty when it asks nothing that a home's file could tell. */
export function lookUpHome(said: string, home: ListingFacts, language: Language): ToldHome {
  // "The second one", "and 12 Oak Street?": of a home that is only named or pointed at, the whole is told.
  if (optionIndex(said) >= 0 || namesOnly(said, home)) return { told: summaryOf(home, language), lacking: [] };
  // "Is Cypress Yard pet friendly" asks after no yard.
  const question = said.replace(streetIn(home.title), ' ');
  const line = lineNamed(question, home);
  const topics = topicsOf(question);
  // "Does the garage apartment have a bath": words of one line, and not of the fact that one of them calls up. Of several things each is told.
  const asksRules = topics.some((topic) => 'fact' in topic && topic.fact === 'rental-rules');
  if (line !== null && line.shared >= plainlyNamed && topics.length < 2 && !asksRules && !severalParts.test(question))
    return { told: [{ text: namesIt(line.words, language), field: 'features' }], lacking: [] };
  const result: ToldHome = { told: [], lacking: [] };
  const both = ['beds', 'baths'].every((name) => topics.some((topic) => 'fact' in topic && topic.fact === name));
  for (const topic of topics) {
    const { text, field, called } =
      'feature' in topic
        ? tellFeature(topic.feature, home, language, question)
        : tellFact(topic.fact, home, language, { both, question });
    if ('fact' in topic && topic.fact === 'hoa' && asksWhatItCovers.test(question))
      result.lacking.push(language === 'es' ? 'lo que cubre la cuota' : 'what the fee covers');
    if ('fact' in topic && topic.fact === 'pets' && text !== null && asksOfPetRules.test(question))
      result.lacking.push(language === 'es' ? 'límites o cuotas por mascotas' : 'pet limits or fees');
    const part = 'fact' in topic && topic.fact === 'size' ? partMeasured(question, home) : null;
    if (part !== null) result.told.push({ text: namesIt(part, language), field: 'features' });
    else if (text === null) result.lacking.push(called);
    else if (!result.told.some((one) => one.text === text)) result.told.push({ text, field });
  }
  if (topics.length === 0) {
    const found = lookUpByAskings(question, home, language);
    return isEmpty(found) ? withParts(found, question, home, language) : found;
  }
  return withRest(withParts(result, question, home, language), question, home, language);
}

const isEmpty = ({ told, lacking, house }: ToldHome): boolean =>
  told.length + lacking.length === 0 && house === undefined;

/** "Lot size, roof age, hvac age": parts of a list that the rules leave are looked up by how people ask. */
function withParts(result: ToldHome, question: string, home: ListingFacts, language: Language): ToldHome {
  const parts = question.split(/[,;?/\n]|\band\b|\by\b/i).map((part) => part.trim());
  const [told, lacking] = [[...result.told], [...result.lacking]];
  const topics = topicsOf(question);
  for (const part of parts.length > 1 ? parts : []) {
    // A question of what a fee covers is answered as missing.
    if (part === '' || asksWhatItCovers.test(part) || part.split(/\s+/).length > partWords || topicsOf(part).length > 0)
      continue;
    const asked = nearestAsked(part);
    const line = asked === null ? lineOf(part, home) : null;
    const quote = line === null ? null : namesIt(line.words, language);
    if (quote !== null && !told.some(({ text }) => text === quote)) told.push({ text: quote, field: 'features' });
    if (asked === null || asked.kind === 'house' || asked.kind === 'summary') continue;
    if (asked.kind === 'fact' && topics.some((topic) => 'fact' in topic && topic.fact === asked.fact)) continue;
    const found = lookUpByAskings(part, home, language);
    told.push(...found.told.filter(({ text }) => !told.some((one) => one.text === text)));
    lacking.push(...found.lacking.filter((called) => !lacking.includes(called)));
  }
  return { ...result, told, lacking };
}
const partWords = 8;
const asksOfPetRules = /\b(?:limits?|fees?|deposits?|weight|breeds?|how many|l[ií]mites?|cuotas?|razas?)\b/i;
const asksWhatItCovers = /\b(?:cover|includ|inclu[iy]|cubr)|\b(?:hoa|dues|fees?) (?:is |are )?for\b/i;

/** Adds the rest of a question: a sentence of its own, or words that neither the quoted lines nor their names have. */
function withRest(result: ToldHome, question: string, home: ListingFacts, language: Language): ToldHome {
  if (result.lacking.length > 0 || result.told.length === 0) return result;
  const asked = sentencesOf(question).filter(({ plain }) => plain.trim().split(/\s+/).length >= restWords);
  const isOpen = ({ plain }: { plain: string }): boolean =>
    /\?\s*$/.test(plain) && topicsOf(plain).length === 0 && nearestAsked(plain) === null;
  const isMore = asked.length >= 2 && asked.some(isOpen);
  return isMore || asksMoreThan(result, question, home) ? { ...result, lacking: [restOf(language)] } : result;
}

/** "Which way does the balcony face, afternoons hot?", of which the file's "Balcony of 90 sqft" answers little. */
function asksMoreThan({ told }: ToldHome, question: string, { title }: ListingFacts): boolean {
  if (!told.some(({ field, text }) => isCount.has(field) || /"|:/.test(text))) return false;
  const features = readHomeFeatures(question).map(({ start, end }) => question.slice(start, end));
  const known = [...wordsOf([title, ...features, ...told.map(({ text }) => text)].join(' '))];
  const open = [
    ...wordsOf(
      sentencesOf(question)
        .filter(({ kind }) => kind === 'question')
        .map(({ plain }) => plain)
        .join(' '),
    ),
  ];
  const isKnown = (word: string): boolean => known.some((one) => one.startsWith(word.slice(0, stemChars)));
  return open.filter((word) => !asking.has(withoutMarks(word)) && !isKnown(word)).length >= severalWords;
}
/** Figures of the whole home, which a question on one part of it asks for something else. */
const isCount: ReadonlySet<keyof ListingFacts> = new Set(['beds', 'areaSqft', 'yearBuilt']);
const withoutMarks = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
const stemChars = 5;
const severalWords = 2;
/** Words by which any question is put. */
const asking = new Set(
  'also does either both each which them have know like many much please still tell want would could really actually cool okay thing something hay tiene tienen como para cual cuanto cuanta cuantos cuantas esta este casa usted ustedes algo pues'.split(
    ' ',
  ),
);
const restWords = 3;
/** As what was asked beside the rest of a question is called among what is lacking. */
export const restOf = (language: Language): string => (language === 'es' ? 'lo demás' : 'the rest');

/** The same for words that no rule knows: by how people ask, then by the words of a feature on file. */
function lookUpByAskings(question: string, home: ListingFacts, language: Language): ToldHome {
  const line = lineOf(question, home);
  const told = (text: string, field: keyof ListingFacts): ToldHome => ({ told: [{ text, field }], lacking: [] });
  const lacks = (called: string): ToldHome => ({ told: [], lacking: [called] });
  const asked = nearestAsked(question);
  switch (asked?.kind) {
    case 'house':
      return { told: [], lacking: [], house: asked.topic };
    case 'not-kept':
      return lacks(asked.called[language]);
    case 'part': {
      const part = linesOf(home).find((line) => asked.names.test(line));
      return part === undefined ? lacks(asked.called[language]) : told(namesIt(part, language), 'features');
    }
    case 'fact':
    case 'feature': {
      const found =
        asked.kind === 'fact'
          ? tellFact(asked.fact, home, language, { both: false, question })
          : tellFeature(asked.feature, home, language, question);
      return found.text === null ? lacks(found.called) : told(found.text, found.field);
    }
    case 'summary':
      return { told: summaryOf(home, language), lacking: [] };
    default:
  }
  if (line === null) return { told: [], lacking: [] };
  // "How old is the roof and the water heater, any flood zone?": one line of the file does not answer all of it.
  const rest = severalParts.test(question) ? [restOf(language)] : [];
  return { ...told(namesIt(line.words, language), 'features'), lacking: rest };
}

/** The two words by which a street is called, as a pattern. */
function streetIn(title: string): RegExp {
  const [first, second] = title.match(/\p{L}+/gu) ?? [];
  return first === undefined || second === undefined ? /(?!)/ : new RegExp(`\\b${first} ${second}\\b`, 'gi');
}

/** "And 12 Oak Street?": the home is named, and nothing is asked of it. "VA loan ok on 12 Oak?" asks something else. */
const namesOnly = (question: string, home: ListingFacts): boolean =>
  findHome(question, [home]) !== null && [...wordsOf(question)].every((word) => wordsOf(home.title).has(word));

/** The summary of a home that was asked for as a whole: price, rooms, size. */
export const summaryOf = (home: ListingFacts, language: Language): ToldHome['told'] =>
  (['price', 'beds', 'size'] as const).flatMap((fact) => {
    const { text, field } = tellFact(fact, home, language, { both: fact === 'beds', question: '' });
    return text === null ? [] : [{ text, field }];
  });

function topicsOf(question: string): Topic[] {
  const features = readHomeFeatures(question).map(({ value, start }) => ({ feature: value, start }));
  // "How big is the yard?" asks for the lot, and for no more.
  const facts = askedFacts(question, { asked: true });
  const own = features.filter(({ feature }) => !(feature === 'yard' && facts.some(({ fact }) => fact === 'lot')));
  // "The porch, how big": the size of a part, which its line on file tells.
  const ofHome = own.length > 0 ? facts.filter(({ fact }) => fact !== 'size') : facts;
  return [...ofHome, ...own].sort((a, b) => a.start - b.start);
}

interface Told {
  text: string | null;
  field: keyof ListingFacts;
  called: string;
}

function tellFact(
  fact: AskedFact,
  home: ListingFacts,
  language: Language,
  { both, question }: { both: boolean; question: string },
): Told {
  if (fact === 'phone')
    return { text: null, field: 'source', called: language === 'es' ? 'un teléfono' : 'a phone number' };
  const { called, field, tell } = factWords[fact];
  if (fact === 'open-house') return { text: openHousesTold(question, home, language), field, called: called[language] };
  if (both && (fact === 'beds' || fact === 'baths')) {
    const [beds, baths] = [bedsOf(home, language), bathsOf(home, language)];
    return {
      text: language === 'es' ? `Tiene ${beds} y ${baths}.` : `It has ${beds} and ${baths}.`,
      field,
      called: '',
    };
  }
  const text = tell[language](home);
  // Without a word on steps, the floors of the home tell most of it.
  if (fact === 'steps' && text === null && ofFloors.test(question))
    return { ...tellFeature('one-story', home, language, question), called: called[language] };
  return { text, field, called: called[language] };
}

/** Of the lines that name a feature, the one that says most of what is asked: "which way does the balcony face" is told in the description. */
function lineOfFeature(feature: HomeFeature, home: ListingFacts, question: string): string | null {
  const shown = showsFeature(home, feature);
  if (shown === null && feature === 'one-story') return linesOf(home).find((line) => severalStories.test(line)) ?? null;
  if (shown === null || shown === '') return shown;
  const stems = [...wordsOf(question)].map((word) => word.slice(0, facesChars));
  const share = (line: string): number =>
    stems.filter((stem) => [...wordsOf(line)].some((word) => word.startsWith(stem))).length;
  const lines = linesOf(home).filter((line) => homeFeatures[feature].test(line));
  return lines.reduce((best, line) => (share(line) > share(best) ? line : best), shown);
}
const facesChars = 3;
const ofFloors = /(?<!\p{L})(?:stairs?|staircases?|upstairs|escaleras)(?!\p{L})/iu;
const severalStories = /\b(?:two|three|2|3)[- ]stor(?:y|ies)\b|\bsplit[- ]level\b/i;

function tellFeature(feature: HomeFeature, home: ListingFacts, language: Language, question: string): Told {
  const called = featureWords[feature][language];
  const told = (text: string | null): Told => ({ text, field: 'features', called });
  if (feature === 'pool' && home.amenities?.pool === false)
    return told(language === 'es' ? 'No tiene piscina.' : 'It has no pool.');
  const words = lineOfFeature(feature, home, question);
  if (words === '') return told(language === 'es' ? `Sí, tiene ${called}.` : `Yes, it has ${called}.`);
  return told(words === null ? null : namesIt(words.replace(/[.;]$/, ''), language));
}

const severalParts = /,\s*\p{L}|\b(?:and|or|also|y|o|también)\b[^.?!,]*\p{L}{4}|\?\W+\p{L}/iu;

const commonWords = new Set(
  'about area does feet foot square from have home house into listing much open other place room rooms some space that there they this what when where which will with your'.split(
    ' ',
  ),
);

/** The features and the sentences of the description. */
const linesOf = ({ features, description }: ListingFacts): string[] =>
  [...features, ...description.split(/(?<=[.!?;])\s+/)].map((line) => line.replace(/[.;]$/, ''));

/** The line of the listing, a feature or a sentence of its description, that shares most words with the question, and how many. */
function lineNamed(question: string, home: ListingFacts): { words: string; shared: number } | null {
  const asked = wordsOf(question);
  const [first] = linesOf(home)
    .map((words) => ({ words, shared: [...wordsOf(words)].filter((word) => asked.has(word)).length }))
    .sort((a, b) => b.shared - a.shared);
  return first === undefined || first.shared === 0 ? null : first;
}
const plainlyNamed = 2;

/** The same, where its words are most of what is asked: "loud with the park next door?" asks nothing of a porch that faces the park. */
function lineOf(question: string, home: ListingFacts): { words: string; shared: number } | null {
  const line = lineNamed(question, home);
  const asked = [...wordsOf(question)].filter((word) => !asking.has(withoutMarks(word)));
  return line !== null && (line.shared >= plainlyNamed || line.shared * 2 >= asked.length) && !general.test(question)
    ? line
    : null;
}
/** Of whom or of the money behind it, no line tells. */
const general = /\b(?:who|people|offers?|assessments?|lawsuits?|litigation|insurance|rent(?:al|ed|s)?)\b/i;

/** "How big is the studio?": the line that measures that part, which the size of the whole home does not tell. */
const partMeasured = (question: string, home: ListingFacts): string | null =>
  lineNamed(question, { ...home, features: linesOf(home).filter((line) => measured.test(line)), description: '' })
    ?.words ?? null;
const measured = /\d[\d,]*[- ]?(?:sq|square)/i;

/** Other names by which people ask for what listings name differently. */
const alsoCalled: Readonly<Record<string, string>> = {
  stove: 'range',
  cooktop: 'range',
  oven: 'range',
  countertop: 'counter',
};

const wordsOf = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
      .map((word) => (word.endsWith('s') ? word.slice(0, -1) : word))
      .filter((word) => !commonWords.has(word))
      .map((word) => alsoCalled[word] ?? word),
  );
