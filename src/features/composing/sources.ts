import { type MessageSource, mostSources } from '../../contract/log/publicEntries.ts';
import { type Fact, factChars, isForVisitors } from '../../contract/readings.ts';
import { isNotOnFile } from './checkClaims.ts';
import { meansSame, stemOf } from './claimWords.ts';
import { isPlain } from './plainWords.ts';
import { bareOf } from './readTold.ts';

/** Words of a message, and the facts behind them. */
export interface WordsTold {
  words: string;
  facts: readonly Fact[];
}

/** Facts of homes and cards. Words about the talk itself, and words that we say to everybody, have no source. */
const hasSource = (fact: Fact): boolean =>
  /^(?:card:|home\.|other\d*\.|sale\.)/.test(fact.id) && isForVisitors(fact) && !isNotOnFile(fact);

/**
 * The facts that one sentence tells, of those it cites. Where the rules offered Claude a card's words, the card is behind them (`known`).
 * A sentence that is put together from a home's file cites all of it.
 */
export function factsBehind(words: string, cited: readonly Fact[], known: readonly Fact[]): Fact[] {
  const facts = cited
    .map((fact) => (hasSource(fact) ? fact : (known.find((one) => one.words === fact.words && hasSource(one)) ?? fact)))
    .filter(hasSource);
  if (facts.length <= mostCited) return facts;
  const said = carryingWords(words);
  const shares = facts.map((fact) => {
    const own = carryingWords(fact.words);
    return own.filter((word) => said.some((one) => meansSame(one, word))).length / Math.max(own.length, 1);
  });
  const most = Math.max(...shares);
  const isTold = (share: number): boolean => share > mostlySaid || (share > 0 && share === most);
  return facts.filter((_, at) => isTold(shares[at] ?? 0)).slice(0, mostCited);
}
/** A model that cites more has not chosen: then the words of a sentence tell which facts it stands on. */
const mostCited = 4;
/** More than this of a fact's words stands in a sentence that tells it. */
const mostlySaid = 0.5;

/** Its figures, and the stems of its words that say more than plain ones. */
const carryingWords = (text: string): string[] =>
  (bareOf(text).match(/\p{L}[\p{L}'-]*|\d+(?:[.,]\d+)*/gu) ?? [])
    .map((word) => (/^\d/.test(word) ? word : stemOf(word)))
    .filter((stem) => !isPlain(stem));

/** The facts behind a message, each once; words that don't stand in it have none. */
export function sourcesOf(text: string, told: readonly WordsTold[]): MessageSource[] {
  const facts = told.flatMap(({ words, facts: behind }) => (text.includes(words) ? behind.filter(hasSource) : []));
  // A file may have the same words under two names.
  const once = facts.map((fact) => `${fact.id.split('.')[0]} ${fact.words}`);
  return facts
    .filter((_, at) => once.indexOf(once[at] ?? '') === at)
    .slice(0, mostSources)
    .map(
      ({ id, words, source, asOf }): MessageSource => ({
        factId: id,
        words: words.length > factChars.words ? `${words.slice(0, factChars.words - 1)}…` : words,
        ...(source === '' ? {} : { source: source.slice(0, factChars.source) }),
        ...(asOf === undefined ? {} : { date: asOf }),
      }),
    );
}
