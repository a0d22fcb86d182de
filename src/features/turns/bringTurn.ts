import type { ConversationParts } from '../conversations/parts.ts';

/**
 * Has a turn read what was just written to a log. A burst that is being waited for takes it along; otherwise the turn is due at once.
 * Nothing is lost without it: the next turn reads from where the last one stopped.
 */
export async function bringTurn(
  { conversations, clock }: Pick<ConversationParts, 'conversations' | 'clock'>,
  tenantId: string,
  conversationId: string,
): Promise<void> {
  const now = clock.now();
  const { due } = (await conversations.find(tenantId, conversationId)) ?? { due: null };
  if (due === null || due.at <= now) await conversations.markDue(tenantId, conversationId, { now, at: now, capMs: 0 });
}
