import type { Entry } from '../../../src/contract/log/entry.ts';
import type { ServerEvent } from '../../../src/contract/socket/events.ts';

/** A client's copy of one log. `entries` never has a gap: entries that came out of order wait aside until the hole is filled. */
export interface LogView {
  readonly log: string;
  /** One gapless run, oldest first. It may begin after seq 1: see `earlierRange`. */
  readonly entries: readonly Entry[];
  /** Entries that do not touch the run yet, by seq. */
  readonly aside: readonly Entry[];
  /** The highest seq known to exist. */
  readonly head: number;
}

/** Both ends inclusive. */
export interface SeqRange {
  fromSeq: number;
  toSeq: number;
}

/** The hub answers at most this many in one `log-fetch`. */
const fetchEntries = 200;

export const emptyLogView = (log: string): LogView => ({ log, entries: [], aside: [], head: 0 });

const firstSeqOf = (view: LogView): number => view.entries[0]?.seq ?? 1;
/** The last seq of the gapless run, as `chat-open` and `conversation-open` send it. */
export const lastSeqOf = (view: LogView): number => view.entries.at(-1)?.seq ?? 0;

/** Adds one entry at its position, once. Returns the same view when it brings nothing new. */
export function applyEntry(view: LogView, entry: Entry): LogView {
  return applyEntries(view, [entry]);
}

/** As `applyEntry`, for a batch in any order. Entries of other logs are ignored. */
export function applyEntries(view: LogView, arrived: readonly Entry[]): LogView {
  const fresh = new Map<number, Entry>();
  for (const entry of arrived) {
    const inRun = view.entries.length > 0 && entry.seq >= firstSeqOf(view) && entry.seq <= lastSeqOf(view);
    if (entry.log === view.log && !inRun) fresh.set(entry.seq, entry);
  }
  for (const entry of view.aside) fresh.delete(entry.seq);
  if (fresh.size === 0) return view;
  const aside = [...view.aside, ...fresh.values()].sort((a, b) => a.seq - b.seq);
  return join({ ...view, aside, head: Math.max(view.head, aside.at(-1)!.seq) });
}

/** The hub has sent all it will after an open: a run that is still empty begins where the hub began. */
export function applySynced(view: LogView, synced: Omit<ServerEvent<'log-synced'>, 'log'>): LogView {
  const seen = applyHead(view, synced.seq);
  if (seen.entries.length > 0) return seen;
  const first = seen.aside.find((entry) => entry.seq === synced.fromSeq);
  if (!first) return seen;
  return join({ ...seen, entries: [first], aside: seen.aside.filter((entry) => entry !== first) });
}

/** The hub says how far the log goes. A lower head than known is old news. */
export function applyHead(view: LogView, head: number): LogView {
  return head > view.head ? { ...view, head } : view;
}

/** The next range to fetch so that the run reaches the head; null when it does. */
export function missingRange(view: LogView): SeqRange | null {
  const fromSeq = lastSeqOf(view) + 1;
  if (fromSeq > view.head) return null;
  const next = view.aside.find((entry) => entry.seq >= fromSeq);
  return { fromSeq, toSeq: Math.min(fromSeq + fetchEntries - 1, next ? next.seq - 1 : view.head) };
}

/** The next range to fetch of what was said before the run; null when the run begins at 1. */
export function earlierRange(view: LogView): SeqRange | null {
  const toSeq = firstSeqOf(view) - 1;
  if (toSeq < 1) return null;
  // The hub gives fewer long entries at a time: the next request begins behind what has come of this one.
  const come = view.aside.findLast((entry) => entry.seq <= toSeq)?.seq ?? 0;
  return { fromSeq: Math.max(come + 1, toSeq - fetchEntries + 1), toSeq };
}

/** Moves from aside into the run what touches either end of it. */
function join(view: LogView): LogView {
  const entries = [...view.entries];
  const aside = [...view.aside];
  let last = entries.at(-1)?.seq ?? 0;
  const after = aside.filter((entry) => entry.seq > last && entry.seq === last + 1 && ++last);
  const before: Entry[] = [];
  let first = entries[0]?.seq ?? 1;
  for (const entry of aside.toReversed()) {
    if (entry.seq === first - 1) {
      before.unshift(entry);
      first = entry.seq;
    }
  }
  if (after.length === 0 && before.length === 0) return view;
  const joined = new Set([...before, ...after]);
  return { ...view, entries: [...before, ...entries, ...after], aside: aside.filter((entry) => !joined.has(entry)) };
}
