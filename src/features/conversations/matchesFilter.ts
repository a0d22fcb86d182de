import type { BoardFilter, BoardRow } from '../../contract/board.ts';

/** Whether a row belongs on a board with this filter. Finished conversations show only where they are asked for. */
export function matchesFilter(row: BoardRow, filter: BoardFilter, me: string): boolean {
  if (filter.mode === undefined ? row.mode === 'closed' : row.mode !== filter.mode) return false;
  if (filter.mine === true && row.owner?.id !== me) return false;
  if (filter.unassigned === true && row.owner !== undefined) return false;
  if (filter.temperature !== undefined && row.temperature !== filter.temperature) return false;
  if (filter.text === undefined) return true;
  const wanted = filter.text.toLowerCase();
  return row.lastText.toLowerCase().includes(wanted) || (row.lead.name ?? '').toLowerCase().includes(wanted);
}
