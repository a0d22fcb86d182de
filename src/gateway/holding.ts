import { holdBot, letBotGo } from '../features/conversations/holdBot.ts';
import type { Conversation } from '../features/conversations/model.ts';
import type { TableParts } from './parts.ts';
import { type Session, staffOf } from './session.ts';

/** A person of the team writes in a conversation, or no longer does: Jorge waits, or goes on at once. */
export async function holdWhileWriting(
  parts: TableParts,
  session: Session,
  conversation: Conversation,
  on: boolean,
): Promise<void> {
  if (session.holds !== null && (!on || session.holds !== conversation.id)) await letGo(parts, session);
  if (!on) return;
  const hold = await holdBot(parts, staffOf(session), conversation);
  if (hold === null) return;
  session.holds = conversation.id;
  parts.ephemeral.hold(session, conversation.id, hold.by, Math.max(0, hold.until - parts.clock.now()));
  // Left while this was being kept: nobody else would end it.
  if (!session.socket.connected) await letGo(parts, session);
}

/** Ends what this socket holds back. */
export async function letGo(parts: TableParts, session: Session): Promise<void> {
  const conversationId = session.holds;
  if (conversationId === null) return;
  session.holds = null;
  const scope = staffOf(session);
  if ((await letBotGo(parts, scope, conversationId)) === null) return;
  const { id, name } = scope.principal;
  parts.ephemeral.hold(session, conversationId, { id, name }, 0);
  parts.turnIsDue(scope.tenantId, conversationId, parts.clock.now());
}
