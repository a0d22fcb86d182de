import { HubError } from '../../kernel/hubError.ts';
import type { AppointmentStore } from '../appointments/ports.ts';
import { actorOf, type CommandRef } from '../conversations/actors.ts';
import { findConversation } from '../conversations/findConversation.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import { cancelledKeyOf, lineOf } from './appointmentLines.ts';
import { type TellDeps, tellVisitor } from './tellVisitor.ts';

export interface CancelDeps extends TellDeps {
  appointments: Pick<AppointmentStore, 'find' | 'release'>;
  conversations: Pick<ConversationStore, 'find'>;
  entries: TellDeps['entries'] & Pick<EntryStore, 'findOnce'>;
  appender: Pick<Appender, 'append'>;
}

/**
 * The team calls an appointment off. The visitor is told, and the bot, where it may speak, offers other times. Again after a crash
 * it finishes what was begun. Throws `CONFLICT` when it no longer stands, `NOT_FOUND` for one of another conversation.
 */
export async function cancelByStaff(
  deps: CancelDeps,
  scope: StaffScope,
  command: CommandRef,
  { conversationId, appointmentId }: { conversationId: string; appointmentId: string },
): Promise<number> {
  const { tenantId } = scope;
  const { id } = await findConversation(deps.conversations, scope, conversationId);
  const appointment = await deps.appointments.find(tenantId, appointmentId);
  if (appointment === null || appointment.conversationId !== id) throw new HubError('NOT_FOUND');
  const cause = { principalId: scope.principal.id, commandId: command.commandId };
  const onceKey = cancelledKeyOf(appointmentId);
  const told = await deps.entries.findOnce(onceKey);
  if (told !== null) {
    if (told.entry.cause?.principalId === cause.principalId && told.entry.cause.commandId === cause.commandId)
      return told.entry.seq;
    throw new HubError('CONFLICT');
  }
  const isReleased = await deps.appointments.release(tenantId, appointmentId, 'cancelled');
  // Cancelled and not told: the writer of the line died in between.
  if (!isReleased && appointment.state !== 'cancelled') throw new HubError('CONFLICT');
  const { entry } = await deps.appender.append(
    { tenantId, conversationId },
    {
      type: 'appointment-changed',
      data: lineOf(appointment, 'cancelled'),
      actor: actorOf(scope),
      cause,
      onceKey,
    },
  );
  await tellVisitor(deps, actorOf(scope), appointment, 'cancelled');
  return entry.seq;
}
