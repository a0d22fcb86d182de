import type { BoardRow } from '../../../src/contract/board.ts';
import { owesAnswer, waitsSince } from './boardView.ts';

/** How long a finished conversation stays on the wall, fading. */
const finishedShownMs = 30_000;

export interface WallPlaces {
  /** In the order of the grid. */
  ids: readonly string[];
  /** When a conversation that was on the wall was seen to be over. */
  overSince: ReadonlyMap<string, number>;
}
export const noPlaces: WallPlaces = { ids: [], overSince: new Map() };

const rankOf = (row: BoardRow): number => (owesAnswer(row) ? 0 : row.temperature === 'hot' ? 1 : 2);

/** Who waits for a person (longest first), then hot, then as they began: of the rows alone, so it is the same order on every wall. */
function byNeed(a: BoardRow, b: BoardRow): number {
  const rank = rankOf(a);
  const since = (row: BoardRow) => (rank === 0 ? waitsSince(row) : row.startedAt) ?? '';
  return rank - rankOf(b) || since(a).localeCompare(since(b)) || a.conversationId.localeCompare(b.conversationId);
}

/** The cards in their common order; finished ones leave half a minute after they ended. */
export function placeCards(before: WallPlaces, rows: ReadonlyMap<string, BoardRow>, now: number): WallPlaces {
  const overSince = new Map<string, number>();
  for (const id of before.ids) if (rows.get(id)?.mode === 'closed') overSince.set(id, before.overSince.get(id) ?? now);
  const ids = [...rows.values()]
    .filter(({ conversationId: id, mode }) => mode !== 'closed' || now - (overSince.get(id) ?? 0) < finishedShownMs)
    .sort(byNeed)
    .map(({ conversationId }) => conversationId);
  const same = ids.length === before.ids.length && ids.every((id, place) => before.ids[place] === id);
  return { ids: same ? before.ids : ids, overSince };
}
