import { type Channel, channels } from './readChannelWish.ts';

/** How and when somebody may be reached, in parts that software obeys. Minutes of the day; weekdays from 0, Monday. */
export interface ContactLimits {
  /** Ways that are ruled out; `only` rules out the others. */
  not: Channel[];
  /** A call begins at or after `from` and before `until`. */
  from: number | null;
  until: number | null;
  weekdays: number[] | null;
}

export const noLimits: ContactLimits = { not: [], from: null, until: null, weekdays: null };

const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const days: Readonly<Record<string, readonly number[]>> = {
  ...Object.fromEntries(week.map((name, at) => [name, [at]])),
  weekdays: [0, 1, 2, 3, 4],
  weekends: [5, 6],
};
const noteChars = 120;
const mostParts = 8;

/** One part, by the kind of its limit, so that a later one of the same kind takes its place. */
interface Part {
  kind: 'not' | 'only' | 'after' | 'before' | 'days' | 'note';
  words: string;
}

function partOf(written: string): Part | null {
  const words = written.trim().toLowerCase().replace(/\s+/g, ' ');
  const way = /^(not|only) (call|text|email|chat)$/.exec(words);
  if (way !== null && words !== 'not chat') return { kind: way[1] as 'not' | 'only', words };
  if (/^(?:after|before) (?:[01]?\d|2[0-4]):[0-5]\d$/.test(words))
    return { kind: words.startsWith('after') ? 'after' : 'before', words };
  const named = /^(?:not )?on (.+)$/.exec(words)?.[1]?.split(/, ?| and /) ?? [];
  if (named.length > 0 && named.every((day) => days[day] !== undefined)) return { kind: 'days', words };
  const note = /^note: (.+)$/.exec(written.trim())?.[1];
  return note === undefined ? null : { kind: 'note', words: `note: ${note.slice(0, noteChars)}` };
}

/** Parts that stand beside others of their kind. */
const gathers: ReadonlySet<Part['kind']> = new Set(['not', 'note']);

const partsOf = (words: string): Part[] =>
  words
    .split(';')
    .map(partOf)
    .filter((part) => part !== null)
    .slice(0, mostParts);

/**
 * Limits in their one written form, such as "only email; after 12:00; not on sunday; note: their boss must not know"; `known`: those that
 * were said before, of which one of the same kind gives way. Null where the words hold none.
 */
export function joinLimits(words: string, known = ''): string | null {
  const added = partsOf(words);
  if (added.length === 0) return null;
  const replaced = new Set<Part['kind']>(added.map(({ kind }) => kind).filter((kind) => !gathers.has(kind)));
  const kept = partsOf(known).filter(({ kind }) => !replaced.has(kind));
  return [...new Set([...kept, ...added].map((part) => part.words))].slice(-mostParts).join('; ');
}

/** The ways and times that written limits allow and rule out. */
export function limitsIn(words: string): ContactLimits {
  const limits: ContactLimits = { ...noLimits, not: [] };
  for (const { kind, words: part } of partsOf(words)) {
    const rest = part.slice(part.indexOf(' ') + 1);
    if (kind === 'not') limits.not.push(rest as Channel);
    if (kind === 'only') limits.not.push(...channels.filter((channel) => channel !== rest));
    if (kind === 'after') limits.from = minutesOf(rest);
    if (kind === 'before') limits.until = minutesOf(rest);
    if (kind === 'days') limits.weekdays = weekdaysOf(part);
  }
  return { ...limits, not: [...new Set(limits.not)] };
}

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}

function weekdaysOf(part: string): number[] {
  const named = part
    .replace(/^(?:not )?on /, '')
    .split(/, ?| and /)
    .flatMap((day) => days[day] ?? []);
  const isOut = part.startsWith('not ');
  return week.map((_, at) => at).filter((at) => named.includes(at) !== isOut);
}
