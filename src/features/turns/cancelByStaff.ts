import { HubError } from '../../kernel/hubError.ts';
import { actorOf } from '../conversations/actors.ts';
import { findConversation } from '../conversations/findConversation.ts';
import type { CommandRef, ConversationParts } from '../conversations/parts.ts';
import type { StaffScope } from '../identity/model.ts';
import { type AppointmentParts, cancelledKeyOf, lineOf } from './appointmentLines.ts';
import { bringTurn } from './bringTurn.ts';

/**
 * The team calls an appointment off. The visitor sees it, and the bot, where it may speak, offers other times. Again after a crash
 * it finishes what was begun. Throws `CONFLICT` when it no longer stands, `NOT_FOUND` for one of another conversation.
 */
export async function cancelByStaff(
  parts: ConversationParts & AppointmentParts,
  scope: StaffScope,
  command: CommandRef,
  { conversationId, appointmentId }: { conversationId: string; appointmentId: string },
): Promise<number> {
  const { tenantId } = scope;
  const { id } = await findConversation(parts.conversations, scope, conversationId);
  const appointment = await parts.appointments.find(tenantId, appointmentId);
  if (appointment === null || appointment.conversationId !== id) throw new HubError('NOT_FOUND');
  const cause = { principalId: scope.principal.id, commandId: command.commandId };
  const onceKey = cancelledKeyOf(appointmentId);
  const told = await parts.entries.findOnce(onceKey);
  if (told !== null) {
    if (told.entry.cause?.principalId === cause.principalId && told.entry.cause.commandId === cause.commandId)
      return told.entry.seq;
    throw new HubError('CONFLICT');
  }
  const isReleased = await parts.appointments.release(tenantId, appointmentId, 'cancelled');
  // Cancelled and not told: the writer of the line died in between.
  if (!isReleased && appointment.state !== 'cancelled') throw new HubError('CONFLICT');
  const line = await parts.appender.append(
    { tenantId, conversationId },
    {
      type: 'appointment-changed',
      data: lineOf(appointment, 'cancelled'),
      actor: actorOf(scope),
      cause,
      onceKey,
    },
  );
  await bringTurn(parts, tenantId, conversationId);
  return line?.entry.seq ?? 0;
}
