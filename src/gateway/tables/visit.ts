import type { Blocklist } from '../../features/blocks/blocklist.ts';
import { type OpenChatDeps, openChat } from '../../features/conversations/openChat.ts';
import type { NoteHomeDeps } from '../../features/profiles/noteHome.ts';
import { listRunning } from '../../features/streams/listRunning.ts';
import type { StreamLog } from '../../features/streams/ports.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { Ephemeral } from '../ephemeral.ts';
import type { Feed } from '../feed.ts';
import { follow } from '../follow.ts';
import type { CommandTable } from '../handle.ts';
import { noteView } from '../noteView.ts';
import { readerOf } from '../readerOf.ts';
import type { Reads } from '../reads.ts';
import { unblockedVisitorOf } from '../unblockedVisitorOf.ts';
import type { VisitorPresence } from '../visitorPresence.ts';

export interface VisitTableDeps extends OpenChatDeps, Omit<NoteHomeDeps, 'conversations'> {
  conversations: OpenChatDeps['conversations'] & NoteHomeDeps['conversations'];
  blocklist: Blocklist;
  streamLog: StreamLog;
  /** The title of a listing, where it is known. */
  listingTitleOf(tenantId: string, listingId: string): Promise<string | null>;
  reads: Pick<Reads, 'allow'>;
  feed: Pick<Feed, 'follow' | 'leave'>;
  ephemeral: Pick<Ephemeral, 'joinConversation' | 'leaveConversation'>;
  visitors: Pick<VisitorPresence, 'came'>;
}

/** A visitor opens the chat, and reads along from then on. */
export const visitTable = (deps: VisitTableDeps): CommandTable => ({
  'chat-open': {
    rate: 'chatOpen',
    async run(session, { sinceSeq }, command) {
      const scope = await unblockedVisitorOf(deps.blocklist, session);
      const reader = readerOf(session);
      deps.reads.allow(reader);
      const { page } = session;
      if (page === null) throw new HubError('FORBIDDEN');
      const title = page.listingId === undefined ? null : await deps.listingTitleOf(scope.tenantId, page.listingId);
      const conversation = await openChat(deps, scope, {
        ...page,
        ...(session.address === null ? {} : { address: session.address }),
        ...(session.device === null ? {} : { device: session.device }),
        ...(title === null ? {} : { listingTitle: title }),
      });
      if (session.conversationId !== null) {
        deps.feed.leave(reader, session.conversationId);
        deps.ephemeral.leaveConversation(session, session.conversationId);
      }
      // When its old conversation has ended, what the client holds is of that one.
      const has = session.conversationId === null || session.conversationId === conversation.id ? sinceSeq : undefined;
      session.conversationId = conversation.id;
      deps.ephemeral.joinConversation(session, conversation.id);
      await deps.visitors.came(scope.tenantId, conversation.id);
      const streams = await listRunning(deps.streamLog, conversation.id, ['public']);
      command.afterAck(() =>
        follow(deps.feed, session, {
          conversationId: conversation.id,
          has: has === undefined ? {} : { public: has },
          streams,
        }),
      );
      const head = await deps.entries.head(conversation.id, 'public');
      if (head > 0) command.afterAck(() => noteView(deps, session));
      return {
        conversationId: conversation.id,
        head,
        mode: conversation.mode,
        streams,
      };
    },
  },
});
