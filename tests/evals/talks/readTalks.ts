import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Talk, talk } from './model.ts';

export const talksFolder = import.meta.dirname;
export const unseenTalks = 'unseen.gz.b64';

/** The talks that may be read, and those of which only sums are told. Throws where a talk is not in the form of `model.ts`. */
export function readTalks(): { seen: Talk[]; unseen: Talk[] } {
  const seen = readdirSync(talksFolder)
    .filter((name) => name.endsWith('.seen.jsonl'))
    .sort()
    .flatMap((name) => parseTalks(readFileSync(join(talksFolder, name), 'utf8'), name));
  const packed = readFileSync(join(talksFolder, unseenTalks), 'utf8');
  return { seen, unseen: parseTalks(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'), unseenTalks) };
}

/** One talk a line. What is wrong with one is told by its place, never by its words: it may belong to the unread half. */
export function parseTalks(lines: string, from: string): Talk[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const read = talk.safeParse(parseJson(line));
      if (read.success) return read.data;
      const issues = read.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`);
      throw new Error(`${from}, line ${at + 1} is no talk: ${issues.slice(0, 5).join(', ')}`);
    });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
