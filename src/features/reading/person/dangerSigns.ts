/** Something said in any of several ways, in words as `bareWords` leaves them. */
export type Sign = readonly RegExp[];

/** Each way stays an expression of its own: joined into one they take many times as long. */
export const anyOf = (...ways: string[]): Sign => ways.map((way) => new RegExp(way));

/** Whether the words show this sign. */
export const shows = (sign: Sign, words: string): boolean => sign.some((way) => way.test(words));

/** Whether at least two of these signs are there, each of which means little alone. */
export function showsTwo(signs: readonly Sign[], words: string): boolean {
  let found = 0;
  for (const sign of signs) {
    if (shows(sign, words)) found += 1;
    if (found === 2) return true;
  }
  return false;
}
