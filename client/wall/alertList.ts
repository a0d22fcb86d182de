import type { BoardRow } from '../../src/contract/socket/board.ts';
import { whoIs } from '../shared/labels/names.ts';

/** The alerts of one conversation: its most urgent one, and how many more it has. */
export interface WallAlert {
  conversationId: string;
  who: string;
  /** All of them: a person who sees to one sees to the conversation. */
  alertIds: readonly string[];
  reason: string;
  more: readonly string[];
  priority: number;
  /** When the first of them was raised. */
  at: string;
}

/** The open alerts of conversations that are not over, one for each: the most urgent first, and of those the oldest. */
export function alertsOf(rows: Iterable<BoardRow>): WallAlert[] {
  const all: WallAlert[] = [];
  for (const row of rows) {
    if (row.mode === 'closed') continue;
    const alerts = (row.alerts ?? []).toSorted((a, b) => a.priority - b.priority || a.at.localeCompare(b.at));
    const [first, ...others] = alerts;
    if (first === undefined) continue;
    all.push({
      conversationId: row.conversationId,
      who: whoIs(row),
      alertIds: alerts.map(({ alertId }) => alertId),
      reason: first.reason,
      more: others.map(({ reason }) => reason),
      priority: first.priority,
      at: alerts.map(({ at }) => at).sort()[0] ?? first.at,
    });
  }
  return all.sort(
    (a, b) => a.priority - b.priority || a.at.localeCompare(b.at) || a.conversationId.localeCompare(b.conversationId),
  );
}

/** The list while the pointer is on it: alerts keep their position, gone ones are marked `gone`, new ones wait. */
export function holdAlerts(
  shown: readonly WallAlert[],
  fresh: readonly WallAlert[],
): (WallAlert & { gone: boolean })[] {
  const standing = new Map(fresh.map((alert) => [alert.conversationId, alert]));
  return shown.map((alert) => {
    const now = standing.get(alert.conversationId);
    return { ...(now ?? alert), gone: now === undefined };
  });
}
