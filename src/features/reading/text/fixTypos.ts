import type { Span } from '../model.ts';
import { matchesIn } from './matchesIn.ts';
import { contractions, ourWords, shortTypos, wordsOfTheirOwn } from './typoWords.ts';

/** A fixed word or run of blanks: where it stands in the text as read, its length there, and its length as it was written. */
interface TypoFix {
  at: number;
  length: number;
  was: number;
}

/** A text with its typos and runs of blanks fixed, as it is read; `fixes` lead spans back to what was written. */
export interface FixedText {
  text: string;
  fixes: readonly TypoFix[];
}

const shortest = 5;
/** Typos of a longer text stay: looking for them would cost more than they are worth. */
const longestText = 1000;
/** From this length on two letters may be wrong. */
const longWord = 8;
const blanks = /[ \t]{2,}/g;
const wordOrBlanks = /[ \t]{2,}|(?<![\p{L}\d@_/]|[\p{L}\d]\.)\p{L}{1,20}(?![\p{L}\d@_/]|\.\p{L})/gu;
const calendarWord = /day$|^(?:janu|febr|marc|apri|augu|sept|octo|nove|dece)/;

const letters = (text: string): number => {
  let mask = 0;
  for (let at = 0; at < text.length; at++) mask |= 1 << (text.charCodeAt(at) % 31);
  return mask;
};
const index = new Map<string, { word: string; mask: number }[]>();
for (const one of ourWords) {
  const key = `${one[0]}${one.length}`;
  index.set(key, [...(index.get(key) ?? []), { word: one, mask: letters(one) }]);
}

/**
 * The text with typos in the readers' own words fixed ("3 bedrom", "tomorow", "4 hunderd thousand"): one letter wrong, missing, too
 * many or swapped, two in words of eight letters and more. Several blanks are one. Words of their own, names and addresses stay as they
 * are. Not for opt-outs: those are read from what was written.
 */
export function fixTypos(text: string, names: readonly string[] = []): FixedText {
  let fixes: TypoFix[] | null = null;
  let result = '';
  let taken = 0;
  for (const match of matchesIn(text.length > longestText ? blanks : wordOrBlanks, text)) {
    const [said] = match;
    const meant = meantBy(said, text, match.index);
    // "Leander" is a town, and no lender.
    if (meant === null || names.some((name) => name.toLowerCase().split(' ').includes(said.toLowerCase()))) continue;
    fixes ??= [];
    result += text.slice(taken, match.index);
    fixes.push({ at: result.length, length: meant.length, was: said.length });
    result += meant;
    taken = match.index + said.length;
  }
  return fixes === null ? { text, fixes: none } : { text: result + text.slice(taken), fixes };
}
const none: readonly TypoFix[] = [];

/** Maps a span of the fixed text to the text as it was written: a fixed word counts as a whole. */
export function writtenSpan(fixes: readonly TypoFix[], { start, end }: Span): Span {
  let [from, to] = [start, end];
  for (const { at, length, was } of fixes) {
    if (at + length <= start) from += was - length;
    else if (at < start) from -= start - at;
    if (at + length <= end) to += was - length;
    else if (at < end) to += at + was - end;
  }
  return { start: from, end: to };
}

function meantBy(said: string, text: string, at: number): string | null {
  if (isBlank(said)) return ' ';
  const lower = said.toLowerCase();
  const whole = contractions.get(lower);
  if (whole !== undefined) return said === lower ? whole : whole.charAt(0).toUpperCase() + whole.slice(1);
  if (said.length < shortest) return shortTypos.get(lower)?.(text.slice(at + said.length).replace(blanks, ' ')) ?? null;
  if (ourWords.has(lower) || wordsOfTheirOwn.has(lower) || isForm(lower)) return null;
  const meant = nearest(lower);
  if (meant === null) return null;
  const isName = said !== lower && said !== said.toUpperCase();
  // A capital may begin a name: only what can be nothing else is fixed.
  if (isName && (meant.length < 6 || (!isOpening(text, at) && !calendarWord.test(meant)))) return null;
  return isName ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
}

const isBlank = (said: string): boolean => said[0] === ' ' || said[0] === '\t';

const isOpening = (text: string, at: number): boolean =>
  /(?:^|[.!?]\s)\W{0,3}$/.test(text.slice(Math.max(0, at - 5), at));

/** Another form of a word of ours: "monthly", "priced", "sellers". */
function isForm(lower: string): boolean {
  const ending = endings.find((one) => lower.endsWith(one) && isStem(lower.slice(0, -one.length)));
  return ending !== undefined;
}
const endings = ['s', 'es', 'd', 'ed', 'ing', 'ly', 'y', 'er', 'ers', 'or', 'ful', 'al', 'able'];
const isStem = (stem: string): boolean => ourWords.has(stem) || ourWords.has(`${stem}e`) || ourWords.has(`${stem}y`);

function nearest(lower: string): string | null {
  const mask = letters(lower);
  const most = lower.length >= longWord ? 2 : 1;
  let found: string | null = null;
  let least = most + 1;
  for (let length = lower.length - most; length <= lower.length + most; length++) {
    for (const { word: ours, mask: theirs } of index.get(`${lower[0]}${length}`) ?? []) {
      if (ones(mask ^ theirs) > 2 * most) continue;
      const away = distance(lower, ours, ours.length >= longWord ? most : 1);
      if (away < least) [found, least] = [ours, away];
    }
  }
  return found;
}

function ones(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Letters to change, add, drop or swap with their neighbour; more than `most` is not counted out. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 9;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 9;
    [before, last] = [last, row];
  }
  const away = last[b.length] as number;
  return away <= most ? away : most + 9;
}
