import { type MarkReadDeps, markRead, markUnread } from '../../features/conversations/board/markRead.ts';
import { findConversation } from '../../features/conversations/findConversation.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { Ephemeral } from '../ephemeral.ts';
import type { CommandTable } from '../handle.ts';
import { type HoldingDeps, holdWhileWriting } from '../holding.ts';
import { type Session, staffOf } from '../session.ts';

export interface AttentionTableDeps extends HoldingDeps, Pick<MarkReadDeps, 'entries' | 'rows'> {
  conversations: HoldingDeps['conversations'] & MarkReadDeps['conversations'];
  ephemeral: Pick<Ephemeral, 'typing' | 'hold'>;
}

/** The conversation a command is about: the one it names, or the one that is open on a visitor's socket. */
function conversationMeant(session: Session, named: string | undefined): string {
  const conversationId = named ?? session.conversationId;
  if (conversationId === null) throw new HubError('VALIDATION_FAILED', { field: 'conversationId' });
  return conversationId;
}

/** Tells who is writing, and who has read up to where. */
export const attentionTable = (deps: AttentionTableDeps): CommandTable => ({
  'typing-set': {
    rate: 'command',
    async run(session, { conversationId, on }) {
      const meant = conversationMeant(session, conversationId);
      const conversation = await findConversation(deps.conversations, session.scope, meant);
      deps.ephemeral.typing(session, meant, on);
      if (session.scope.principal.kind !== 'visitor') await holdWhileWriting(deps, session, conversation, on);
      return {};
    },
  },
  'read-mark': {
    rate: 'command',
    async run(session, { conversationId, seq }) {
      const meant = conversationMeant(session, conversationId);
      if (session.scope.principal.kind === 'visitor') await findConversation(deps.conversations, session.scope, meant);
      else await markRead(deps, staffOf(session), { conversationId: meant, seq });
      return {};
    },
  },
  'conversation-unread': {
    rate: 'command',
    async run(session, { conversationId }) {
      await markUnread(deps, staffOf(session), conversationId);
      return {};
    },
  },
});
