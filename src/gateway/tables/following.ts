import type { CoachingDeps } from '../../features/coaching/deps.ts';
import { leadRefOf } from '../../features/conversations/board/boardRowOf.ts';
import { findConversation } from '../../features/conversations/findConversation.ts';
import type { EntryStore } from '../../features/conversations/ports.ts';
import { holdOf } from '../../features/conversations/speaker/holdBot.ts';
import { listRunning } from '../../features/streams/listRunning.ts';
import type { StreamLog } from '../../features/streams/ports.ts';
import type { Ephemeral } from '../ephemeral.ts';
import type { Feed } from '../feed.ts';
import { follow } from '../follow.ts';
import type { CommandTable } from '../handle.ts';
import { type HoldingDeps, letGo } from '../holding.ts';
import type { Presence } from '../presence.ts';
import { readerOf } from '../readerOf.ts';
import { staffOf } from '../session.ts';

export interface FollowingTableDeps extends HoldingDeps {
  entries: Pick<EntryStore, 'head'>;
  streamLog: StreamLog;
  coaching: Pick<CoachingDeps, 'model'>;
  feed: Pick<Feed, 'follow' | 'leave'>;
  presence: Pick<Presence, 'opened'>;
  ephemeral: Pick<Ephemeral, 'joinConversation' | 'leaveConversation' | 'hold'>;
}

/** Staff read along in a conversation, or no longer do. */
export const followingTable = (deps: FollowingTableDeps): CommandTable => ({
  'conversation-open': {
    rate: 'command',
    async run(session, { conversationId, publicSeq, internalSeq }, command) {
      const opening = { conversationId, left: false };
      session.opening.add(opening);
      try {
        const conversation = await findConversation(deps.conversations, staffOf(session), conversationId);
        deps.feed.leave(readerOf(session), conversationId);
        const [publicHead, internalHead, streams] = await Promise.all([
          deps.entries.head(conversationId, 'public'),
          deps.entries.head(conversationId, 'internal'),
          listRunning(deps.streamLog, conversationId, ['public', 'staff']),
        ]);
        const has = { public: publicSeq ?? 0, internal: internalSeq ?? 0 };
        const hold = holdOf(conversation, deps.clock.now());
        command.afterAck(() => {
          if (opening.left) return;
          deps.ephemeral.joinConversation(session, conversationId);
          deps.presence.opened(session, conversationId, true);
          follow(deps.feed, session, { conversationId, has, streams });
        });
        return {
          publicHead,
          internalHead,
          mode: conversation.mode,
          ...(conversation.owner === null ? {} : { owner: conversation.owner }),
          ...(conversation.board.bot === null ? {} : { bot: conversation.board.bot }),
          lead: leadRefOf(conversation),
          ...(conversation.page?.listingId === undefined ? {} : { listingId: conversation.page.listingId }),
          ...(hold === null ? {} : { hold: { by: hold.by, forMs: hold.until - deps.clock.now() } }),
          streams,
          translates: deps.coaching.model.basis === 'model',
        };
      } finally {
        session.opening.delete(opening);
      }
    },
  },
  'conversation-leave': {
    rate: 'command',
    async run(session, { conversationId }) {
      for (const opening of session.opening) if (opening.conversationId === conversationId) opening.left = true;
      await findConversation(deps.conversations, staffOf(session), conversationId);
      deps.feed.leave(readerOf(session), conversationId);
      deps.ephemeral.leaveConversation(session, conversationId);
      deps.presence.opened(session, conversationId, false);
      if (session.holds === conversationId) await letGo(deps, session);
      return {};
    },
  },
});
