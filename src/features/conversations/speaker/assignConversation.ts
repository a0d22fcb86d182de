import type { StaffScope } from '../../identity/model.ts';
import { type CommandRef, commandOrigin } from '../actors.ts';
import { findConversation } from '../findConversation.ts';
import { madeBy, ownerChangeBy, speakerChangeBy } from './changedBy.ts';
import { type ChangeSpeakerDeps, changeSpeaker } from './changeSpeaker.ts';
import { conflictOf } from './conflictOf.ts';
import type { SpeakerStore } from './ports.ts';

export type AssignDeps = ChangeSpeakerDeps & { conversations: Pick<SpeakerStore, 'changeOwner'> };

/**
 * Gives the conversation to `owner`, or to nobody. An agent may not take what another holds. Where a person was speaking
 * and nobody is left, it waits for one. Sent again after a crash, the command does what is missing.
 */
export async function assignConversation(
  deps: AssignDeps,
  scope: StaffScope,
  command: CommandRef,
  { conversationId, owner }: { conversationId: string; owner: { id: string; name: string } | null },
): Promise<number> {
  const before = await findConversation(deps.conversations, scope, conversationId);
  const spoke = speakerChangeBy(before, madeBy(scope, command, 'speaker'));
  const by = madeBy(scope, command, 'assignment');
  const named = ownerChangeBy(before, by);
  const held = before.owner !== null && before.owner.id !== scope.principal.id;
  const mayNot = before.mode === 'closed' || (held && scope.principal.role === 'agent');
  if (mayNot && spoke === null && named === null) throw conflictOf(scope, before);
  if (before.mode === 'human' || spoke !== null) {
    await changeSpeaker(deps, scope, command, {
      conversationId,
      from: ['human'],
      describe: () =>
        owner === null
          ? {
              to: { mode: 'waiting', owner, wait: { reason: 'unassigned', since: deps.clock.now() } },
              said: { mode: 'waiting', reason: 'unassigned' },
              assignment: null,
            }
          : { to: { mode: 'human', owner }, said: { mode: 'human', agentName: owner.name }, assignment: null },
    });
  } else if (named === null) {
    const ownerIds = scope.principal.role === 'agent' ? { ownerIds: [null, scope.principal.id] } : {};
    const only = { modes: ['bot', 'waiting'] as const, ...ownerIds };
    // Of two claims at once the second finds it taken, and so does one after a takeover or the end.
    if ((await deps.conversations.changeOwner(scope.tenantId, conversationId, { owner, by }, only)) === null)
      throw conflictOf(scope, await deps.conversations.find(scope.tenantId, conversationId));
  }
  const { entry } = await deps.appender.append(
    { tenantId: scope.tenantId, conversationId },
    {
      type: 'assignment-changed',
      data: { ...(owner === null ? {} : { owner }), reason: 'assigned' },
      ...commandOrigin(scope, command, 'assignment'),
    },
  );
  return entry.seq;
}
