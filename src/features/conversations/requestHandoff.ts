import { bot as bots } from '../../contract/values.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import { commanded } from './actors.ts';
import { conflictOf } from './conflictOf.ts';
import { findConversation } from './findConversation.ts';
import { assignConversation } from './organise.ts';
import type { CommandRef, ConversationParts } from './parts.ts';

/**
 * Hands the conversation on, to another bot or to a colleague, with the reason in the team's log. A bot takes it with its next
 * turn and asks what is still missing. `CONFLICT` when it is over, or when a colleague holds it and an agent asks.
 */
export async function requestHandoff(
  parts: ConversationParts,
  scope: StaffScope,
  conversationId: string,
  command: CommandRef,
  to: { bot: string } | { owner: { id: string; name: string } },
  reason: string,
): Promise<void> {
  const place = { tenantId: scope.tenantId, conversationId };
  const before = await findConversation(parts.conversations, scope, conversationId);
  if (before.mode === 'closed') throw conflictOf(scope, before);
  const isHeld = before.owner !== null && before.owner.id !== scope.principal.id && scope.principal.role === 'agent';
  const hasIt = 'owner' in to && before.owner?.id === to.owner.id;
  if ('owner' in to && isHeld && !hasIt) throw conflictOf(scope, before);
  if ('bot' in to) {
    const now = parts.clock.now();
    await parts.conversations.markDue(scope.tenantId, conversationId, { now, at: now, capMs: 0 });
  }
  await parts.appender.append(place, {
    type: 'handoff-changed',
    data: {
      handoffId: idFrom('handoff', conversationId, command.commandId),
      state: 'bot' in to ? 'requested' : 'assigned',
      from: before.mode === 'human' ? 'human' : (before.board.bot ?? bots.enum.lead),
      to: 'bot' in to ? to.bot : 'human',
      reason,
      urgency: 'normal',
    },
    ...commanded(scope, command, 'handoff'),
  });
  // After the line: sent again after a crash in between, it is done to its end.
  if ('owner' in to && !hasIt) await assignConversation(parts, scope, conversationId, command, to.owner);
}
