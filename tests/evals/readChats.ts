import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The visitor's messages in one recorded chat, in order. */
export interface RecordedChat {
  id: string;
  texts: string[];
}

const longestText = 4000;

/**
 * The visitors' lines of the STAR apartment chats (two people typing, one playing the assistant): empty ones are left
 * out, longer ones than the wire takes are cut.
 */
export function readChats(dataRoot: string): RecordedChat[] {
  const file = join(dataRoot, 'nlu_homes/star_apartment_dialogues.jsonl');
  if (!existsSync(file)) throw new Error(`${file} is missing: name the folder that holds nlu_homes with --data <root>`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { id, turns } = JSON.parse(line) as { id: string; turns: { w: string; t?: string }[] };
      const texts = turns
        .filter(({ w, t }) => w === 'U' && (t ?? '').trim() !== '')
        .map(({ t }) => (t ?? '').slice(0, longestText));
      return { id, texts };
    });
}
