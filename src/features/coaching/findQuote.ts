import type { Evidence } from '../../contract/values.ts';
import type { TalkLine } from './talk.ts';

/**
 * Where quoted words stand in the talk: the newest line that holds them exactly, else the newest that holds them when
 * case, spacing and typographic quotes do not count. Null when they stand nowhere: then they support nothing.
 */
export function findQuote(lines: readonly TalkLine[], quote: string, who?: TalkLine['who']): Evidence | null {
  const wanted = quote.trim();
  if (wanted.length < 2) return null;
  const candidates = who === undefined ? lines : lines.filter((line) => line.who === who);
  for (const line of candidates.toReversed()) {
    const start = line.text.indexOf(wanted);
    if (start >= 0) return { log: line.log, seq: line.seq, start, end: start + wanted.length };
  }
  const loose = loosen(wanted).text.trim();
  if (loose.length < 2) return null;
  for (const line of candidates.toReversed()) {
    const { text, at } = loosen(line.text);
    const found = text.indexOf(loose);
    if (found < 0) continue;
    const last = found + loose.length - 1;
    return { log: line.log, seq: line.seq, start: at[found] as number, end: (at[last] as number) + 1 };
  }
  return null;
}

/** Lower case, one space for many, plain quotes; `at[i]` is where unit i of the result stands in the original. */
function loosen(original: string): { text: string; at: number[] } {
  let text = '';
  const at: number[] = [];
  for (let i = 0; i < original.length; i++) {
    const unit = original[i] as string;
    const plain = /\s/.test(unit)
      ? ' '
      : unit === '’' || unit === '‘'
        ? "'"
        : unit === '“' || unit === '”'
          ? '"'
          : unit.toLowerCase();
    if (plain === ' ' && text.endsWith(' ')) continue;
    // Lower case may be longer than the letter it came from ("İ").
    for (let k = 0; k < plain.length; k++) at.push(i);
    text += plain;
  }
  return { text, at };
}
