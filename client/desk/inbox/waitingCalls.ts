import type { BoardRow } from '../../../src/contract/socket/board.ts';
import { waitsFor } from '../../shared/state/boardView.ts';

/** Since when somebody waits for an answer; of one who waits without words, only that they do. */
const sinceOf = ({ owed }: BoardRow): string => owed?.since ?? '';

/** The conversations that were announced to this person, each with the time since which it waits. */
export type AnnouncedCalls = ReadonlyMap<string, string>;

/**
 * The conversations that have begun to wait for this person (`me`), and those announced so far. A conversation that they have open and look at
 * is not announced, nor is an unassigned one while they are at capacity.
 */
export function newCalls(
  announced: AnnouncedCalls | null,
  rows: Iterable<BoardRow>,
  { me, capacity, lookingAt, now }: { me: string; capacity: number; lookingAt: string | null; now: number },
): { calls: BoardRow[]; announced: AnnouncedCalls } {
  const all = [...rows];
  const mine = all.filter((row) => row.mode !== 'closed' && row.owner?.id === me).length;
  const waiting = all.filter((row) => waitsFor(row, me, now) && (row.owner || row.offered || mine < capacity));
  const next = new Map(waiting.map((row) => [row.conversationId, sinceOf(row)]));
  const calls = waiting.filter(
    (row) =>
      announced !== null && announced.get(row.conversationId) !== sinceOf(row) && row.conversationId !== lookingAt,
  );
  return { calls, announced: next };
}
