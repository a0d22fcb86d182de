import type { Actor } from '../../contract/log/parts.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { Appointment } from '../appointments/model.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';
import type { PersonParts } from '../profiles/keepRecords.ts';
import { mayWrite } from '../profiles/writeAsStaff.ts';
import { cancelledKeyOf, setKeyOf, toldOf } from './appointmentLines.ts';

export interface TellDeps extends PersonParts {
  conversations: Pick<ConversationStore, 'find'>;
  entries: Pick<EntryStore, 'read'>;
  appender: Pick<Appender, 'append'>;
}

/**
 * Tells the visitor in words of what the team did with an appointment, once for each change. Only while a person has the conversation,
 * for Jorge tells it otherwise, and not to somebody who wants no messages.
 */
export async function tellVisitor(
  deps: TellDeps,
  actor: Actor,
  appointment: Appointment,
  state: 'booked' | 'cancelled',
): Promise<void> {
  const { tenantId, conversationId } = appointment;
  const conversation = await deps.conversations.find(tenantId, conversationId);
  if (conversation?.mode !== 'human' || !(await mayWrite(deps, conversation))) return;
  const onceKey = `${state === 'booked' ? setKeyOf(appointment) : cancelledKeyOf(appointment.id)}:told`;
  const { channel, language } = conversation;
  await deps.appender.append(
    { tenantId, conversationId },
    {
      type: 'message-created',
      data: { messageId: idFrom('message', onceKey), text: toldOf(appointment, state, language), channel, language },
      actor,
      onceKey,
    },
  );
}
