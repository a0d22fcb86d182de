import type { Attachment } from '../../contract/files.ts';
import type { Actor, Cause } from '../../contract/log/parts.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import { type CommandRef, commandOrigin } from '../conversations/actors.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import { type MendWaitDeps, mendWait } from '../conversations/mendWait.ts';
import {
  type NewConversation,
  type OpenConversationDeps,
  openConversation,
} from '../conversations/openConversation.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';
import { lookAtWait } from '../conversations/scheduleLooks.ts';
import { type AttachDeps, attachFiles } from '../files/attachFiles.ts';
import type { VisitorScope } from '../identity/model.ts';
import type { TenantVersions } from '../tenants/tenantVersions.ts';

/** Where a message belongs: the open conversation of whoever writes (`writerOf`), of their brokerage. */
export interface MessagePlace {
  tenantId: string;
  writerId: string;
  /** The conversation to open where none is open; without it there has to be one. */
  opens?: NewConversation;
}
/** The writer, and the command, or by which message of a provider. */
export interface MessageOrigin {
  actor: Actor;
  cause?: Cause;
  /** The same key is the same message, for ever. */
  onceKey: string;
  /** The hash of the sent body: the same key with another hash is refused. */
  bodyHash: string;
  /** Resolves once it is known that nothing else was done under that key; awaited before anything is written. */
  unused?: Promise<void>;
  /** Resolves once it is known that the team has not blocked the writer; awaited with it. */
  unblocked?: Promise<void>;
}
export interface InboundMessage {
  place: MessagePlace;
  origin: MessageOrigin;
  words: {
    text: string;
    /** The quick reply that was pressed. */
    choiceId?: string;
    /** Files of the writer's own that were put into this conversation before. */
    fileIds?: readonly string[];
  };
}

export interface ReceivedMessage {
  conversationId: string;
  messageId: string;
  seq: number;
  duplicate: boolean;
}

export interface ReceiveDeps
  extends OpenConversationDeps,
    MendWaitDeps,
    AttachDeps,
    Pick<TenantVersions, 'readVersion'> {
  conversations: OpenConversationDeps['conversations'] &
    MendWaitDeps['conversations'] &
    Pick<ConversationStore, 'findOpen'>;
  entries: MendWaitDeps['entries'] & Pick<EntryStore, 'findOnce'>;
  appender: Pick<Appender, 'appendReceived'>;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
}

/**
 * Keeps a message from outside in the log, whichever channel it came by. When this resolves it is never lost, and it will be answered by
 * a bot, a person or an honest `waiting`. The same origin is one message for ever, also after the end. Its answer knows all
 * earlier changes of the brokerage.
 * @throws `CONFLICT` when no conversation is open and none may be opened, `COMMAND_REUSED` for the same origin with other words,
 * `NOT_FOUND` (field `attachments`) as `attachFiles`
 */
export async function receiveMessage(
  deps: ReceiveDeps,
  { place: { tenantId, writerId, opens }, origin, words }: InboundMessage,
): Promise<ReceivedMessage> {
  const { unused, unblocked, ...by } = origin;
  const [found] = await Promise.all([
    deps.conversations.findOpen(tenantId, writerId),
    deps.readVersion(tenantId),
    unused,
    unblocked,
  ]);
  if (found === null) {
    const first = await deps.entries.findOnce(by.onceKey);
    if (first !== null) {
      if (first.bodyHash !== by.bodyHash || first.entry.type !== 'message-created')
        throw new HubError('COMMAND_REUSED');
      const { conversationId, seq, data } = first.entry;
      return { conversationId, messageId: data.messageId, seq, duplicate: true };
    }
    if (opens === undefined) throw new HubError('CONFLICT');
  }
  const open = found ?? (await openConversation(deps, opens as NewConversation));
  const at = { tenantId, conversationId: open.id };
  // From here on it waits, where it was answered or put aside. The job is set before the line: where a crash cuts off the mark, it makes it.
  const begins = open.unansweredSince === null || open.snoozedUntil !== null;
  if (begins) await lookAtWait(deps, at, open.unansweredSince ?? deps.clock.now());
  const { fileIds = [], ...said } = words;
  const attachments = fileIds.length === 0 ? {} : await filesOf(deps, { ...at, by: writerId }, fileIds, by.onceKey);
  const { entry, duplicate } = await deps.appender.appendReceived(at, {
    type: 'message-created',
    data: {
      messageId: idFrom('message', by.onceKey),
      channel: open.channel,
      language: open.language,
      ...said,
      ...attachments,
    },
    ...by,
  });
  if (duplicate && open.unansweredSince === null) await mendWait(deps, open);
  return { conversationId: entry.conversationId, messageId: entry.data.messageId, seq: entry.seq, duplicate };
}

/** A message that was sent before keeps its files, even in a conversation that was closed since. */
async function filesOf(
  deps: AttachDeps & Pick<ReceiveDeps, 'entries'>,
  place: { tenantId: string; conversationId: string; by: string },
  fileIds: readonly string[],
  onceKey: string,
): Promise<{ attachments?: Attachment[] }> {
  if ((await deps.entries.findOnce(onceKey)) !== null) return {};
  return { attachments: await attachFiles(deps, place, fileIds, onceKey) };
}

/** A visitor's message in the chat of a page: they opened it before. */
export const fromVisitor = (
  scope: VisitorScope,
  command: CommandRef,
  words: InboundMessage['words'],
  unblocked?: Promise<void>,
): InboundMessage => ({
  place: { tenantId: scope.tenantId, writerId: scope.principal.id },
  origin: {
    ...commandOrigin(scope, command, 'message'),
    bodyHash: command.bodyHash,
    ...(command.unused && { unused: command.unused }),
    ...(unblocked && { unblocked }),
  },
  words,
});
