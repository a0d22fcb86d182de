import type { BoardFilter, BoardRow } from '../../../contract/socket/board.ts';

/** Whether a row passes a filter. Words are found in any case, anywhere in the name or the last text. `me`: of whom `mine` speaks. */
export function matchesFilter(row: BoardRow, filter: BoardFilter, me: string | undefined): boolean {
  if (filter.mode !== undefined && row.mode !== filter.mode) return false;
  if (filter.mine === true && (me === undefined || row.owner?.id !== me)) return false;
  if (filter.unassigned === true && row.owner !== undefined) return false;
  if (filter.temperature !== undefined && row.temperature !== filter.temperature) return false;
  if (filter.text === undefined) return true;
  const wanted = filter.text.toLowerCase();
  return [row.lead.name ?? '', row.lastText].some((shown) => shown.toLowerCase().includes(wanted));
}

/** Whether a row belongs on a watched board with this filter. Finished conversations show only where they are asked for. */
export const isOnBoard = (row: BoardRow, filter: BoardFilter, me: string): boolean =>
  (filter.mode !== undefined || row.mode !== 'closed') && matchesFilter(row, filter, me);
