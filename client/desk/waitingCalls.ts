import type { BoardRow } from '../../src/contract/board.ts';
import { waitsFor, waitsSince } from '../shared/state/boardView.ts';

/** Whom someone was called to already: since when each conversation that waits for them has been waiting. */
export type Heard = ReadonlyMap<string, string>;

/**
 * The conversations that begin to wait for me, and what is heard of by then. One that I have open and look at calls nobody,
 * nor does one that is anybody's while I have as many as I take.
 */
export function newCalls(
  heard: Heard | null,
  rows: Iterable<BoardRow>,
  { me, capacity, lookingAt, now }: { me: string; capacity: number; lookingAt: string | null; now: number },
): { calls: BoardRow[]; heard: Heard } {
  const all = [...rows];
  const mine = all.filter((row) => row.mode !== 'closed' && row.owner?.id === me).length;
  const waiting = all.filter((row) => waitsFor(row, me, now) && (row.owner || row.offered || mine < capacity));
  const next = new Map(waiting.map((row) => [row.conversationId, waitsSince(row) ?? '']));
  const calls = waiting.filter(
    (row) => heard !== null && heard.get(row.conversationId) !== waitsSince(row) && row.conversationId !== lookingAt,
  );
  return { calls, heard: next };
}
