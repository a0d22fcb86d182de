import type { Fact } from '../../../contract/readings.ts';
import { reviewWords } from '../../compliance/reviewWords.ts';
import type { ListingFacts } from '../../packs/model.ts';
import type { Language } from '../../reading/model.ts';
import { readAddress } from '../../reading/place/readAddress.ts';
import { isNotOnFile } from '../checkClaims.ts';
import { homeFacts } from '../homeFacts.ts';
import { linksIn } from '../linksIn.ts';
import { readFigures } from '../readFigures.ts';
import { bareOf } from '../readTold.ts';
import { namesProxy } from './proxyWords.ts';
import { workedOutFacts } from './workedOutFacts.ts';

/** "It has no pool" answers a question; in a story it names a wish that nobody had. A rule such as "no pets" is told all the same. */
const lacksIt = /^(?:It has no|It isn't sold|No tiene|No se vende) /;

/** The fact that says how the home is called. */
export const titleId = 'home.title';

/** Answers to questions that a story doesn't ask. */
const notTold: ReadonlySet<string> = new Set([
  'home.available',
  'home.features',
  'home.open-house-days',
  'home.source',
]);

/** Whether words may stand in a narrative, whoever wrote them: the gate for the public, and no word for people or schools. */
export const mayBeTold = (text: string, brokerage: string): boolean =>
  !namesProxy(text) && reviewWords(text, { audience: 'public', brokerage }).action === 'pass';

/**
 * The home under the name that a story gives it: its title, or its street address where the title is more of an ad than a name, or holds what
 * may not be told.
 */
export function namedForStory(home: ListingFacts, brokerage: string): ListingFacts {
  const title = home.title.replace(/[\s.,;:!…]+$/u, '');
  const isName = title !== '' && !/[!?]/.test(title) && mayBeTold(title, brokerage);
  return { ...home, title: isName ? title : (home.address.split(',')[0] ?? home.address) };
}

/** An ad's lines are taken for features, its office hours, numbers to call, links, and addresses too. */
const tellsHowToReach = (words: string): boolean =>
  readFigures(bareOf(words)).some(({ kind }) => kind === 'time' || kind === 'phone') ||
  linksIn(words).length > 0 ||
  readAddress(words) !== null;

/**
 * The home's file as a narrative may cite it: the facts on file and what follows from them, without answers to questions and without words that
 * the gate would stop. Of the description, the sentences that may be told.
 */
export function narrativeFacts(home: ListingFacts, language: Language, brokerage: string): Fact[] {
  const title: Fact = { id: titleId, words: home.title, source: home.source, asOf: home.asOf, audience: 'visitor' };
  return [title, ...homeFacts(home, language), ...workedOutFacts(home, language)].flatMap((fact) => {
    if (notTold.has(fact.id) || isNotOnFile(fact) || lacksIt.test(fact.words)) return [];
    if (fact.id === titleId) return [fact];
    if (fact.id.startsWith('home.feature-') && tellsHowToReach(fact.words)) return [];
    if (fact.id !== 'home.description') return mayBeTold(fact.words, brokerage) ? [fact] : [];
    const words = (fact.words.match(/[^.!?]+(?:[.!?]+\s*|$)/g) ?? [])
      .filter((sentence) => mayBeTold(sentence, brokerage))
      .join('')
      .trim();
    return words === '' ? [] : [{ ...fact, words }];
  });
}
