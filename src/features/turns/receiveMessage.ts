import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import { commanded } from '../conversations/actors.ts';
import type { CommandRef, ConversationParts } from '../conversations/parts.ts';
import type { VisitorScope } from '../identity/model.ts';

/** Messages that follow each other this quickly are read together. */
const burstQuietMs = 1500;
/**
 * However quickly they follow: no longer than this after the first, and no more than so many. While turns come on time the count is
 * what ends it; the time holds where one is late, as after the death of a node, when each message would put it off again.
 */
const burstCapMs = 6000;
const burstMessages = 5;

interface ReceivedMessage {
  conversationId: string;
  messageId: string;
  seq: number;
  duplicate: boolean;
  /** When a turn should read it; null for a message that was kept before. */
  dueAt: number | null;
}

/**
 * Keeps a visitor's message: a durable mark first, then the line in the log. When this resolves it is never lost, and it
 * will be answered by a bot, a person or an honest `waiting`. The same command is one message for ever, also after the end.
 * Throws `CONFLICT` when there is no open conversation, `COMMAND_REUSED` for the same command with other words.
 */
export async function receiveMessage(
  parts: ConversationParts,
  scope: VisitorScope,
  command: CommandRef,
  text: string,
  choiceId?: string,
): Promise<ReceivedMessage> {
  const origin = commanded(scope, command, 'message');
  const now = parts.clock.now();
  const open = await parts.conversations.findOpen(scope.tenantId, scope.principal.id);
  const full = open?.due !== null && open?.due !== undefined && open.due.count + 1 >= burstMessages;
  const marked =
    open === null
      ? null
      : await parts.conversations.markDue(scope.tenantId, open.id, {
          now,
          at: full ? now : now + burstQuietMs,
          capMs: full ? 0 : burstCapMs,
        });
  if (marked === null) {
    const first = await parts.entries.findOnce(origin.onceKey);
    if (first === null) throw new HubError('CONFLICT');
    if (first.bodyHash !== command.bodyHash || first.entry.type !== 'message-created')
      throw new HubError('COMMAND_REUSED');
    const { conversationId, seq, data } = first.entry;
    return { conversationId, messageId: data.messageId, seq, duplicate: true, dueAt: null };
  }
  const appended = await parts.appender.append(
    { tenantId: scope.tenantId, conversationId: marked.id },
    {
      type: 'message-created',
      data: {
        messageId: idFrom('message', origin.onceKey),
        text,
        channel: marked.channel,
        language: marked.board.language,
        ...(choiceId === undefined ? {} : { choiceId }),
      },
      board: { waitingSince: marked.board.waitingSince ?? now },
      ...origin,
    },
  );
  if (appended === null || appended.entry.type !== 'message-created') throw new HubError('COMMAND_REUSED');
  // The mark's time came before the line was there: a turn may have looked for it in vain and cleared the mark.
  if (marked.due !== null && marked.due.at <= parts.clock.now()) {
    const mark = { now: parts.clock.now(), at: parts.clock.now(), capMs: 0 };
    await parts.conversations.markDue(scope.tenantId, marked.id, mark);
  }
  return {
    conversationId: appended.entry.conversationId,
    messageId: appended.entry.data.messageId,
    seq: appended.entry.seq,
    duplicate: appended.duplicate,
    dueAt: appended.duplicate ? null : (marked.due?.at ?? now),
  };
}
