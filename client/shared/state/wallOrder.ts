import type { BoardRow } from '../../../src/contract/socket/board.ts';
import { byNeed, byPriority, type Need, needOf, needs } from './boardView.ts';

/** How long a finished conversation stays on the wall, fading. */
const finishedShownMs = 30_000;

export interface WallOrder {
  /** In the order of the grid. */
  ids: readonly string[];
  /** When a conversation on the wall was seen to have ended. */
  overSince: ReadonlyMap<string, number>;
}
export const emptyOrder: WallOrder = { ids: [], overSince: new Map() };

/**
 * Those in the chat who wait for a person (longest first), follow-ups (due first), then hot ones, then by their beginning; in each group
 * the urgent ones first. From the rows alone, so that every wall has the same order.
 */
function order(a: BoardRow, b: BoardRow, needed: ReadonlyMap<string, Need>): number {
  const needFor = (row: BoardRow): Need => needed.get(row.conversationId) ?? 'none';
  const need = needFor(a);
  const isCold = ({ temperature }: BoardRow): number => (temperature === 'hot' ? 0 : 1);
  return (
    needs.indexOf(need) - needs.indexOf(needFor(b)) ||
    byPriority(a, b) ||
    byNeed(a, b, need) ||
    (need === 'none' ? isCold(a) - isCold(b) || (a.startedAt ?? '').localeCompare(b.startedAt ?? '') : 0) ||
    a.conversationId.localeCompare(b.conversationId)
  );
}

/** The cards in their common order; finished ones leave half a minute after they ended. */
export function orderCards(before: WallOrder, rows: ReadonlyMap<string, BoardRow>, now: number): WallOrder {
  const overSince = new Map<string, number>();
  for (const id of before.ids) if (rows.get(id)?.mode === 'closed') overSince.set(id, before.overSince.get(id) ?? now);
  const needed = new Map([...rows].map(([id, row]) => [id, needOf(row, now)]));
  const ids = [...rows.values()]
    .filter(({ conversationId: id, mode }) => mode !== 'closed' || now - (overSince.get(id) ?? 0) < finishedShownMs)
    .sort((a, b) => order(a, b, needed))
    .map(({ conversationId }) => conversationId);
  const same = ids.length === before.ids.length && ids.every((id, index) => before.ids[index] === id);
  return { ids: same ? before.ids : ids, overSince };
}
