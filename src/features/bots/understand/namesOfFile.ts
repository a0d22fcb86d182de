import type { ListingFacts } from '../../packs/model.ts';
import { bareWords } from '../../reading/text/bareWords.ts';

const leastLetters = 5;
const wordsOfFragment = 3;
/** Words of every file, of praise, and of figures: none asks for anything. */
const ofNothing = new Set(
  'house great three about place south north downtown street living lovely beautiful thanks really still there'.split(
    ' ',
  ),
);
const wordsOf = (text: string): string[] =>
  (bareWords(text).match(/[a-z]+/g) ?? []).filter((word) => word.length >= leastLetters);
const stemOf = (word: string): string => word.replace(/(?<=[sxz]|ch|sh)es$|s$/, '');
const praises = /\b(?:love|like|great|nice|beautiful|pretty|amazing|we|i|my)\b/i;

/** "Meters", on the page of a home whose file has separate meters: a few words that ask for what the file says of them. */
export function namesOfFile(text: string, { description, features }: ListingFacts): boolean {
  const words = wordsOf(text).filter((word) => !ofNothing.has(word));
  if (words.length === 0 || praises.test(text) || text.trim().split(/\s+/).length > wordsOfFragment) return false;
  const onFile = new Set(wordsOf([description, ...features].join(' ')).map(stemOf));
  return words.some((word) => onFile.has(stemOf(word)));
}
