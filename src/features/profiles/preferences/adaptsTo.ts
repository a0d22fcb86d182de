import type { BrokerageSettings } from '../../../contract/rest/settings.ts';
import { personOf } from '../person.ts';
import type { LeadStore } from '../ports.ts';

export interface AdaptsDeps {
  leads: Pick<LeadStore, 'find' | 'linkedTo'>;
  settingsOf(tenantId: string): Promise<{ settings: Pick<BrokerageSettings, 'adapts'> }>;
}

/** Whether what a person prefers may be used: neither the brokerage nor somebody for any of their records has turned it off. */
export async function adaptsTo({ leads, settingsOf }: AdaptsDeps, tenantId: string, leadId: string): Promise<boolean> {
  if (!(await settingsOf(tenantId)).settings.adapts) return false;
  const person = await personOf(leads, tenantId, leadId);
  return person === null || person.members.every(({ notAdapted }) => notAdapted === null);
}
