import type { AppointmentOutcome } from '../../contract/appointmentLimits.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { AppointmentStore } from '../appointments/ports.ts';
import { type CommandRef, commandOrigin } from '../conversations/actors.ts';
import { findToWrite } from '../conversations/findConversation.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';

export interface NoteAppointmentDeps {
  appointments: Pick<AppointmentStore, 'find' | 'note'>;
  conversations: Pick<ConversationStore, 'find'>;
  appender: Pick<Appender, 'append'>;
  clock: Clock;
}

/**
 * The team tells what became of an appointment once its time has come, or keeps a note about it; the newest of each counts. Only the team
 * sees it. Resolves to the number of its line.
 * @throws HubError `CONFLICT`, in words: it has not begun; `NOT_FOUND` for one of another conversation, or that was never booked;
 *   `VALIDATION_FAILED` where nothing is told
 */
export async function noteAppointment(
  deps: NoteAppointmentDeps,
  scope: StaffScope,
  command: CommandRef,
  given: {
    conversationId: string;
    appointmentId: string;
    outcome?: AppointmentOutcome | undefined;
    note?: string | undefined;
  },
): Promise<number> {
  const { tenantId } = scope;
  const { appointmentId, outcome, note } = given;
  const conversation = await findToWrite(deps.conversations, scope, given.conversationId);
  const appointment = await deps.appointments.find(tenantId, appointmentId);
  if (appointment?.conversationId !== conversation.id) throw new HubError('NOT_FOUND');
  if (outcome === undefined && note === undefined) throw new HubError('VALIDATION_FAILED');
  if (outcome !== undefined && appointment.startsAt > deps.clock.now())
    throw new HubError('CONFLICT', { says: 'This appointment hasn’t started yet.' });
  const told = { ...(outcome === undefined ? {} : { outcome }), ...(note === undefined ? {} : { note }) };
  if ((await deps.appointments.note(tenantId, appointmentId, told)) === null) throw new HubError('NOT_FOUND');
  const { entry } = await deps.appender.append(
    { tenantId, conversationId: conversation.id },
    {
      type: 'appointment-noted',
      data: { appointmentId, ...told },
      ...commandOrigin(scope, command, 'appointment-noted'),
    },
  );
  return entry.seq;
}
