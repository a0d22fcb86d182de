import type { ListingFacts } from '../packs/model.ts';

/**
 * The home that a text names: by its number and a word of its street, by two words of its street, or by the first where it is called so
 * ("the Teakwood one", "on Teakwood"); null when none or several are.
 */
export function findHome<Home extends Pick<ListingFacts, 'title'>>(text: string, homes: readonly Home[]): Home | null {
  const said = ` ${wordsOf(text).join(' ')} `;
  const called = calledAfterStreet(text);
  let [best, bestShared, tied]: [Home | null, number, boolean] = [null, 0, false];
  for (const home of homes) {
    const title = wordsOf(home.title);
    const shared = sharedWords(said, title) || (called.has(streetOf(title)) ? 1 : 0);
    if (shared === 0 || shared < bestShared) continue;
    tied = shared === bestShared;
    [best, bestShared] = [home, shared];
  }
  return tied ? null : best;
}

const streetOf = (title: readonly string[]): string => title.find((word) => !/^\d/.test(word)) ?? '';

const afterStreet =
  /\b(?:the|that|this|la|el|esa|ese) (\p{L}{5,}) (?:one|house|home|place|condo|town ?ho\w+|unit|listing|property|casa)\b|\b(?:on|at|over on|la de|en) (\p{L}{5,})(?=\W*$|[,.?!]| (?:st|street|dr|drive|ln|lane|rd|road|ct|court|row|still|have|has|is|got)\b)/giu;
/** Words that stand where a home is called after its street. */
const calledAfterStreet = (text: string): Set<string> =>
  new Set([...text.toLowerCase().matchAll(afterStreet)].map(([, named, on]) => named ?? on ?? ''));

/** How many words of the title are said; 0 where they do not name it. */
function sharedWords(said: string, title: readonly string[]): number {
  const street = title.filter((word) => !/^\d/.test(word));
  const numbered = title.some((word) => /^\d{2,}/.test(word) && said.includes(` ${word} `));
  const one = street.some((word) => word.length > 3 && said.includes(` ${word} `));
  const two = street[0] !== undefined && street[1] !== undefined && said.includes(` ${street[0]} ${street[1]} `);
  if (!(numbered && one) && !two) return 0;
  return title.filter((word) => said.includes(` ${word} `)).length;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

/**
 * The names under which a store looks a home up, so that each home that a text names (`findHome`) shares one with the text: its
 * numbers, the first two words of its street, and the first alone.
 */
export function namesOf(title: string): string[] {
  const words = wordsOf(title);
  const street = words.filter((word) => !/^\d/.test(word));
  return [
    ...new Set([
      ...words.filter((word) => /^\d{2,}/.test(word)).map((word) => `#${word}`),
      ...(street.length > 1 ? [`${street[0]} ${street[1]}`] : []),
      ...(street[0] === undefined ? [] : [`~${street[0]}`]),
    ]),
  ];
}

/** Words that begin a street's name more often than they mean one. */
const everywhere = new Set(['north', 'south', 'east', 'west', 'northeast', 'northwest', 'southeast', 'southwest']);
const leastLetters = 5;
/** The names by which a text may mean a home that it does not plainly name: any of its words may be the first of a street. */
export const looseNamesIn = (text: string): string[] =>
  [...new Set(wordsOf(text))]
    .filter((word) => word.length >= leastLetters && !everywhere.has(word))
    .map((word) => `~${word}`)
    .slice(0, mostNames);

const mostNames = 1_000;
/** The names by which a text may mean a home; of a very long text those that come first. */
export function namesIn(text: string): string[] {
  const words = wordsOf(text);
  return [
    ...new Set([
      ...words.filter((word) => /^\d{2,}/.test(word)).map((word) => `#${word}`),
      ...[...calledAfterStreet(text)].map((word) => `~${word}`),
      ...words.slice(1).map((word, at) => `${words[at]} ${word}`),
    ]),
  ].slice(0, mostNames);
}
