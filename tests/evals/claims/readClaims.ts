import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SentenceKind } from '../../../src/features/composing/checkClaims.ts';

export interface ClaimSentence {
  text: string;
  kind: SentenceKind;
  /** Of a hostile one: its fault. */
  class?: string;
  cites: string[];
}
export interface Half {
  hostile: ClaimSentence[];
  good: ClaimSentence[];
}
export interface SharedFact {
  id: string;
  en: string;
  es: string;
}

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const rowsOf = <T>(lines: string): T[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** The half that may be read, the one of which only sums are told, what the check's own writer tried it with, and the facts that all cite. */
export function readClaims(): { seen: Half; unseen: Half; ours: Half; facts: ReadonlyMap<string, SharedFact> } {
  const packed = gunzipSync(Buffer.from(read('unseen.gz.b64'), 'base64')).toString('utf8');
  const unseen = JSON.parse(packed) as Record<keyof Half, string>;
  return {
    seen: { hostile: rowsOf(read('hostile.seen.jsonl')), good: rowsOf(read('good.seen.jsonl')) },
    ours: { hostile: rowsOf(read('recombined.jsonl')), good: rowsOf(read('paraphrased.jsonl')) },
    unseen: { hostile: rowsOf(unseen.hostile), good: rowsOf(unseen.good) },
    facts: new Map(rowsOf<SharedFact>(read('facts.jsonl')).map((fact) => [fact.id, fact])),
  };
}
