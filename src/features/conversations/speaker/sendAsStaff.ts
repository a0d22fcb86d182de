import { HubError } from '../../../kernel/hubError.ts';
import { idFrom } from '../../../kernel/ids.ts';
import { type AttachDeps, attachFiles } from '../../files/attachFiles.ts';
import type { StaffScope } from '../../identity/model.ts';
import { type CommandRef, commandOrigin } from '../actors.ts';
import { findConversation } from '../findConversation.ts';
import { madeBy, speakerChangeBy } from './changedBy.ts';
import { type ChangeSpeakerDeps, takeOver } from './changeSpeaker.ts';
import { conflictOf } from './conflictOf.ts';

/** Of the other channels none carries a file yet. */
export const filesInChatsSays = 'Files can only be sent in a website chat.';

const noMessagesSays = 'This is a phone call, so there is nowhere to send a message. Add a note instead.';

export type SendDeps = ChangeSpeakerDeps & AttachDeps;

/** `fileIds`: files that the sender put into this conversation before. */
export interface StaffMessage {
  conversationId: string;
  text: string;
  fileIds?: readonly string[];
}

export interface SentMessage {
  messageId: string;
  seq: number;
  duplicate: boolean;
  /** It took the conversation over first. */
  tookOver: boolean;
}

/**
 * A person's message to the visitor, durable when this resolves. While Jorge speaks it takes over first; a talk that
 * another agent holds is `CONFLICT` (a supervisor may), and so is a closed one. The same command is one message forever. Files:
 * `NOT_FOUND` as `attachFiles`, `NOT_CONFIGURED` where the talk is no chat of a page.
 */
export async function sendAsStaff(
  deps: SendDeps,
  scope: StaffScope,
  command: CommandRef,
  { conversationId, text, fileIds = [] }: StaffMessage,
): Promise<SentMessage> {
  const place = { tenantId: scope.tenantId, conversationId };
  const origin = commandOrigin(scope, command, 'message');
  const sent = await deps.entries.findOnce(origin.onceKey);
  const conversation = await findConversation(deps.conversations, scope, conversationId);
  let tookOver = false;
  let files = {};
  if (sent === null) {
    if (conversation.mode === 'closed') throw conflictOf(scope, conversation);
    if (conversation.channel === 'call') throw new HubError('NOT_CONFIGURED', { says: noMessagesSays });
    if (fileIds.length > 0) {
      if (conversation.channel !== 'widget') throw new HubError('NOT_CONFIGURED', { says: filesInChatsSays });
      const sender = { ...place, by: scope.principal.id };
      files = { attachments: await attachFiles(deps, sender, fileIds, origin.onceKey) };
    }
    const mine = conversation.owner?.id === scope.principal.id;
    const isTaking = speakerChangeBy(conversation, madeBy(scope, command, 'speaker')) !== null;
    if (conversation.mode !== 'human' || isTaking) {
      await takeOver(deps, scope, command, { conversationId });
      tookOver = true;
    } else if (!mine && scope.principal.role === 'agent' && conversation.owner !== null)
      throw conflictOf(scope, conversation);
  }
  const messageId = idFrom('message', origin.onceKey);
  const { entry, duplicate } = await deps.appender.append(place, {
    type: 'message-created',
    data: { messageId, text, channel: conversation.channel, language: conversation.language, ...files },
    ...origin,
  });
  return { messageId: entry.data.messageId, seq: entry.seq, duplicate, tookOver };
}
