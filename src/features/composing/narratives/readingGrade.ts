import { splitSentences } from '../../compliance/splitSentences.ts';

/**
 * The school grade that reads an English text with ease: 0.39 words a sentence + 11.8 syllables a word − 15.59 (Kincaid, Fishburne,
 * Rogers, Chissom 1975), to one decimal and at least 0. Syllables are counted by their vowels. Null for a text without words.
 */
export function readingGrade(text: string): number | null {
  const splitter = splitSentences();
  const sentences = [...splitter.push(text), splitter.flush()].filter((one) => /\p{L}/u.test(one)).length;
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  if (words.length === 0 || sentences === 0) return null;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word.toLowerCase()), 0);
  const grade = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  return Math.max(0, Math.round(grade * 10) / 10);
}

/** Groups of vowels; an "e" at the end is silent, except after "l" with a consonant before it ("table"). */
function syllablesOf(word: string): number {
  const groups = word.match(/[aeiouy]+/g)?.length ?? 0;
  const isSilent = /[^aeiouy]e$/.test(word) && !/[^aeiouy]le$/.test(word);
  return Math.max(1, isSilent ? groups - 1 : groups);
}
