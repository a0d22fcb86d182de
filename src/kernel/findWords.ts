/** Finds words in a text when case, spacing and typographic quotes do not count; null when they are not there. */
export function findWords(original: string, words: string): { start: number; end: number } | null {
  const wanted = loosen(words.trim()).text.trim();
  if (wanted.length < 2) return null;
  const { text, at } = loosen(original);
  const found = text.indexOf(wanted);
  if (found < 0) return null;
  return { start: at[found] as number, end: (at[found + wanted.length - 1] as number) + 1 };
}

/** Lower case, one space for many, plain quotes; `at[i]` is where unit i of the result stands in the original. */
function loosen(original: string): { text: string; at: number[] } {
  let text = '';
  const at: number[] = [];
  for (let i = 0; i < original.length; i++) {
    const unit = original[i] as string;
    const plain = /\s/.test(unit)
      ? ' '
      : unit === '’' || unit === '‘'
        ? "'"
        : unit === '“' || unit === '”'
          ? '"'
          : unit.toLowerCase();
    if (plain === ' ' && text.endsWith(' ')) continue;
    // Lower case may be longer than the letter it came from ("İ").
    for (let k = 0; k < plain.length; k++) at.push(i);
    text += plain;
  }
  return { text, at };
}
