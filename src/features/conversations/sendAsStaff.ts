import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import { commanded } from './actors.ts';
import { takeOver } from './changeSpeaker.ts';
import { conflictOf } from './conflictOf.ts';
import { findConversation } from './findConversation.ts';
import type { CommandRef, ConversationParts } from './parts.ts';

export interface SentMessage {
  messageId: string;
  seq: number;
  duplicate: boolean;
  /** It took the conversation over first. */
  tookOver: boolean;
}

/**
 * A person's message to the visitor, durable when this resolves. While Jorge speaks it takes over first; what another
 * agent holds is `CONFLICT` (a supervisor may), and so is what is closed. The same command is one message for ever.
 */
export async function sendAsStaff(
  parts: ConversationParts,
  scope: StaffScope,
  conversationId: string,
  command: CommandRef,
  text: string,
): Promise<SentMessage> {
  const place = { tenantId: scope.tenantId, conversationId };
  const origin = commanded(scope, command, 'message');
  const sent = await parts.entries.findOnce(origin.onceKey);
  const conversation = await findConversation(parts.conversations, scope, conversationId);
  let tookOver = false;
  if (sent === null) {
    if (conversation.mode === 'closed') throw conflictOf(scope, conversation);
    const mine = conversation.owner?.id === scope.principal.id;
    if (conversation.mode !== 'human') {
      await takeOver(parts, scope, conversationId, command);
      tookOver = true;
    } else if (!mine && scope.principal.role === 'agent' && conversation.owner !== null)
      throw conflictOf(scope, conversation);
  }
  const messageId = idFrom('message', origin.onceKey);
  const now = parts.clock.now();
  if (sent === null) await parts.conversations.markDue(scope.tenantId, conversationId, { now, at: now, capMs: 0 });
  const appended = await parts.appender.append(place, {
    type: 'message-created',
    data: { messageId, text, channel: conversation.channel, language: conversation.board.language },
    board: { waitingSince: null },
    ...origin,
  });
  if (appended === null || appended.entry.type !== 'message-created') throw new HubError('COMMAND_REUSED');
  return { messageId: appended.entry.data.messageId, seq: appended.entry.seq, duplicate: appended.duplicate, tookOver };
}
