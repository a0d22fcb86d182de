import type { Span } from './model.ts';

const firstChars = 200;
const lastChars = 500;
/** Ends a sentence: words on either side of what is left out are never read as one. */
const gap = '.\n';

/** As much of a text as rules read: all of it, or its first and last words. */
export interface Ends {
  text: string;
  /** The same words in the whole text. */
  inWhole(span: Span): Span;
}

/** A rule may look ahead from each character, so its cost grows much faster than the text; few lines are that long. */
export function endsOf(text: string): Ends {
  if (text.length <= firstChars + lastChars) return { text, inWhole: (span) => span };
  // No word is cut in two: "financing" is not "finance".
  const first = text.slice(0, firstChars).replace(/(?<!\S)\S+$/, '');
  const last = text.slice(-lastChars).replace(/^\S+/, '');
  const leftOut = text.length - first.length - gap.length - last.length;
  const whereIs = (at: number): number => (at < first.length + gap.length ? Math.min(at, first.length) : at + leftOut);
  return {
    text: `${first}${gap}${last}`,
    inWhole: ({ start, end }) => ({ start: whereIs(start), end: whereIs(end) }),
  };
}
