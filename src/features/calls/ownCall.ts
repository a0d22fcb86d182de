import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import type { Call } from './model.ts';
import type { CallStore } from './ports.ts';

/**
 * The call, if this person may speak for it: its own agent, and supervisors.
 * @throws HubError `NOT_FOUND`, also for another tenant's; `CONFLICT` for another agent's
 */
export async function ownCall(
  { calls }: { calls: Pick<CallStore, 'find'> },
  { tenantId, principal }: StaffScope,
  callId: string,
): Promise<Call> {
  const call = await calls.find(tenantId, callId);
  if (call === null) throw new HubError('NOT_FOUND');
  if (principal.role === 'agent' && call.agent?.id !== principal.id) throw new HubError('CONFLICT');
  return call;
}
