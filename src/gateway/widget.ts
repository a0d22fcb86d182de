import type { RunningStream } from '../contract/streams.ts';
import { refuseBlocked } from '../features/blocks/refuseBlocked.ts';
import { commanded } from '../features/conversations/actors.ts';
import { closeConversation, requestHuman } from '../features/conversations/changeSpeaker.ts';
import { openChat } from '../features/conversations/openChat.ts';
import type { VisitorScope } from '../features/identity/model.ts';
import { listRunning } from '../features/streams/listRunning.ts';
import { chooseSlot } from '../features/turns/chooseSlot.ts';
import { receiveMessage } from '../features/turns/receiveMessage.ts';
import { HubError } from '../kernel/hubError.ts';
import type { CommandTable } from './handle.ts';
import type { TableParts } from './parts.ts';
import { readerOf } from './readerOf.ts';
import { type Session, visitorOf } from './session.ts';
import { sharedTable } from './shared.ts';

/** What a visitor can do. */
export function widgetTable(parts: TableParts): CommandTable {
  /** Who is blocked is disconnected within a second, and does nothing meanwhile. */
  async function welcome(session: Session): Promise<VisitorScope> {
    const scope = visitorOf(session);
    await refuseBlocked(parts.blocklist, scope, session.address?.key ?? null);
    return scope;
  }
  async function openConversationId(scope: VisitorScope): Promise<string> {
    const open = await parts.conversations.findOpen(scope.tenantId, scope.principal.id);
    if (open === null) throw new HubError('CONFLICT');
    return open.id;
  }

  return {
    ...sharedTable(parts),
    'chat-open': {
      rate: 'chatOpen',
      async run(session, { sinceSeq }, command) {
        const scope = await welcome(session);
        parts.reads.allow(readerOf(session));
        const { page } = session;
        if (page === null) throw new HubError('FORBIDDEN');
        const title = page.listingId === undefined ? null : await parts.listingTitleOf(scope.tenantId, page.listingId);
        const conversation = await openChat(parts, scope, {
          ...page,
          ...(session.address === null ? {} : { address: session.address }),
          ...(title === null ? {} : { listingTitle: title }),
        });
        const reader = readerOf(session);
        if (session.conversationId !== null) {
          parts.feed.leave(reader, session.conversationId);
          parts.ephemeral.leaveConversation(session, session.conversationId);
        }
        // What it has is of its old conversation, when that one has ended.
        const has =
          session.conversationId === null || session.conversationId === conversation.id ? sinceSeq : undefined;
        session.conversationId = conversation.id;
        parts.ephemeral.joinConversation(session, conversation.id);
        await parts.visitors.came(scope.tenantId, conversation.id);
        const streams = await listRunning(parts.streamLog, conversation.id, ['public']);
        command.afterAck(() =>
          follow(parts, session, conversation.id, has === undefined ? {} : { public: has }, streams),
        );
        return {
          conversationId: conversation.id,
          head: await parts.entries.head(conversation.id, 'public'),
          mode: conversation.mode,
          streams,
        };
      },
    },
    'chat-send': {
      rate: 'visitorMessage',
      onceInLog: true,
      async run(session, { text, choiceId }, command) {
        const scope = await welcome(session);
        const { duplicate, dueAt, ...kept } = await receiveMessage(parts, scope, command, text, choiceId);
        if (dueAt !== null) {
          parts.turnIsDue(scope.tenantId, kept.conversationId, dueAt);
          parts.leadSpoke(scope.tenantId, kept.conversationId, kept.seq);
        }
        return { ...kept, ...(duplicate ? { duplicate } : {}) };
      },
    },
    'human-request': {
      rate: 'visitorMessage',
      async run(session, { topic }, command) {
        const scope = await welcome(session);
        const conversationId = await openConversationId(scope);
        const seq = await requestHuman(parts, scope, conversationId, command, topic);
        parts.turnIsDue(scope.tenantId, conversationId, parts.clock.now());
        return { seq };
      },
    },
    'slot-choose': {
      rate: 'visitorMessage',
      async run(session, { offerId, slotId }, command) {
        const scope = await welcome(session);
        const conversationId = await openConversationId(scope);
        try {
          await chooseSlot(parts, scope, command, { offerId, slotId });
        } finally {
          // Also after a refusal: a new offer may follow.
          parts.turnIsDue(scope.tenantId, conversationId, parts.clock.now());
        }
        return {};
      },
    },
    'chat-end': {
      rate: 'visitorMessage',
      async run(session, { rating, comment }, command) {
        const scope = await welcome(session);
        const conversationId = await openConversationId(scope);
        const { seq } = await closeConversation(parts, scope, conversationId, command);
        const said = [rating === undefined ? null : `Rated ${rating} of 5.`, comment ?? null]
          .filter((line) => line !== null)
          .join('\n');
        if (said !== '') {
          await parts.appender.append(
            { tenantId: scope.tenantId, conversationId },
            { type: 'note-created', data: { text: said }, ...commanded(scope, command, 'rating') },
          );
        }
        parts.turnIsDue(scope.tenantId, conversationId, parts.clock.now());
        return { seq };
      },
    },
  };
}

export function follow(
  parts: TableParts,
  session: Parameters<typeof readerOf>[0],
  conversationId: string,
  has: { public?: number; internal?: number },
  streams: readonly RunningStream[],
): void {
  // A socket that left while its command ran would be followed for ever.
  if (!session.socket.connected) return;
  const told = streams.map(({ streamId }) => streamId);
  void parts.feed.follow(readerOf(session), conversationId, has, told);
}
