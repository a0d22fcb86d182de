import type { BoardRow } from '../../../src/contract/board.ts';

/** How long a finished conversation stays on the wall, fading. */
const finishedShownMs = 30_000;

export interface WallPlaces {
  /** In the order of the grid. */
  ids: readonly string[];
  /** When a conversation that was on the wall was seen to be over. */
  overSince: ReadonlyMap<string, number>;
}
export const noPlaces: WallPlaces = { ids: [], overSince: new Map() };

/** Cards keep their places: new ones go to the end, finished ones leave half a minute after they ended. */
export function placeCards(before: WallPlaces, rows: ReadonlyMap<string, BoardRow>, now: number): WallPlaces {
  const isOver = (id: string) => (rows.get(id)?.mode ?? 'closed') === 'closed';
  const overSince = new Map<string, number>();
  for (const id of before.ids) if (isOver(id)) overSince.set(id, before.overSince.get(id) ?? now);
  const kept = before.ids.filter((id) => rows.has(id) && now - (overSince.get(id) ?? now) < finishedShownMs);
  const known = new Set(kept);
  const fresh = [...rows.values()]
    .filter((row) => row.mode !== 'closed' && !known.has(row.conversationId))
    .sort((a, b) => (before.ids.length === 0 ? b.lastAt.localeCompare(a.lastAt) : a.lastAt.localeCompare(b.lastAt)));
  const ids = [...kept, ...fresh.map((row) => row.conversationId)];
  const same = ids.length === before.ids.length && ids.every((id, place) => before.ids[place] === id);
  return { ids: same ? before.ids : ids, overSince };
}
