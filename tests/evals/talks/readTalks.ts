import { readFileSync } from 'node:fs';
import { parseLines, readHalves } from '../readHalves.ts';
import { type Talk, talk } from './model.ts';

/** The talks that may be read, and those of which only sums are told. Throws where a talk is not in the form of `model.ts`. */
export function readTalks(): { seen: Talk[]; unseen: Talk[] } {
  const { seen, unseen } = readHalves(import.meta.dirname);
  const talksOf = (half: typeof seen): Talk[] =>
    Object.entries(half).flatMap(([name, lines]) => lines.map((line, at) => checked(line, `${name}, line ${at + 1}`)));
  return { seen: talksOf(seen), unseen: talksOf(unseen) };
}

/** Talks of a file of one's own. */
export const readTalkFile = (file: string): Talk[] =>
  parseLines(readFileSync(file, 'utf8')).map((line, at) => checked(line, `${file}, line ${at + 1}`));

/** A faulty talk is reported by its place, never by its words: it may belong to the unread half. */
function checked(line: unknown, where: string): Talk {
  const read = talk.safeParse(line);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`);
  throw new Error(`${where} is no talk: ${issues.slice(0, 5).join(', ')}`);
}
