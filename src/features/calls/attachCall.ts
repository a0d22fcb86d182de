import { HubError } from '../../kernel/hubError.ts';
import type { CommandRef } from '../conversations/actors.ts';
import { type ChangeSpeakerDeps, takeOver } from '../conversations/speaker/changeSpeaker.ts';
import type { StaffScope } from '../identity/model.ts';
import type { CallStore } from './ports.ts';

/**
 * Somebody of the team takes a call that a provider started, and its conversation.
 * @throws HubError `NOT_FOUND` where there is no such call in that conversation; `CONFLICT` where it is over or another person has it
 */
export async function attachCall(
  deps: ChangeSpeakerDeps & { calls: Pick<CallStore, 'find' | 'change'> },
  scope: StaffScope,
  command: CommandRef,
  { conversationId, callId }: { conversationId: string; callId: string },
): Promise<void> {
  const { tenantId, principal } = scope;
  const call = await deps.calls.find(tenantId, callId);
  if (call?.conversationId !== conversationId) throw new HubError('NOT_FOUND');
  if (call.endedAt !== null) throw new HubError('CONFLICT');
  if (call.agent?.id !== principal.id) {
    const agent = { id: principal.id, name: principal.name ?? '' };
    const changed = await deps.calls.change(tenantId, callId, { agent }, { agent: null, endedAt: null });
    if (changed === null) throw new HubError('CONFLICT');
  }
  await takeOver(deps, scope, command, { conversationId, reason: 'call', answers: true });
}
