import { mentionsPerNote } from '../../../src/contract/mentionLimits.ts';

export interface Colleague {
  id: string;
  name: string;
}

const mostOffered = 6;
const firstNameOf = (name: string): string => name.split(' ')[0] ?? name;
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The mention that is being written before the caret: where its @ stands, and the letters after it. */
export function askedMention(text: string, caret: number): { at: number; asked: string } | null {
  const match = /(?:^|[\s(])@([\p{L}\p{M}'’-]{0,40}(?: [\p{L}\p{M}'’-]{0,40})?)$/u.exec(text.slice(0, caret));
  const asked = match?.[1];
  return asked === undefined ? null : { at: caret - asked.length - 1, asked };
}

/** The colleagues whose whole name, or one of its parts, begins so. */
export function colleaguesFor(people: readonly Colleague[], asked: string): Colleague[] {
  const begins = folded(asked);
  return people
    .filter(({ name }) => [name, ...name.split(' ')].some((part) => folded(part).startsWith(begins)))
    .slice(0, mostOffered);
}

/** Puts a name in the place of what was written from the @ to the caret; `caret`: where writing goes on. */
export function withMention(text: string, at: number, caret: number, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, at)}@${name} `;
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length };
}

/** The people whom a note mentions: by their whole name, or by a first name that one colleague alone has. */
export function mentionsIn(text: string, people: readonly Colleague[]): string[] {
  const words = folded(text);
  const isNamed = (name: string): boolean => {
    const sought = `@${folded(name)}`;
    for (let at = words.indexOf(sought); at !== -1; at = words.indexOf(sought, at + 1)) {
      const isWord = /[\p{L}\p{N}]/u.test(words[at + sought.length] ?? '');
      if (!isWord && !/[\p{L}\p{N}]/u.test(words[at - 1] ?? '')) return true;
    }
    return false;
  };
  const named = people.filter(({ name }) => isNamed(name));
  const byFirst = people.filter(({ name }) => {
    const first = firstNameOf(name);
    const namesakes = people.filter((other) => folded(firstNameOf(other.name)) === folded(first));
    return namesakes.length === 1 && isNamed(first);
  });
  return [...new Set([...named, ...byFirst].map(({ id }) => id))].slice(0, mentionsPerNote);
}
