import type { Conversation } from '../features/conversations/model.ts';
import { type HoldDeps, holdBot, type LetGoDeps, letBotGo } from '../features/conversations/speaker/holdBot.ts';
import type { Ephemeral } from './ephemeral.ts';
import { type Session, staffOf } from './session.ts';

export interface HoldingDeps extends HoldDeps, LetGoDeps {
  ephemeral: Pick<Ephemeral, 'hold'>;
}

/** A person of the team writes in a conversation, or no longer does: Jorge waits, or goes on at once. */
export async function holdWhileWriting(
  deps: HoldingDeps,
  session: Session,
  conversation: Conversation,
  on: boolean,
): Promise<void> {
  if (session.holds !== null && (!on || session.holds !== conversation.id)) await letGo(deps, session);
  if (!on) return;
  const hold = await holdBot(deps, staffOf(session), conversation);
  if (hold === null) return;
  session.holds = conversation.id;
  deps.ephemeral.hold(session, conversation.id, hold.by, Math.max(0, hold.until - deps.clock.now()));
  // Left while this was being kept: nobody else would end it.
  if (!session.socket.connected) await letGo(deps, session);
}

/** Ends what this socket holds back. */
export async function letGo(deps: HoldingDeps, session: Session): Promise<void> {
  const conversationId = session.holds;
  if (conversationId === null) return;
  session.holds = null;
  const scope = staffOf(session);
  if ((await letBotGo(deps, scope, conversationId)) === null) return;
  const { id, name } = scope.principal;
  deps.ephemeral.hold(session, conversationId, { id, name }, 0);
}
