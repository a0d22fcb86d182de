import type { Entry } from '../../contract/log/entry.ts';
import type { WebhookConversation, WebhookLead } from '../../contract/rest/webhookBodies.ts';
import type { DeliveryProblem } from '../../contract/webhooks.ts';
import { isoOf } from '../../kernel/clock.ts';
import { idFrom } from '../../kernel/ids.ts';
import { rowFrom } from '../appointments/listAppointments.ts';
import type { AppointmentStore } from '../appointments/ports.ts';
import { boardRowOf } from '../conversations/board/boardRowOf.ts';
import { entryForStaff } from '../conversations/log/entryForStaff.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import type { Conversation } from '../conversations/model.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';
import { hasTalk, readerOf, rowOf } from '../profiles/leadRow.ts';
import type { ReadLeadDeps } from '../profiles/readLead.ts';
import type { Delivery } from './model.ts';

export interface BodyDeps extends ReadLeadDeps {
  conversations: ReadLeadDeps['conversations'] & Pick<ConversationStore, 'find'>;
  entries: Pick<EntryStore, 'read'>;
  appointments: Pick<AppointmentStore, 'find'>;
}

/**
 * Writes the body of a delivery, in JSON, from what stands at the moment when it is sent: words that were deleted since are not in it. The shapes are those of the
 * lists that REST gives; nothing that only the team writes to itself is among them.
 */
export async function bodyOf(
  deps: BodyDeps,
  { tenantId, event, line, at, id }: Pick<Delivery, 'id' | 'tenantId' | 'event' | 'line' | 'at'>,
): Promise<{ body: string } | { problem: DeliveryProblem }> {
  if (line === null)
    return { body: JSON.stringify({ id: idFrom('event', id), event, at: isoOf(at), tenantId, data: {} }) };
  const { conversationId, log, seq } = line;
  const conversation = await deps.conversations.find(tenantId, conversationId);
  if (conversation === null) return { problem: 'not-found' };
  if (isErased(conversation)) return { problem: 'erased' };
  const [entry] = await deps.entries.read(conversationId, log, seq, seq, 1);
  const data = entry === undefined ? null : await dataOf(deps, event, conversation, entry);
  if (data === null) return { problem: 'not-found' };
  const told = {
    // The same for every address that is told of it.
    id: idFrom('event', event, conversationId, log, seq),
    ...{ event, at: isoOf(at), tenantId, conversationId, leadId: conversation.leadId, log, seq, data },
  };
  return { body: JSON.stringify(told) };
}

/** Null where what it is about is no more. */
async function dataOf(
  deps: BodyDeps,
  event: Delivery['event'],
  conversation: Conversation,
  entry: Entry,
): Promise<object | null> {
  const { tenantId, leadId } = conversation;
  switch (event) {
    case 'message.created':
    case 'message.retracted':
      return { entry: entryForStaff(entry) };
    case 'conversation.started':
      return { conversation: conversationToldOf(conversation), lead: await leadToldOf(deps, tenantId, leadId) };
    case 'conversation.waiting':
    case 'conversation.assigned':
    case 'conversation.ended':
      return { conversation: conversationToldOf(conversation) };
    case 'lead.changed':
    case 'lead.scored':
    case 'lead.opted-out':
    case 'lead.opted-in':
      return { lead: await leadToldOf(deps, tenantId, leadId) };
    case 'appointment.created':
    case 'appointment.changed':
    case 'appointment.cancelled': {
      if (entry.type !== 'appointment-changed') return null;
      const found = await deps.appointments.find(tenantId, entry.data.appointmentId);
      if (found === null) return null;
      const { note: _, ...appointment } = rowFrom(found, boardRowOf(conversation));
      return { appointment };
    }
    case 'call.ended':
      return entry.type === 'call-ended' ? { call: entry.data } : null;
    case 'ping':
      return {};
    default:
      return event satisfies never;
  }
}

/** The row of `GET /conversations` without its words, and without the team's own marks, whose reasons may be words too. */
function conversationToldOf(conversation: Conversation): WebhookConversation {
  const { lastText: _, lastLines: __, flags: ___, alerts: ____, unread: _____, ...row } = boardRowOf(conversation);
  return row;
}

/** The row of `GET /leads`; until their first word is on the board, the id alone. */
async function leadToldOf(deps: BodyDeps, tenantId: string, leadId: string): Promise<WebhookLead> {
  const person = await readerOf(deps, tenantId, (talk) => talk.board.shown && !isErased(talk))(leadId);
  return hasTalk(person) ? rowOf(person) : { id: leadId };
}
