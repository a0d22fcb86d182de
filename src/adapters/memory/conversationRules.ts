import type { BoardFilter } from '../../contract/board.ts';
import { boardRowOf } from '../../features/conversations/boardRowOf.ts';
import { matchesFilter } from '../../features/conversations/matchesFilter.ts';
import {
  type AlertChange,
  type Conversation,
  type Flag,
  type FlagChange,
  flagsKept,
  type OpenAlert,
} from '../../features/conversations/model.ts';
import type { ConversationStore } from '../../features/conversations/ports.ts';

/** The conversation after one more due mark: it comes at `at`, but no later than `capMs` after the first that stands. */
export function marked(conversation: Conversation, mark: { now: number; at: number; capMs: number }): Conversation {
  const since = conversation.due?.since ?? mark.now;
  return {
    ...conversation,
    due: { since, at: Math.min(mark.at, since + mark.capMs), count: (conversation.due?.count ?? 0) + 1 },
    dueCount: conversation.dueCount + 1,
  };
}

/** The conversation after a change of who speaks; a mark made with it is due at once. */
export function spokenBy(
  conversation: Conversation,
  change: Parameters<ConversationStore['changeSpeaker']>[2],
  mark: { now: number } | null,
): Conversation {
  const changed: Conversation = {
    ...conversation,
    mode: change.mode,
    owner: change.owner === undefined ? conversation.owner : change.owner,
    pausedUntil: change.pausedUntil,
    hold: null,
    offer: null,
    fence: conversation.fence + 1,
  };
  if (!mark) return changed;
  return {
    ...changed,
    due: { since: conversation.due?.since ?? mark.now, at: mark.now, count: (conversation.due?.count ?? 0) + 1 },
    dueCount: conversation.dueCount + 1,
  };
}

/** At most one conversation per key: the visitor's while it is open, its own when it is over. */
export const openKeyOf = (conversation: Pick<Conversation, 'id' | 'tenantId' | 'visitorId' | 'mode'>): string =>
  conversation.mode === 'closed' ? conversation.id : `${conversation.tenantId}:${conversation.visitorId}`;

/** Whether the offer of a conversation may be changed by whoever saw `from`. */
export const allowsOffer = ({ mode, owner, offer }: Conversation, from: Conversation['offer']): boolean =>
  mode === 'waiting' &&
  owner === null &&
  offer?.to.id === from?.to.id &&
  offer?.until === from?.until &&
  offer?.missed === from?.missed;

/** Whether the condition of a change of who speaks holds. */
export function allows(
  only: Parameters<ConversationStore['changeSpeaker']>[3],
  { mode, owner, fence }: Conversation,
): boolean {
  if (only.modes && !only.modes.includes(mode)) return false;
  if (only.ownerIds && !only.ownerIds.includes(owner?.id ?? null)) return false;
  return only.fence === undefined || only.fence === fence;
}

/** Whether a conversation is on the board that was asked for. */
export const passesBoard = (
  conversation: Conversation,
  { filter, me, closed }: { filter: BoardFilter; me: string | undefined; closed: boolean | undefined },
): boolean =>
  conversation.board.shown &&
  (closed === undefined || (conversation.mode === 'closed') === closed) &&
  matchesFilter(boardRowOf(conversation), filter, me);

/** The alerts that stand after a change: one of an id, and those that were dropped are gone. */
export function alertsAfter(alerts: readonly OpenAlert[], change: AlertChange): OpenAlert[] {
  if ('dropId' in change) return alerts.filter(({ alertId }) => alertId !== change.dropId);
  if ('dropKinds' in change) return alerts.filter(({ kind }) => !change.dropKinds.includes(kind));
  return [...alerts.filter(({ alertId }) => alertId !== change.add.alertId), change.add];
}

/** The flags that stand after a change. */
export function flagsAfter(flags: readonly Flag[], change: FlagChange): Flag[] {
  if ('drop' in change) return flags.filter(({ kind }) => kind !== change.drop);
  const { add, keepFirst } = change;
  if (keepFirst && flags.some(({ kind }) => kind === add.kind)) return [...flags];
  return [...flags.filter(({ kind }) => kind !== add.kind), add].slice(-flagsKept);
}
