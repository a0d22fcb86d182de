import type { Evidence } from '../../contract/values.ts';
import { findWords } from '../../kernel/findWords.ts';
import type { TranscriptLine } from './coachContext.ts';

/**
 * Finds quoted words in the talk: the newest line that holds them exactly, else the newest that holds them when
 * case, spacing and typographic quotes do not count. Null when they stand nowhere: then they support nothing.
 */
export function findQuote(
  lines: readonly TranscriptLine[],
  quote: string,
  who?: TranscriptLine['who'],
): Evidence | null {
  const wanted = quote.trim();
  if (wanted.length < 2) return null;
  const candidates = who === undefined ? lines : lines.filter((line) => line.who === who);
  for (const line of candidates.toReversed()) {
    const start = line.text.indexOf(wanted);
    if (start >= 0) return { log: line.log, seq: line.seq, start, end: start + wanted.length };
  }
  for (const line of candidates.toReversed()) {
    const found = findWords(line.text, wanted);
    if (found !== null) return { log: line.log, seq: line.seq, ...found };
  }
  return null;
}
