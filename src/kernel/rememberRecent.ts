import { LRUCache } from 'lru-cache';

/** Longer texts are worked out each time, so that the memory stays small. */
export const longestRememberedChars = 400;

/**
 * The same function of a text, which remembers the last `most` texts: one message is read by the reader, by the bot and again when
 * its turn is run anew, and bots say the same sentences over and over. Only for a pure function whose result nobody changes.
 */
export function rememberRecent<Result>(most: number, read: (text: string) => Result): (text: string) => Result {
  // A result may be null, which the cache would take for nothing.
  const recent = new LRUCache<string, { result: Result }>({ max: most });
  return (text) => {
    if (text.length > longestRememberedChars) return read(text);
    const known = recent.get(text);
    if (known !== undefined) return known.result;
    const result = read(text);
    recent.set(text, { result });
    return result;
  };
}
