import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The lines of each file of one half, by its name. */
export type HalfLines = Readonly<Record<string, readonly unknown[]>>;

/**
 * Measuring data lies in two halves: `<name>.seen.jsonl` may be read by the authors of the rules, `unseen.gz.b64` holds the other half of
 * each file packed, so that nobody reads it by accident. Of that half only sums are told.
 */
export function readHalves(folder: string): { seen: HalfLines; unseen: HalfLines } {
  const ending = '.seen.jsonl';
  const seen = readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name): [string, string] => [name.slice(0, -ending.length), readFileSync(join(folder, name), 'utf8')]);
  const packed = readFileSync(join(folder, 'unseen.gz.b64'), 'utf8');
  const unseen = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')) as Record<string, string>;
  return { seen: linesOf(seen), unseen: linesOf(Object.entries(unseen)) };
}

const linesOf = (files: readonly (readonly [string, string])[]): HalfLines =>
  Object.fromEntries(files.map(([name, text]) => [name, parseLines(text)]));

/** One JSON value a line; null for a line that is none. */
export const parseLines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        return null;
      }
    });
