import type { Entry } from '../../../src/contract/log/entry.ts';
import type { Evidence } from '../../../src/contract/values.ts';

export type FindEntry = (log: string, seq: number) => Entry | undefined;

/** The text that evidence points into, or null when the entry has none. */
export function textOf(entry: Entry): string | null {
  switch (entry.type) {
    case 'message-created':
    case 'note-created':
    case 'call-segment':
    case 'whisper-created':
      return entry.data.text;
    default:
      return null;
  }
}

/** The words that evidence points at; null when their entry is not here (yet) or the offsets do not fit its text. */
export function wordsOf(evidence: Evidence, find: FindEntry): string | null {
  const entry = find(evidence.log, evidence.seq);
  const text = entry ? textOf(entry) : null;
  if (text === null || evidence.start < 0 || evidence.end <= evidence.start || evidence.end > text.length) return null;
  return text.slice(evidence.start, evidence.end).trim() || null;
}

/** The words that a claim rests on, in order, each once, with the first evidence that has them. */
export function quotesOf(evidence: readonly Evidence[], find: FindEntry): ReadonlyMap<string, Evidence> {
  const quotes = new Map<string, Evidence>();
  for (const one of evidence) {
    const words = wordsOf(one, find);
    if (words && !quotes.has(words)) quotes.set(words, one);
  }
  return quotes;
}
