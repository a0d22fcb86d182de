import { HubError } from '../../kernel/hubError.ts';
import { readPages } from '../../kernel/readPages.ts';
import { type CommandRef, commandOrigin } from '../conversations/actors.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import type { StaffScope } from '../identity/model.ts';
import { type LeadStore, leadPage } from '../profiles/ports.ts';
import type { Call } from './model.ts';
import { ownCall } from './ownCall.ts';
import type { CallStore } from './ports.ts';

export interface NameCallerDeps {
  calls: Pick<CallStore, 'find'>;
  leads: Pick<LeadStore, 'find' | 'linkedTo' | 'unlink'>;
  appender: Pick<Appender, 'append'>;
}

/**
 * The agent has asked who is calling. Where it is somebody else, the number's record no longer counts as one person with the records
 * that were linked to it for the number alone.
 * @throws HubError as `ownCall`; `CONFLICT` for a call that the phone company did not tell of
 */
export async function nameCaller(
  deps: NameCallerDeps,
  scope: StaffScope,
  command: CommandRef,
  { callId, isThem }: { callId: string; isThem: boolean },
): Promise<void> {
  const call = await ownCall(deps, scope, callId);
  if (call.source !== 'provider') throw new HubError('CONFLICT');
  if (!isThem) await partFromOthers(deps, call);
  await deps.appender.append(
    { tenantId: call.tenantId, conversationId: call.conversationId },
    {
      type: 'call-caller-named',
      data: { callId, caller: isThem ? 'confirmed' : 'other' },
      ...commandOrigin(scope, command, 'call-caller'),
    },
  );
}

async function partFromOthers({ leads }: Pick<NameCallerDeps, 'leads'>, call: Call): Promise<void> {
  const { tenantId, leadId } = call;
  const own = await leads.find(tenantId, leadId);
  if (own?.link?.by === 'phone') await leads.unlink(tenantId, leadId);
  for await (const other of readPages(leadPage, (after) => leads.linkedTo(tenantId, leadId, after)))
    if (other.link?.by === 'phone') await leads.unlink(tenantId, other.id);
}
