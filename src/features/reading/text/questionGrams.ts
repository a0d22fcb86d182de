import { bareLetters } from '../../../kernel/bareLetters.ts';
import { plainText } from './plainText.ts';

/** The features by which a text is compared: its words without their endings, and the runs of 3 to 5 letters in it, each once. */
export interface Grams {
  words: string[];
  runs: string[];
}

const longest = 400;

/** The grams of a question as people type it, accents and endings gone, short forms written out. */
export function questionGrams(text: string): Grams {
  const plain = bareLetters(plainText(text).slice(0, longest))
    .replace(/'(?=[a-z])/g, '')
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
  const words = plain.split(' ').flatMap((word) => shortForms.get(word) ?? [word]);
  const stems = words.map(stemOf).filter((word) => word !== '');
  const padded = ` ${words.join(' ')} `;
  const runs = new Set<string>();
  for (let size = 3; size <= 5; size += 1)
    for (let at = 0; at + size <= padded.length; at += 1) runs.add(padded.slice(at, at + size));
  return { words: [...new Set(stems)], runs: [...runs] };
}

const shortForms = new Map(
  Object.entries({
    whats: 'what is',
    hows: 'how is',
    wheres: 'where is',
    whens: 'when is',
    whos: 'who is',
    im: 'i am',
    ive: 'i have',
    id: 'i would',
    were: 'we are',
    theres: 'there is',
    dont: 'do not',
    doesnt: 'does not',
    cant: 'can not',
    wont: 'will not',
    didnt: 'did not',
    isnt: 'is not',
    yall: 'you',
    ya: 'you',
    u: 'you',
    ur: 'your',
    r: 'are',
    rn: 'right now',
    wanna: 'want to',
    gonna: 'going to',
    gotta: 'have to',
    diff: 'difference',
    realtor: 'agent',
    realtors: 'agents',
    q: 'que',
    preapproved: 'pre approved',
    preapproval: 'pre approved',
    prequalified: 'pre qualified',
    prequalification: 'pre qualified',
    prequal: 'pre qualified',
    appraises: 'appraisal',
    appraiser: 'appraisal',
  }).map(([short, whole]) => [short, whole.split(' ')]),
);

/** "selling", "sells" and "sell" are one. Coarse on purpose: the runs of letters tell what this confuses. */
function stemOf(word: string): string {
  if (word.length < 4) return word;
  return (
    word
      .replace(/(?:ies|ied)$/, 'y')
      .replace(/(?:ings?|ers?|ed|es|s)$/, '')
      .replace(/(.)\1$/, '$1') || word
  );
}
