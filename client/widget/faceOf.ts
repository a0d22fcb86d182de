import { createElement } from './createElement.ts';

/** The round mark beside what somebody says: the letters of the assistant, or the initials of a person. Their name is in words beside it. */
export const faceOf = (who: 'bot' | 'person', letters: string): HTMLElement =>
  createElement('span', { class: `face ${who}`, 'aria-hidden': 'true' }, [letters]);

/** "Maya Torres" → "MT". */
export function initialsOf(name: string): string {
  const firsts = name
    .trim()
    .split(/\s+/)
    .map((word) => [...word][0] ?? '');
  return (firsts.length > 1 ? [firsts[0], firsts.at(-1)] : firsts).join('').toUpperCase();
}
