import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Language } from '../../../src/features/reading/model.ts';

export interface HostileSentence {
  text: string;
  class: string;
  language: Language;
  disguise: string | null;
}
export interface GoodSentence {
  text: string;
  language: Language;
}
export interface Half {
  hostile: HostileSentence[];
  good: GoodSentence[];
}

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const rowsOf = <T>(lines: string): T[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** The half that may be read, and the one of which only sums are told. */
export function readSentences(): { seen: Half; unseen: Half } {
  const packed = gunzipSync(Buffer.from(read('unseen.gz.b64'), 'base64')).toString('utf8');
  const unseen = JSON.parse(packed) as Record<keyof Half, string>;
  return {
    seen: { hostile: rowsOf(read('hostile.seen.jsonl')), good: rowsOf(read('good.seen.jsonl')) },
    unseen: { hostile: rowsOf(unseen.hostile), good: rowsOf(unseen.good) },
  };
}
