import type { BoardRow } from '../../src/contract/board.ts';
import { whoIs } from '../shared/ui/words.ts';

export interface WallAlert {
  alertId: string;
  conversationId: string;
  who: string;
  kind: string;
  reason: string;
  priority: number;
  at: string;
}

/** What stands in the conversations that are not over: the most urgent first, of those the oldest. */
export function alertsOf(rows: Iterable<BoardRow>): WallAlert[] {
  const all: WallAlert[] = [];
  for (const row of rows) {
    if (row.mode === 'closed') continue;
    for (const alert of row.alerts ?? []) all.push({ ...alert, conversationId: row.conversationId, who: whoIs(row) });
  }
  return all.sort((a, b) => a.priority - b.priority || a.at.localeCompare(b.at) || a.alertId.localeCompare(b.alertId));
}

/** The list while the pointer is on it: everything keeps its place, what has gone is `gone`, what is new waits. */
export function holdAlerts(
  shown: readonly WallAlert[],
  fresh: readonly WallAlert[],
): (WallAlert & { gone: boolean })[] {
  const standing = new Set(fresh.map(({ alertId }) => alertId));
  return shown.map((alert) => ({ ...alert, gone: !standing.has(alert.alertId) }));
}
