import type { BoardRow } from '../../../src/contract/board.ts';

export const chips = ['all', 'waiting', 'mine', 'unassigned', 'hot', 'snoozed', 'done'] as const;
export type Chip = (typeof chips)[number];

/** Since when a person owes an answer; undefined while nobody does: that Jorge is to answer is no such wait. */
export const waitsSince = (row: BoardRow): string | undefined =>
  row.mode === 'human' || row.mode === 'waiting'
    ? row.waitingSince
    : row.mode === 'bot'
      ? row.awaits?.since
      : undefined;
export const owesAnswer = (row: BoardRow): boolean => waitsSince(row) !== undefined;

/** Put aside, and not yet back: the visitor's next word ends it too. */
export const isSnoozed = (row: BoardRow, now: number): boolean =>
  row.snoozedUntil !== undefined && Date.parse(row.snoozedUntil) > now;

/** Nobody else will answer this one: it is mine, or offered to me, or nobody's. What was put aside waits for nobody until it is back. */
export const waitsFor = (row: BoardRow, me: string, now: number): boolean =>
  owesAnswer(row) && !isSnoozed(row, now) && ((row.owner ?? row.offered)?.id ?? me) === me;

/** Whether a row is under a chip. `all` is what is open now; what was put aside or is over has its own chip. */
export function isUnder(chip: Chip, row: BoardRow, me: string, now: number): boolean {
  if (chip === 'done') return row.mode === 'closed';
  if (row.mode === 'closed') return false;
  if (chip === 'snoozed') return isSnoozed(row, now);
  if (isSnoozed(row, now)) return false;
  switch (chip) {
    case 'waiting':
      return owesAnswer(row);
    case 'mine':
      return (row.owner ?? row.offered)?.id === me;
    case 'unassigned':
      return row.owner === undefined;
    case 'hot':
      return row.temperature === 'hot';
    default:
      return true;
  }
}

/** Words of a search, all to be found in the name, the home, the owner or the last line. */
export function matches(row: BoardRow, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = [row.lead.name, row.listingTitle, row.owner?.name, row.lastText].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

const rankOf = (row: BoardRow, me: string, now: number): number =>
  waitsFor(row, me, now) ? 0 : row.temperature === 'hot' ? 1 : 2;

/** Waits for me (longest first), then hot, then newest. */
export function orderFor(rows: readonly BoardRow[], me: string, now: number): BoardRow[] {
  return [...rows].sort((a, b) => {
    const rank = rankOf(a, me, now);
    const difference = rank - rankOf(b, me, now);
    if (difference !== 0) return difference;
    if (rank === 0) return (waitsSince(a) ?? '').localeCompare(waitsSince(b) ?? '');
    return b.lastAt.localeCompare(a.lastAt) || a.conversationId.localeCompare(b.conversationId);
  });
}

/**
 * The order while the list holds still: what was shown keeps its place, new ones go to the end, gone ones leave.
 * `moved`: how many would be elsewhere if it were let go.
 */
export function holdStill(shown: readonly string[], fresh: readonly string[]): { ids: string[]; moved: number } {
  const freshSet = new Set(fresh);
  const shownSet = new Set(shown);
  const ids = [...shown.filter((id) => freshSet.has(id)), ...fresh.filter((id) => !shownSet.has(id))];
  return { ids, moved: ids.filter((id, place) => fresh[place] !== id).length };
}
