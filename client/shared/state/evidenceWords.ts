import type { Entry } from '../../../src/contract/entries.ts';
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

/** All words of a claim, each once, in order. */
export function quotedWords(evidence: readonly Evidence[], find: FindEntry): string[] {
  const words = evidence.map((one) => wordsOf(one, find)).filter((one) => one !== null);
  return [...new Set(words)];
}
