import type { Priority } from '../../../contract/values.ts';
import type { StaffScope } from '../../identity/model.ts';
import { type CommandRef, commandOrigin } from '../actors.ts';
import { findConversation } from '../findConversation.ts';
import type { Appender } from '../log/appendEntry.ts';
import type { ConversationStore, EntryStore } from '../ports.ts';
import { rowNow } from './bringForward.ts';

export interface PrioritiseDeps {
  conversations: Pick<ConversationStore, 'find'>;
  entries: Pick<EntryStore, 'read'>;
  appender: Pick<Appender, 'append'>;
}

/**
 * Ranks a conversation; one that is ranked so already is left as it is.
 * @throws HubError `NOT_FOUND`
 */
export async function prioritise(
  deps: PrioritiseDeps,
  scope: StaffScope,
  command: CommandRef,
  { conversationId, priority }: { conversationId: string; priority: Priority },
): Promise<void> {
  const conversation = await findConversation(deps.conversations, scope, conversationId);
  if ((await rowNow(deps, conversation)).priority === priority) return;
  await deps.appender.append(
    { tenantId: scope.tenantId, conversationId },
    { type: 'priority-changed', data: { priority }, ...commandOrigin(scope, command, 'priority') },
  );
}
