import type { ListingFacts } from '../../packs/model.ts';
import { bareWords } from '../../reading/text/bareWords.ts';

const leastLetters = 5;
const mostWords = 4;
const wordsOf = (text: string): string[] =>
  (bareWords(text).match(/[a-z]+/g) ?? []).filter((word) => word.length >= leastLetters);
const stemOf = (word: string): string => word.replace(/(?:es|s)$/, '');

/** "Meters", on the page of a home whose file has separate meters: a few words that ask for what the file says of them. */
export function namesOfFile(text: string, { description, features }: ListingFacts): boolean {
  const words = wordsOf(text).map(stemOf);
  if (words.length === 0 || text.trim().split(/\s+/).length > mostWords) return false;
  const onFile = new Set(wordsOf([description, ...features].join(' ')).map(stemOf));
  return words.some((word) => onFile.has(word));
}
