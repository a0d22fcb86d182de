import type { Read, Span } from '../model.ts';

/**
 * Every match of a global pattern, in order, as `matchAll` finds them. That one copies the pattern for each text, which for the short
 * texts of a chat costs more than the search.
 */
export function matchesIn(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    // An empty match: without a step forward it would be found here for ever.
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}

/** Where a match stands. */
export const spanOf = ({ index, 0: words }: RegExpExecArray): Span => ({ start: index, end: index + words.length });

/** A value, with where the match that says it stands. */
export const readAt = <T>(value: T, match: RegExpExecArray): Read<T> => ({ value, ...spanOf(match) });
