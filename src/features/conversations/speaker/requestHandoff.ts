import { type BotName, bot as bots } from '../../../contract/values.ts';
import { idFrom } from '../../../kernel/ids.ts';
import type { StaffScope } from '../../identity/model.ts';
import { type CommandRef, commandOrigin } from '../actors.ts';
import { findConversation } from '../findConversation.ts';
import type { EntryStore } from '../ports.ts';
import { type AssignDeps, assignConversation } from './assignConversation.ts';
import { madeBy, ownerChangeBy, speakerChangeBy } from './changedBy.ts';
import { conflictOf } from './conflictOf.ts';

interface HandoffRequest {
  conversationId: string;
  to: { bot: BotName } | { owner: { id: string; name: string } };
  reason: string;
}

/**
 * Hands the conversation on, to another bot or to a colleague, with the reason in the team's log. A bot takes it with its next
 * turn and asks what is still missing. `CONFLICT` when it is over, or when a colleague holds it and an agent asks.
 */
export async function requestHandoff(
  deps: AssignDeps,
  scope: StaffScope,
  command: CommandRef,
  { conversationId, to, reason }: HandoffRequest,
): Promise<void> {
  const place = { tenantId: scope.tenantId, conversationId };
  const before = await findConversation(deps.conversations, scope, conversationId);
  if (before.mode === 'closed') throw conflictOf(scope, before);
  const isHeld = before.owner !== null && before.owner.id !== scope.principal.id && scope.principal.role === 'agent';
  const hasIt = 'owner' in to && before.owner?.id === to.owner.id;
  const isBegun =
    speakerChangeBy(before, madeBy(scope, command, 'speaker')) !== null ||
    ownerChangeBy(before, madeBy(scope, command, 'assignment')) !== null;
  if ('owner' in to && isHeld && !hasIt) throw conflictOf(scope, before);
  await deps.appender.append(place, {
    type: 'handoff-changed',
    data: {
      handoffId: idFrom('handoff', conversationId, command.commandId),
      state: 'bot' in to ? 'requested' : 'assigned',
      from: before.mode === 'human' ? 'human' : ((await botOf(deps, conversationId)) ?? bots.enum.lead),
      to: 'bot' in to ? to.bot : 'human',
      reason,
      urgency: 'normal',
    },
    ...commandOrigin(scope, command, 'handoff'),
  });
  // After the line: sent again after a crash in between, it is done to its end.
  if ('owner' in to && (!hasIt || isBegun))
    await assignConversation(deps, scope, command, { conversationId, owner: to.owner });
}

/** Which bot took the last turn, by the team's log; null before the first. */
async function botOf(
  { entries }: { entries: Pick<EntryStore, 'newestOf'> },
  conversationId: string,
): Promise<BotName | null> {
  const newest = await entries.newestOf(conversationId, 'bot-turn');
  return newest?.type === 'bot-turn' ? newest.data.bot : null;
}
