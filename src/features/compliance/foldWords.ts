import { asItLooks, bareLetters, visibleText } from '../../kernel/bareLetters.ts';

const markup = /<[^<>]{0,200}>|[*~`]+|_{2,}/g;
const entity = /&(?:[a-z]{2,8}|#x?[\da-f]{1,6});/gi;
/** "s a f e", "s.a.f.e", "S S N": letters held apart. */
const spelled = /(?<![\p{L}'])\p{L}(?:[ .·|/_-]\p{L}(?!\p{L})){2,40}/gu;
const pictures = /(?:\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}\u20E3])+/gu;
/** "perfect-for-families", "acc.epted": signs within a word, except an apostrophe. */
const innerMarks = /(?<=\p{L})(?:[-_.,;:·•|/\\+^=!"]|\uFFFC)+(?=\p{L})/gu;
const digitsAsLetters: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
};
const digitInWord = /(?<=[a-z])[013457@$](?=[a-z])/g;

/**
 * The forms in which the rules look at words: as they read, and in bare lower-case letters, once with what stands inside words as a
 * space ("perfect-for-families") and once without it ("sa-fe", "fami👪lies"). Every form is on one line.
 */
export function foldWords(text: string): readonly string[] {
  const visible = visibleText(text).replace(markup, '').replace(entity, ' ');
  const plain = oneLine(visible.replace(spelled, joined));
  const apart = bare(plain).replace(innerMarks, ' ').replaceAll('\uFFFC', ' ');
  const together = bare(visible.replace(spelled, (letters) => letters.replace(/ y$/i, '').replace(/[^\p{L}]/gu, '')))
    .replace(innerMarks, '')
    .replaceAll('\uFFFC', '')
    .replace(digitInWord, (sign) => digitsAsLetters[sign] ?? sign);
  return [...new Set([plain, oneLine(apart), oneLine(together)])];
}

const bare = (text: string): string => bareLetters(asItLooks(text)).replace(pictures, '\uFFFC');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** "a s a f e" is "a safe". */
const joined = (letters: string): string => {
  const word = letters.replace(/[^\p{L}]/gu, '');
  return /^[aiy] /i.test(letters) && word.length > 3 ? `${word.slice(0, 1)} ${word.slice(1)}` : word;
};
