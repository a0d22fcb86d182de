import type { Clock } from '../../../kernel/clock.ts';
import type { StaffScope } from '../../identity/model.ts';
import { findConversation } from '../findConversation.ts';
import type { AnswersDue, ConversationStore } from '../ports.ts';
import type { BoardProjection } from './projectBoard.ts';

export interface SnoozeDeps {
  conversations: Pick<ConversationStore, 'find'> & Pick<AnswersDue, 'putAside'>;
  rows: Pick<BoardProjection, 'touch'>;
  clock: Clock;
}

/**
 * Puts it aside until `until` (ms since the epoch); the visitor's next message brings it back, and so does a time that has passed.
 */
export async function snoozeConversation(
  deps: SnoozeDeps,
  scope: StaffScope,
  { conversationId, until }: { conversationId: string; until: number },
): Promise<void> {
  await findConversation(deps.conversations, scope, conversationId);
  await deps.conversations.putAside(scope.tenantId, conversationId, until > deps.clock.now() ? until : null);
  deps.rows.touch(scope.tenantId, conversationId);
}
