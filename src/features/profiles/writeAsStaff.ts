import { HubError } from '../../kernel/hubError.ts';
import { type CommandRef, commandOrigin } from '../conversations/actors.ts';
import { findConversation } from '../conversations/findConversation.ts';
import type { Conversation } from '../conversations/model.ts';
import type { EntryStore } from '../conversations/ports.ts';
import {
  type SendDeps,
  type SentMessage,
  type StaffMessage,
  sendAsStaff,
} from '../conversations/speaker/sendAsStaff.ts';
import type { StaffScope } from '../identity/model.ts';
import { channels } from '../reading/optOut/readChannelWish.ts';
import type { PersonParts } from './keepRecords.ts';
import { mayReach, ways } from './mayReach.ts';

const linesBack = 200;

export type WriteDeps = SendDeps & PersonParts & { entries: Pick<EntryStore, 'read'> };

/**
 * Sends a person's message, as `sendAsStaff`, where it may be sent. On the page it is the visitor's own chat: they may be answered,
 * but not while the last thing they wrote is that they want no messages. A message already sent stays sent.
 * @throws HubError SUPPRESSED_CONTACT: by text, email or phone to somebody who opted out of it
 */
export async function writeAsStaff(
  deps: WriteDeps,
  scope: StaffScope,
  command: CommandRef,
  message: StaffMessage,
): Promise<SentMessage> {
  const sent = await deps.entries.findOnce(commandOrigin(scope, command, 'message').onceKey);
  if (sent === null) {
    const conversation = await findConversation(deps.conversations, scope, message.conversationId);
    if (!(await mayWrite(deps, conversation))) throw new HubError('SUPPRESSED_CONTACT');
  }
  return sendAsStaff(deps, scope, command, message);
}

/** Whether the visitor of a conversation may be written to by a person: see `writeAsStaff`. */
export async function mayWrite(
  deps: PersonParts & { entries: Pick<EntryStore, 'read'> },
  { id, tenantId, leadId, channel }: Conversation,
): Promise<boolean> {
  if (channel !== 'widget') return (await mayReach(deps, tenantId, leadId, ways[channel])) !== 'suppressed';
  const stop = (await deps.records.ofLead(tenantId, leadId)).find(
    (record) =>
      record.kind === 'suppression' &&
      record.closed === null &&
      record.conversationId === id &&
      record.channels.length === channels.length,
  );
  if (stop === undefined) return true;
  const since = stop.evidence.seq + 1;
  const lines = await deps.entries.read(id, 'public', since, Number.MAX_SAFE_INTEGER, linesBack);
  return lines.some(
    ({ type, actor: { kind } }) => type === 'message-created' && (kind === 'visitor' || kind === 'lead'),
  );
}
