import { HubError } from '../../kernel/hubError.ts';
import { commanded } from '../conversations/actors.ts';
import { findConversation } from '../conversations/findConversation.ts';
import type { Conversation } from '../conversations/model.ts';
import type { CommandRef, ConversationParts } from '../conversations/parts.ts';
import { type SentMessage, sendAsStaff } from '../conversations/sendAsStaff.ts';
import type { StaffScope } from '../identity/model.ts';
import { channels } from '../reading/readChannelWish.ts';
import type { PersonParts } from './keepRecords.ts';
import { mayReach } from './mayReach.ts';

const ways = { sms: 'text', email: 'email', call: 'call' } as const;
const linesBack = 200;

/**
 * A person's message, as `sendAsStaff`, where it may be: `SUPPRESSED_CONTACT` by text, e-mail or phone to who opted out of that. On
 * the page it is the visitor's own chat: they may be answered, but not while the last they wrote is that they want no messages.
 * What was sent already stays sent.
 */
export async function writeAsStaff(
  parts: ConversationParts & PersonParts,
  scope: StaffScope,
  conversationId: string,
  command: CommandRef,
  text: string,
): Promise<SentMessage> {
  const sent = await parts.entries.findOnce(commanded(scope, command, 'message').onceKey);
  if (sent === null) {
    const conversation = await findConversation(parts.conversations, scope, conversationId);
    if (!(await mayWrite(parts, conversation))) throw new HubError('SUPPRESSED_CONTACT');
  }
  return sendAsStaff(parts, scope, conversationId, command, text);
}

async function mayWrite(
  parts: ConversationParts & PersonParts,
  { id, tenantId, leadId, channel }: Conversation,
): Promise<boolean> {
  if (channel !== 'widget') return (await mayReach(parts, tenantId, leadId, ways[channel])) !== 'suppressed';
  const stop = (await parts.records.ofLead(tenantId, leadId)).find(
    (record) =>
      record.kind === 'suppression' &&
      record.closed === null &&
      record.conversationId === id &&
      record.channels.length === channels.length,
  );
  if (stop === undefined) return true;
  const since = stop.evidence.seq + 1;
  const lines = await parts.entries.read(id, 'public', since, Number.MAX_SAFE_INTEGER, linesBack);
  return lines.some(
    ({ type, actor: { kind } }) => type === 'message-created' && (kind === 'visitor' || kind === 'lead'),
  );
}
