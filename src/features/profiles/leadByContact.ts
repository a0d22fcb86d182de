import type { Channel } from '../../contract/values.ts';
import type { Clock } from '../../kernel/clock.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { Lead } from './model.ts';
import { newLead } from './newLead.ts';
import type { LeadStore } from './ports.ts';
import { recogniseByContact } from './recognise.ts';

/**
 * The lead who is reached at a number or an address: each of them is one lead on each channel, forever, and others who go by it are linked
 * with them for the team. `contact`: as `phoneKeyOf` or `emailKeyOf`. The lead's id tells nothing of the number.
 */
export async function leadByContact(
  { leads, clock }: { leads: LeadStore; clock: Clock },
  tenantId: string,
  channel: Exclude<Channel, 'widget'>,
  contact: string,
): Promise<Lead> {
  const kind = channel === 'email' ? 'email' : 'phone';
  const id = idFrom('lead', tenantId, channel, leads.hashOf(tenantId, `${kind}:${contact}`));
  const known = await leads.find(tenantId, id);
  // Erased, it goes by nothing anymore until they are heard of again.
  const lead = known ?? (await leads.openFor(newLead({ id, tenantId, createdAt: clock.now() })));
  await recogniseByContact(leads, lead, { [kind]: contact }, clock.now());
  return lead;
}
