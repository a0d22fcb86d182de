import type { BoardRow } from '../../../src/contract/socket/board.ts';

export const chips = ['all', 'now', 'follow-up', 'mine', 'unassigned', 'hot', 'snoozed', 'done'] as const;
export type Chip = (typeof chips)[number];

/** Snoozed, and not yet back; the visitor's next message ends it too. */
export const isSnoozed = (row: BoardRow, now: number): boolean =>
  row.snoozedUntil !== undefined && Date.parse(row.snoozedUntil) > now;

/** Whether the visitor has written since the row was as `before`: Jorge may have answered them already, or somebody read it. */
export function hasWrittenSince({ lastAt, lastLines = [], unread }: BoardRow, before: BoardRow): boolean {
  if (unread > before.unread || lastAt <= before.lastAt) return unread > before.unread;
  const isNew = (text: string) => !before.lastLines?.some((line) => line.by === 'visitor' && line.text === text);
  return lastLines.at(-1)?.by === 'visitor' || lastLines.some(({ by, text }) => by === 'visitor' && isNew(text));
}

/** In the order in which they are seen to. */
export const needs = ['now', 'follow-up', 'none'] as const;
/**
 * The answer owed to the visitor. `now`: they are in the chat, and a clock runs. `follow-up`: they left, or wrote after
 * the end, and somebody has to answer by a time. `none`: also while Jorge is about to answer, and while it is snoozed.
 */
export type Need = (typeof needs)[number];
export function needOf(row: BoardRow, now: number): Need {
  const { mode, owed, awaits } = row;
  if (owed === undefined || mode === 'closed' || isSnoozed(row, now)) return 'none';
  return owed.kind === 'now' && mode === 'bot' && awaits === undefined ? 'none' : owed.kind;
}

/** It is mine, offered to me, or nobody's. */
const isForMe = (row: BoardRow, me: string): boolean => ((row.owner ?? row.offered)?.id ?? me) === me;

/** True while somebody is in the chat who is owed an answer by me, or by anybody. */
export const waitsFor = (row: BoardRow, me: string, now: number): boolean =>
  isForMe(row, me) && needOf(row, now) === 'now';
/** True when something is owed by me, or by anybody, now or by a time. */
export const isToDo = (row: BoardRow, me: string, now: number): boolean =>
  isForMe(row, me) && needOf(row, now) !== 'none';

/** Sorts by urgency: the longest wait first among visitors in the chat, the earliest due time first among follow-ups. */
export function byNeed(a: BoardRow, b: BoardRow, need: Need): number {
  if (need === 'none') return 0;
  const timeOf = ({ owed, lastAt }: BoardRow) => (need === 'now' ? owed?.since : owed?.dueAt) ?? lastAt;
  return timeOf(a).localeCompare(timeOf(b));
}

/** Whether a row is shown under a chip. `all` is what is open now; snoozed and closed rows have chips of their own. */
export function isUnder(chip: Chip, row: BoardRow, me: string, now: number): boolean {
  if (chip === 'done') return row.mode === 'closed';
  if (row.mode === 'closed') return false;
  if (chip === 'snoozed') return isSnoozed(row, now);
  if (isSnoozed(row, now)) return false;
  switch (chip) {
    case 'now':
    case 'follow-up':
      return needOf(row, now) === chip;
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
  isToDo(row, me, now) ? needs.indexOf(needOf(row, now)) : needs.indexOf('none');

/** Of two that need the same: the one that the team ranks higher first. */
export const byPriority = (a: BoardRow, b: BoardRow): number => placeOf(a) - placeOf(b);
const places = { urgent: 0, high: 1, normal: 2 };
const placeOf = ({ priority = 'normal' }: BoardRow): number => places[priority];
const heatOf = ({ temperature }: BoardRow): number => (temperature === 'hot' ? 0 : 1);

/**
 * Orders rows: visitors in the chat who wait for me, then my follow-ups, then the others; in each the urgent ones first, then who waits
 * longest or is due first, then hot ones, then the newest.
 */
export function orderFor(rows: readonly BoardRow[], me: string, now: number): BoardRow[] {
  return [...rows].sort((a, b) => {
    const rank = rankOf(a, me, now);
    return (
      rank - rankOf(b, me, now) ||
      byPriority(a, b) ||
      byNeed(a, b, needs[rank] ?? 'none') ||
      (needs[rank] === 'none' ? heatOf(a) - heatOf(b) : 0) ||
      b.lastAt.localeCompare(a.lastAt) ||
      a.conversationId.localeCompare(b.conversationId)
    );
  });
}

/**
 * The order while the list holds still: shown rows keep their position, new ones go to the end, gone ones leave. `moved`: how many
 * rows would move if it were let go.
 */
export function holdStill(shown: readonly string[], fresh: readonly string[]): { ids: string[]; moved: number } {
  const freshSet = new Set(fresh);
  const shownSet = new Set(shown);
  const ids = [...shown.filter((id) => freshSet.has(id)), ...fresh.filter((id) => !shownSet.has(id))];
  return { ids, moved: ids.filter((id, index) => fresh[index] !== id).length };
}
