import { HubError } from '../../kernel/hubError.ts';
import { commanded } from '../conversations/actors.ts';
import { findConversation } from '../conversations/findConversation.ts';
import type { CommandRef, ConversationParts } from '../conversations/parts.ts';
import type { StaffScope } from '../identity/model.ts';
import { type AppointmentParts, lineOf } from './appointmentLines.ts';
import { bringTurn } from './bringTurn.ts';

/** The team calls an appointment off. The visitor sees it, and the bot, where it may speak, offers other times. Throws `CONFLICT` when it no longer stands. */
export async function cancelByStaff(
  parts: ConversationParts & AppointmentParts,
  scope: StaffScope,
  command: CommandRef,
  { conversationId, appointmentId }: { conversationId: string; appointmentId: string },
): Promise<number> {
  const { tenantId } = scope;
  const { id } = await findConversation(parts.conversations, scope, conversationId);
  const origin = commanded(scope, command, 'cancelled');
  const done = await parts.entries.findOnce(origin.onceKey);
  if (done !== null) return done.entry.seq;
  const appointment = await parts.appointments.find(tenantId, appointmentId);
  if (appointment === null || appointment.conversationId !== id) throw new HubError('NOT_FOUND');
  if (!(await parts.appointments.release(tenantId, appointmentId, 'cancelled'))) throw new HubError('CONFLICT');
  const line = await parts.appender.append(
    { tenantId, conversationId },
    { type: 'appointment-changed', data: lineOf(appointment, 'cancelled'), ...origin },
  );
  await bringTurn(parts, tenantId, conversationId);
  return line?.entry.seq ?? 0;
}
