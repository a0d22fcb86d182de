import type { Read } from '../../../reading/model.ts';
import { sentencesOf } from '../../../reading/text/sentencesOf.ts';
import type { CueLine, CueRule, Span } from '../model.ts';

/** One of several wordings, each between the edges of words; accents count as letters. */
export const oneOf = (...wordings: readonly RegExp[]): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${wordings.map(({ source }) => source).join('|')})(?!\\p{L})`, 'iu');

/** A sentence of the newest line that shows it, and not in one that says otherwise: "the price isn't too high". */
export const saying =
  (shows: RegExp, unless?: RegExp): CueRule['find'] =>
  (lines) =>
    inSentence(lines.at(-1)?.text ?? '', (sentence) => {
      const match = shows.exec(sentence);
      if (match === null || unless?.test(sentence)) return null;
      return { start: match.index, end: match.index + match[0].length };
    });

/** The words that a reader takes for one of these values, in the newest line. */
export const readingOf =
  <T>(reader: (text: string) => Read<T> | null, values: readonly T[], unless?: RegExp): CueRule['find'] =>
  (lines) => {
    const text = lines.at(-1)?.text ?? '';
    const read = reader(text);
    if (read === null || !values.includes(read.value) || unless?.test(text)) return null;
    return { start: read.start, end: read.end };
  };

/** The first that sees something. */
export const either =
  (...finds: readonly CueRule['find'][]): CueRule['find'] =>
  (lines) => {
    for (const find of finds) {
      const span = find(lines);
      if (span !== null) return span;
    }
    return null;
  };

/** The first span that `find` gives for a sentence of a text, as characters of the text. */
export function inSentence(text: string, find: (sentence: string) => Span | null): Span | null {
  for (const { plain, start } of sentencesOf(text)) {
    const span = find(plain);
    if (span !== null) return { start: start + span.start, end: start + span.end };
  }
  return null;
}

/** The words that were said before the newest line by the other side, since that side was last heard; '' where none were. */
export function saidBefore(lines: readonly CueLine[]): string {
  const who = lines.at(-1)?.who;
  const at = lines.findLastIndex((line) => line.who !== who);
  if (at < 0) return '';
  const from = lines.slice(0, at).findLastIndex((line) => line.who === who);
  return lines
    .slice(from + 1, at + 1)
    .map(({ text }) => text)
    .join(' ');
}
