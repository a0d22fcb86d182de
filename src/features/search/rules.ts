import type { Entry } from '../../contract/log/entry.ts';
import { maskIdentityNumbers } from '../reading/numbers/identityNumbers.ts';

/** Words are compared by this many first letters. */
const keyChars = 10;
/** The first words of a line are indexed; later ones are not found. */
const mostWords = 80;

/** The words of a text as they are compared: without case, accents and marks. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return [...new Set(words.map((word) => word.slice(0, keyChars)))];
}

/** Every beginning of every word, from two letters on: an equal key is a word that begins so. */
export function keysOf(text: string): string[] {
  const keys = new Set<string>();
  for (const word of wordsOf(text).slice(0, mostWords))
    for (let length = 2; length <= word.length; length += 1) keys.add(word.slice(0, length));
  return [...keys];
}

/** The text of an entry that can be searched, without identity numbers; null when it has none. */
export function searchableTextOf(entry: Entry): string | null {
  switch (entry.type) {
    case 'message-created': {
      const names = entry.data.attachments?.map(({ name }) => name) ?? [];
      return maskIdentityNumbers([entry.data.text, ...names].filter((part) => part !== '').join(' · '));
    }
    case 'note-created':
    case 'whisper-created':
    case 'call-segment':
      return maskIdentityNumbers(entry.data.text);
    case 'note-changed':
      return entry.data.text === undefined ? null : maskIdentityNumbers(entry.data.text);
    case 'conversation-ended':
      return entry.data.comment === undefined ? null : maskIdentityNumbers(entry.data.comment);
    default:
      return null;
  }
}

const shownChars = 160;
/** The part of a long text around the first word that begins like one of those asked for, on one line. */
export function lineAround(text: string, asked: readonly string[]): string {
  const flat = text.replaceAll(/\s+/g, ' ');
  if (flat.length <= shownChars) return flat;
  const hit = [...flat.matchAll(/[\p{L}\p{N}\p{M}]{2,}/gu)].find(({ 0: word }) =>
    asked.some((one) => wordsOf(word)[0]?.startsWith(one)),
  );
  const from = Math.max(0, (hit?.index ?? 0) - 60);
  const part = flat.slice(from, from + shownChars).toWellFormed();
  return `${from > 0 ? '…' : ''}${part}${from + shownChars < flat.length ? '…' : ''}`;
}
