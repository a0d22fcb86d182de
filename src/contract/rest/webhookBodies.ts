import { z } from 'zod';
import { callEntryData } from '../log/callEntries.ts';
import { entry } from '../log/entry.ts';
import { boardRow } from '../socket/board.ts';
import { id, isoTime, seq } from '../values.ts';
import type { WebhookEvent } from '../webhooks.ts';
import { appointmentRow } from './appointments.ts';
import { leadRow } from './leads.ts';

/** A row of the list of conversations without its words, and without the team's own marks, whose reasons may be words too. */
const conversation = boardRow
  .omit({ lastText: true, lastLines: true, flags: true, alerts: true, unread: true })
  .meta({ id: 'WebhookConversation' });
export type WebhookConversation = z.infer<typeof conversation>;
/** A row of the list of leads; of one who is on no list yet, the id alone. */
const lead = z.union([leadRow, z.object({ id })]);
export type WebhookLead = z.infer<typeof lead>;
/** A row of the list of appointments without the team's note. */
const appointment = appointmentRow.omit({ note: true }).meta({ id: 'WebhookAppointment' });

/** The data of each event, inside its envelope. */
export const webhookData = {
  'conversation.started': z.object({ conversation, lead }),
  'message.created': z.object({ entry }),
  'message.retracted': z.object({ entry }),
  'conversation.waiting': z.object({ conversation }),
  'conversation.assigned': z.object({ conversation }),
  'conversation.ended': z.object({ conversation }),
  'lead.changed': z.object({ lead }),
  'lead.scored': z.object({ lead }),
  'lead.opted-out': z.object({ lead }),
  'lead.opted-in': z.object({ lead }),
  'appointment.created': z.object({ appointment }),
  'appointment.changed': z.object({ appointment }),
  'appointment.cancelled': z.object({ appointment }),
  'call.ended': z.object({ call: callEntryData['call-ended'] }),
} as const satisfies Record<WebhookEvent, z.ZodType>;

/** The body of an event. `log` and `seq`: the line that it comes from. */
export const webhookBody = <E extends WebhookEvent>(event: E) =>
  z.object({
    id,
    event: z.literal(event),
    at: isoTime,
    tenantId: id,
    conversationId: id,
    leadId: id,
    log: z.enum(['public', 'internal']),
    seq,
    data: webhookData[event],
  });
export const pingBody = z.object({ id, event: z.literal('ping'), at: isoTime, tenantId: id, data: z.object({}) });
