import type { Lead, PersonRecord } from './model.ts';
import type { LeadStore, RecordStore } from './ports.ts';
import { identityKeyOf } from './recognise.ts';

/** What is kept of persons. */
export interface PersonParts {
  leads: LeadStore;
  records: RecordStore;
}

const allChannels = 3;

/** No more messages: kept for ever, and what was agreed to before ends with it. The same record again changes nothing. */
export async function suppressPerson(
  parts: PersonParts,
  record: PersonRecord & { kind: 'suppression' },
): Promise<void> {
  const { tenantId, leadId, channels, at, said } = record;
  await parts.records.add(record);
  for (const other of await parts.records.ofLead(tenantId, leadId)) {
    if (other.kind !== 'consent' || other.closed !== null || other.at > at) continue;
    if (other.channels.every((channel) => channels.includes(channel)))
      await parts.records.close(tenantId, other.id, { at, by: said });
  }
  if (channels.length === allChannels) await parts.leads.change(tenantId, leadId, { suppressedAt: at });
}

/**
 * START: what this visitor had suppressed is lifted: closed, not deleted. Only theirs: who merely typed the number of somebody
 * that opted out lifts nothing.
 */
export async function liftSuppression(
  parts: PersonParts,
  lead: { tenantId: string; id: string },
  closed: { at: number; by: string },
): Promise<void> {
  for (const { id, suppressedAt } of await provenRecords(parts, lead)) {
    for (const record of await parts.records.ofLead(lead.tenantId, id))
      if (record.kind === 'suppression' && record.closed === null && record.at <= closed.at)
        await parts.records.close(lead.tenantId, record.id, closed);
    if (suppressedAt !== null && suppressedAt <= closed.at)
      await parts.leads.change(lead.tenantId, id, { suppressedAt: null });
  }
}

/** The visitor's own record and those that the site vouched to be theirs; what was typed proves nothing. */
export async function provenRecords(
  { leads }: Pick<PersonParts, 'leads'>,
  lead: { tenantId: string; id: string },
): Promise<Lead[]> {
  const own = await leads.find(lead.tenantId, lead.id);
  if (own === null) return [];
  const same = own.identity === null ? [] : await leads.withKey(lead.tenantId, identityKeyOf({ sub: own.identity }));
  return [own, ...same.filter(({ id, identity }) => id !== own.id && identity === own.identity)];
}

/** All records of all members, the newest first. */
export async function recordsOf(
  records: Pick<RecordStore, 'ofLead'>,
  members: readonly Lead[],
): Promise<PersonRecord[]> {
  const lists = await Promise.all(members.map(({ tenantId, id }) => records.ofLead(tenantId, id)));
  return lists.flat().sort((one, other) => other.at - one.at);
}
