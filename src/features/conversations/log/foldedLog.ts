import type { Entry, EntryType } from '../../../contract/log/entry.ts';

/** The newest lines of a log, without a gap, up to the head as this process knows it: the store may be ahead. */
export interface FoldedLog {
  lines: readonly Entry[];
  head: number;
}

const mostLines = 400;
const mostChars = 200_000;

/** The number of the first line that is held; one above the head where none is. */
export const firstOf = ({ lines, head }: FoldedLog): number => head - lines.length + 1;

const sizes = new WeakMap<Entry, number>();
function sizeOf(entry: Entry): number {
  const known = sizes.get(entry);
  if (known !== undefined) return known;
  const size = JSON.stringify(entry).length;
  sizes.set(entry, size);
  return size;
}
export const charsOf = (held: FoldedLog | null): number =>
  held === null ? 0 : held.lines.reduce((sum, entry) => sum + sizeOf(entry), 0);

/**
 * With more lines, which follow each other: those right after or right before what is held are added. Where lines are missing in between,
 * the newer ones are all that is held. At most 400 lines and 200,000 characters, the newest.
 */
export function withLines(held: FoldedLog | null, more: readonly Entry[]): FoldedLog | null {
  const last = more.at(-1);
  if (last === undefined) return held;
  if (held === null) return cut(more, last.seq);
  const first = firstOf(held);
  const after = more.filter(({ seq }) => seq > held.head);
  const before = more.filter(({ seq }) => seq < first);
  const older = before.at(-1)?.seq === first - 1 ? [...before, ...held.lines] : held.lines;
  if (after.length === 0) return older === held.lines ? held : cut(older, held.head);
  return cut(isNext(held, after) ? [...older, ...after] : after, last.seq);
}

/** Whether new lines go on where the held ones end: else lines are missing in between. */
export const isNext = (held: FoldedLog, after: readonly Entry[]): boolean => after[0]?.seq === held.head + 1;

function cut(lines: readonly Entry[], head: number): FoldedLog {
  let chars = 0;
  let from = lines.length;
  while (from > 0 && lines.length - from < mostLines) {
    chars += sizeOf(lines[from - 1] as Entry);
    if (chars > mostChars && from < lines.length) break;
    from -= 1;
  }
  return { lines: lines.slice(from), head };
}

/** Those of the held lines with `fromSeq <= seq <= toSeq`, at most `limit`. */
export const linesIn = (held: FoldedLog, fromSeq: number, toSeq: number, limit: number): Entry[] => {
  const first = firstOf(held);
  const from = Math.max(0, fromSeq - first);
  return held.lines.slice(from, Math.min(from + limit, Math.max(from, toSeq - first + 1)));
};

/** The newest line of a type; `unknown` where an older one may stand that is not held. */
export function newestIn(held: FoldedLog, type: EntryType): Entry | null | 'unknown' {
  const found = held.lines.findLast((entry) => entry.type === type);
  return found ?? (firstOf(held) <= 1 ? null : 'unknown');
}
