import type { Entry } from '../../contract/log/entry.ts';
import { isOfVisitor } from '../conversations/actors.ts';
import type { Conversation } from '../conversations/model.ts';
import type { Hold } from '../tenants/tenantVersions.ts';
import type { InterventionStore } from './ports.ts';

export interface SilenceWatch {
  heard(tenantId: string, entry: Entry): Promise<void>;
}

/** Whether a line ends somebody's silence: they wrote, and an opt-out is such a message, or they are on the phone. */
const endsSilence = (entry: Entry): boolean => isOfVisitor(entry) || entry.type === 'call-started';

/**
 * Withdraws what is open for whoever wrote. The node holds whose proposals are open, so that no other message asks the database for
 * anything. The gates of an approval find those that this misses.
 */
export function watchSilence({
  hold,
  interventions,
  find,
}: {
  hold: Hold;
  interventions: Pick<InterventionStore, 'withdraw' | 'openLeads'>;
  /** The conversation as the node holds it. */
  find(tenantId: string, conversationId: string): Promise<Pick<Conversation, 'leadId'> | null>;
}): SilenceWatch {
  const openOf = hold(['interventions'], async (tenantId) => new Set(await interventions.openLeads(tenantId)));
  return {
    async heard(tenantId, entry) {
      if (!endsSilence(entry)) return;
      const open = await openOf(tenantId);
      if (open.size === 0) return;
      const conversation = await find(tenantId, entry.conversationId);
      if (conversation !== null && open.has(conversation.leadId))
        await interventions.withdraw(tenantId, conversation.leadId);
    },
  };
}
