import { commonWords } from './commonWords.ts';

const leastCharacters = 10;
const leastDifferent = 6;
const leastDigits = 16;
/** Fewer guesses than these are worth the trouble of trying them. */
const leastScore = 8;
const worthOfWord = 2;

const tooShort = `Choose a password of at least ${leastCharacters} characters, not counting spaces.`;
const unseen = 'This password contains invisible characters. Use ordinary letters, digits, and symbols.';
const tooEasy =
  'This password is easy to guess. Choose a longer sentence that only you would think of, without your name or email address.';

/** Why this may not be a password, in words for the person who chose it; null when it may. `own`: names and addresses of that person. */
export function judgePassword(password: string, own: readonly string[] = []): string | null {
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/u.test(password)) return unseen;
  const seen = [...password.normalize('NFKC').replace(/\s/gu, '')];
  if (seen.length < leastCharacters) return tooShort;
  const isNumber = seen.every((character) => /\d/.test(character)) && seen.length < leastDigits;
  if (isNumber || new Set(seen).size < leastDifferent) return tooEasy;
  return scoreOf(seen.join(''), own.flatMap(partsOf)) < leastScore ? tooEasy : null;
}

/** In lower case, without accents. */
const plainOf = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/** The words in a name or an address, and all of them in one. */
function partsOf(own: string): string[] {
  const parts = plainOf(own).split(/[^\p{L}\p{N}]+/u);
  return [...parts, parts.join('')].filter(({ length }) => length >= 3);
}

/** How many characters a guesser has to find: a common word counts as two, a run or a year as one, a repetition as nothing. */
function scoreOf(password: string, ownParts: readonly string[]): number {
  const plain = plainOf(password).replace(/[-_.]/g, '');
  const [, unit = plain] = /^(.+?)\1+$/u.exec(plain) ?? [];
  const withoutRuns = takeOutRuns(unit).replace(/(?:19|20)\d\d/g, year);
  const words = [...ownParts, ...commonWords].sort((a, b) => b.length - a.length);
  return Math.min(...spellings(withoutRuns).map((spelling) => scoreOfWords(spelling, words)));
}

// Placeholders that no password holds: control characters were refused before.
const year = '\u0001';
const run = '\u0002';

function scoreOfWords(text: string, words: readonly string[]): number {
  let rest = text;
  let found = 0;
  for (const word of words) {
    if (!rest.includes(word)) continue;
    rest = rest.replaceAll(word, '');
    found += 1;
  }
  return rest.length + worthOfWord * found;
}

const lines = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
  '147258369',
  '!@#$%^&*()',
];
const runs = [...lines, ...lines.map((line) => [...line].reverse().join(''))];
const longestRun = Math.max(...lines.map(({ length }) => length));
const isRun = (text: string): boolean =>
  /^(.)\1\1+$/u.test(text) || ((text.length > 3 || /^\d{3}$/.test(text)) && runs.some((line) => line.includes(text)));

/** Keys that lie side by side, letters and digits in their order, one sign again and again: each becomes one sign. */
function takeOutRuns(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + longestRun);
    while (end > at + 2 && !isRun(text.slice(at, end))) end -= 1;
    const found = end > at + 2;
    rest += found ? run : text[at];
    at = found ? end : at + 1;
  }
  return rest;
}

const lookalikes: Record<string, string> = { '0': 'o', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' };
/** The text as it stands, and with digits and signs read as the letters they stand for. */
const spellings = (text: string): string[] => {
  const letters = text.replace(/[03457@$]/g, (sign) => lookalikes[sign] ?? sign);
  return [text, letters.replace(/[1!]/g, 'i'), letters.replace(/[1!]/g, 'l')];
};
