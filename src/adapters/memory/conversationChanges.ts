import type { Conversation } from '../../features/conversations/model.ts';

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
  change: Pick<Conversation, 'mode' | 'owner' | 'pausedUntil'>,
  mark: { now: number } | null,
): Conversation {
  const changed: Conversation = {
    ...conversation,
    mode: change.mode,
    owner: change.owner,
    pausedUntil: change.pausedUntil,
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
