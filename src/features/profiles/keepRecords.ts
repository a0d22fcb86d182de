import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { readPages } from '../../kernel/readPages.ts';
import type { Lead, PersonRecord } from './model.ts';
import { mostRecords } from './person.ts';
import { type LeadStore, leadPage, mostOfLead, type RecordStore } from './ports.ts';
import { identityKeyOf } from './recognise.ts';

/** The records of persons. */
export interface PersonParts {
  leads: LeadStore;
  records: RecordStore;
}

const allChannels = 3;

/** All records of a lead, however many. */
export const eachRecord = (records: Pick<RecordStore, 'pageOfLead'>, tenantId: string, leadId: string) =>
  readPages(mostOfLead, (after) => records.pageOfLead(tenantId, leadId, after));

/** No more messages: kept forever, and what was agreed to before ends with it. The same record again changes nothing. */
export async function suppressPerson(
  parts: PersonParts,
  record: PersonRecord & { kind: 'suppression' },
): Promise<void> {
  const { tenantId, leadId, channels, at, said } = record;
  await parts.records.add(record);
  for await (const other of eachRecord(parts.records, tenantId, leadId)) {
    if (other.kind !== 'consent' || other.closed !== null || other.at > at) continue;
    if (other.channels.every((channel) => channels.includes(channel)))
      await parts.records.close(tenantId, other.id, { at, by: said });
  }
  if (channels.length === allChannels) await parts.leads.change(tenantId, leadId, { suppressedAt: at });
}

/**
 * START: lifts what this visitor had suppressed; the records are closed, not deleted. Only their own: typing the number of somebody
 * who opted out lifts nothing. False when they have more records than are read (`readProven`): those stay closed.
 */
export async function liftSuppression(
  parts: PersonParts,
  lead: { tenantId: string; id: string },
  closed: { at: number; by: string },
): Promise<boolean> {
  const { members, isWhole } = await readProven(parts, lead);
  for (const { id, suppressedAt } of members) {
    for await (const record of eachRecord(parts.records, lead.tenantId, id))
      if (record.kind === 'suppression' && record.closed === null && record.at <= closed.at)
        await parts.records.close(lead.tenantId, record.id, closed);
    if (suppressedAt !== null && suppressedAt <= closed.at)
      await parts.leads.change(lead.tenantId, id, { suppressedAt: null });
  }
  return isWhole;
}

/**
 * The visitor's own record and those that the site vouched to be theirs; a typed number or address proves nothing. Of
 * more than `mostRecords` only as many, their own first, and `isWhole` says so.
 */
export async function readProven(
  { leads }: Pick<PersonParts, 'leads'>,
  lead: { tenantId: string; id: string },
): Promise<{ members: Lead[]; isWhole: boolean }> {
  const own = await leads.find(lead.tenantId, lead.id);
  if (own === null) return { members: [], isWhole: true };
  const members = [own];
  if (own.identity === null) return { members, isWhole: true };
  const key = identityKeyOf({ sub: own.identity });
  for await (const other of readPages(leadPage, (after) => leads.withKey(lead.tenantId, key, after))) {
    if (other.id === own.id || other.identity !== own.identity) continue;
    if (members.length === mostRecords) return { members, isWhole: false };
    members.push(other);
  }
  return { members, isWhole: true };
}

/** All records of all members, the newest first. */
export async function recordsOf(
  records: Pick<RecordStore, 'ofLead'>,
  members: readonly Lead[],
): Promise<PersonRecord[]> {
  const lists = await fewAtOnce(members, ({ tenantId, id }) => records.ofLead(tenantId, id));
  return lists.flat().sort((one, other) => other.at - one.at);
}
