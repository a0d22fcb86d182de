/** Characters of a message that are kept, and compared with later ones. */
export const recentChars = 200;
const alike = 0.7;
const enoughWords = 3;

/** Says nearly the same as one of the last messages. Short words such as "yes" are never a repeat. */
export function isRepeat(text: string, recent: readonly string[]): boolean {
  const words = wordsOf(text);
  if (words.size < enoughWords) return false;
  return recent.some((earlier) => {
    const old = wordsOf(earlier);
    const shared = [...words].filter((word) => old.has(word)).length;
    return shared / (words.size + old.size - shared) >= alike;
  });
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .slice(0, recentChars)
      .toLowerCase()
      .match(/[\p{L}\d']+/gu),
  );
