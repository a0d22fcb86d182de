import type { Blocklist } from '../../features/blocks/blocklist.ts';
import { refuseBlocked } from '../../features/blocks/refuseBlocked.ts';
import { type RequestHumanDeps, requestHuman } from '../../features/conversations/speaker/changeSpeaker.ts';
import { type EndChatDeps, endChat } from '../../features/conversations/speaker/endChat.ts';
import { type NoteHomeDeps, noteHome } from '../../features/profiles/noteHome.ts';
import { fromVisitor, type ReceiveDeps, receiveMessage } from '../../features/turns/receiveMessage.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { CommandTable } from '../handle.ts';
import { noteView } from '../noteView.ts';
import { visitorOf } from '../session.ts';
import { unblockedVisitorOf } from '../unblockedVisitorOf.ts';

export type ChatTableDeps = ReceiveDeps & RequestHumanDeps & EndChatDeps & NoteHomeDeps & { blocklist: Blocklist };

/** The commands of a visitor: a message, a home's card, that they want a person, that they are done. */
export const chatTable = (deps: ChatTableDeps): CommandTable => ({
  'chat-send': {
    rate: 'visitorMessage',
    idempotentByLog: true,
    async run(session, { text, choiceId, attachments }, command) {
      const scope = visitorOf(session);
      const words = {
        text,
        ...(choiceId === undefined ? {} : { choiceId }),
        ...(attachments === undefined ? {} : { fileIds: attachments.map(({ fileId }) => fileId) }),
      };
      // With the reads of the message, of which one says whether the list of blocks still stands.
      const unblocked = refuseBlocked(deps.blocklist, scope, session.address?.key ?? null);
      const { duplicate, ...kept } = await receiveMessage(deps, fromVisitor(scope, command, words, unblocked));
      command.afterAck(() => noteView(deps, session));
      return { ...kept, ...(duplicate ? { duplicate } : {}) };
    },
  },
  'card-tap': {
    rate: 'command',
    async run(session, { listingId, likes }) {
      const scope = await unblockedVisitorOf(deps.blocklist, session);
      await noteHome(deps, scope, session.page ?? {}, { listingId, by: likes === true ? 'like' : 'tap' });
      return {};
    },
  },
  'human-request': {
    rate: 'visitorMessage',
    async run(session, { topic }, command) {
      const scope = await unblockedVisitorOf(deps.blocklist, session);
      const open = await deps.conversations.findOpen(scope.tenantId, scope.principal.id);
      if (open === null) throw new HubError('CONFLICT');
      return { seq: await requestHuman(deps, scope, command, { conversationId: open.id, topic }) };
    },
  },
  'chat-end': {
    rate: 'visitorMessage',
    async run(session, { rating, comment }, command) {
      const scope = await unblockedVisitorOf(deps.blocklist, session);
      const { seq } = await endChat(deps, scope, command, { rating, comment });
      return { seq };
    },
  },
});
