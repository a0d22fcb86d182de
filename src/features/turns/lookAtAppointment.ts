import type { Clock } from '../../kernel/clock.ts';
import type { Appointment } from '../appointments/model.ts';
import type { AppointmentStore } from '../appointments/ports.ts';
import { nextLookAt } from '../appointments/rules.ts';
import { systemActor } from '../conversations/actors.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import { lineOf, setKeyOf } from './appointmentLines.ts';
import { type TellDeps, tellVisitor } from './tellVisitor.ts';

export interface AppointmentLookDeps extends TellDeps {
  appointments: Pick<AppointmentStore, 'find' | 'release' | 'takeReminder'>;
  conversations: Pick<ConversationStore, 'find'>;
  appender: Pick<Appender, 'append'>;
  clock: Clock;
}

/**
 * The job of an appointment: when its hold ran out, or a reminder is due, a line that the bot's next turn reads, once however many nodes
 * look. The bot decides whether to speak of it, and how: it says nothing in the hands of a person or to somebody who opted out. When to
 * look again, in ms since the epoch; null when never.
 */
export async function lookAtAppointment(
  deps: AppointmentLookDeps,
  { tenantId, appointmentId }: { tenantId: string; appointmentId: string },
): Promise<number | null> {
  const appointment = await deps.appointments.find(tenantId, appointmentId);
  if (appointment !== null) await tellOfSet(deps, appointment);
  const lookAt = appointment && nextLookAt(appointment);
  if (appointment === null || lookAt === null || lookAt > deps.clock.now()) return lookAt;
  await noteWhatIsDue(deps, appointment);
  const after = await deps.appointments.find(tenantId, appointmentId);
  return after && nextLookAt(after);
}

/** A time that the team set and nobody was told of: the writer of the line died in between. */
async function tellOfSet(deps: AppointmentLookDeps, appointment: Appointment): Promise<void> {
  const { tenantId, conversationId, state, setBy } = appointment;
  if (setBy === undefined || state !== 'booked') return;
  const line = { type: 'appointment-changed' as const, data: lineOf(appointment, 'booked'), actor: systemActor };
  const { duplicate } = await deps.appender.append(
    { tenantId, conversationId },
    { ...line, onceKey: setKeyOf(appointment) },
  );
  if (!duplicate) await tellVisitor(deps, systemActor, appointment, 'booked');
}

async function noteWhatIsDue(deps: AppointmentLookDeps, appointment: Appointment): Promise<void> {
  const { id, tenantId, conversationId } = appointment;
  const place = { tenantId, conversationId };
  if (appointment.state === 'held') {
    if (!(await deps.appointments.release(tenantId, id, 'failed'))) return;
    // A booking that the team began and did not end was told to nobody.
    if (appointment.setBy !== undefined) return;
    await deps.appender.append(place, {
      type: 'appointment-changed',
      data: lineOf(appointment, 'failed'),
      actor: systemActor,
      onceKey: `hold-over:${id}`,
    });
    return;
  }
  const [due] = appointment.reminders;
  if (due === undefined) return;
  const conversation = await deps.conversations.find(tenantId, conversationId);
  const isOpen = conversation !== null && conversation.mode !== 'closed';
  if (isOpen && deps.clock.now() < appointment.startsAt) {
    await deps.appender.append(place, {
      type: 'reminder-due',
      data: { appointmentId: id },
      actor: systemActor,
      onceKey: `reminder:${id}:${due}`,
    });
  }
  await deps.appointments.takeReminder(tenantId, id, due);
}
