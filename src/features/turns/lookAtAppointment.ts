import type { Appointment } from '../appointments/model.ts';
import { systemActor } from '../conversations/actors.ts';
import type { ConversationParts } from '../conversations/parts.ts';
import { type AppointmentParts, lineOf } from './appointmentLines.ts';
import { bringTurn } from './bringTurn.ts';

/**
 * A hold ran out, or a reminder is due: a line that the bot's next turn reads, once however many nodes look. What to say of it, and
 * whether, is the bot's: it says nothing in the hands of a person or to somebody who opted out.
 */
export async function lookAtAppointment(
  parts: ConversationParts & AppointmentParts,
  appointment: Appointment,
): Promise<void> {
  const { id, tenantId, conversationId } = appointment;
  const place = { tenantId, conversationId };
  if (appointment.state === 'held') {
    if (!(await parts.appointments.release(tenantId, id, 'failed'))) return;
    await parts.appender.append(place, {
      type: 'appointment-changed',
      data: lineOf(appointment, 'failed'),
      actor: systemActor,
      onceKey: `hold-over:${id}`,
    });
    await bringTurn(parts, tenantId, conversationId);
    return;
  }
  const [due] = appointment.reminders;
  if (due === undefined) return;
  const conversation = await parts.conversations.find(tenantId, conversationId);
  const isOpen = conversation !== null && conversation.mode !== 'closed';
  if (isOpen && parts.clock.now() < appointment.startsAt) {
    await parts.appender.append(place, {
      type: 'reminder-due',
      data: { appointmentId: id },
      actor: systemActor,
      onceKey: `reminder:${id}:${due}`,
    });
    await bringTurn(parts, tenantId, conversationId);
  }
  await parts.appointments.takeReminder(tenantId, id, due);
}
