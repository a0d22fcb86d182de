/** One expression of many patterns, for words as `bareWords` leaves them. */
export const oneOf = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'u');

/** Whether at least two of these signs are there: what means little alone. */
export function twoOf(signs: readonly RegExp[], words: string): boolean {
  let found = 0;
  for (const sign of signs) {
    if (sign.test(words)) found += 1;
    if (found === 2) return true;
  }
  return false;
}
