import { readPages } from '../../kernel/readPages.ts';
import type { Lead, LinkBasis } from './model.ts';
import { type LeadStore, leadPage } from './ports.ts';

/** As many records as are read of one person. Past it something may be left out, and `isWhole` says so. */
export const mostRecords = 1000;
/** Each round another one was quicker; more often than this, a link points to a record that is no longer there. */
const mostRounds = 50;

/**
 * All records that are linked as one person, to the last, the oldest first: it stands for the person. Nothing when there is none.
 * Only their ids are held meanwhile.
 */
export async function* eachMember(
  leads: Pick<LeadStore, 'find' | 'linkedTo'>,
  tenantId: string,
  leadId: string,
): AsyncGenerator<Lead, void, undefined> {
  const root = await rootOf(leads, tenantId, leadId);
  if (root === null) return;
  yield root;
  const known = new Set([root.id]);
  // A set that grows is walked to its last.
  for (const id of known) {
    for await (const lead of readPages(leadPage, (after) => leads.linkedTo(tenantId, id, after))) {
      if (known.has(lead.id)) continue;
      known.add(lead.id);
      yield lead;
    }
  }
}

/** The records of a person as `eachMember`, by age; of more than `mostRecords` only as many, and `isWhole` says so. Null when there is none. */
export async function personOf(
  leads: Pick<LeadStore, 'find' | 'linkedTo'>,
  tenantId: string,
  leadId: string,
): Promise<{ root: Lead; members: Lead[]; isWhole: boolean } | null> {
  const members: Lead[] = [];
  let isWhole = true;
  for await (const lead of eachMember(leads, tenantId, leadId)) {
    isWhole = members.length < mostRecords;
    if (!isWhole) break;
    members.push(lead);
  }
  const [root] = members;
  return root === undefined ? null : { root, members: members.sort(byAge), isWhole };
}

/**
 * Two records are of one person from here on: the younger person is linked to the older one. Nothing is copied and nothing is
 * lost, so taking the link away undoes it. The order is fixed, so any number at once, in any order, come to the same.
 */
export async function linkAsOne(
  leads: LeadStore,
  tenantId: string,
  one: string,
  other: string,
  basis: { by: LinkBasis; at: number },
): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const roots = [await rootOf(leads, tenantId, one), await rootOf(leads, tenantId, other)];
    const [older, younger] = roots.filter((root) => root !== null).sort(byAge);
    if (!older || !younger || older.id === younger.id) return;
    // False when somebody else linked it meanwhile: then it has another root.
    if (await leads.link(tenantId, younger.id, { leadId: older.id, ...basis })) return;
  }
}

const byAge = (one: Lead, other: Lead): number => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);

async function rootOf(leads: Pick<LeadStore, 'find'>, tenantId: string, leadId: string): Promise<Lead | null> {
  let lead = await leads.find(tenantId, leadId);
  // A link always points to an older record, so this comes to an end.
  while (lead?.link) lead = (await leads.find(tenantId, lead.link.leadId)) ?? { ...lead, link: null };
  return lead;
}

/** The fields of all records together: of each field the newest answer; an answer before a refusal. The words stay with it. */
export function fieldsOf(members: readonly Lead[]): Lead['fields'] {
  const all: Lead['fields'] = {};
  for (const lead of [...members].sort(byAge)) {
    for (const [name, field] of Object.entries(lead.fields)) {
      const known = all[name];
      if (field.state === 'unknown' && known !== undefined) continue;
      const isWorse = known?.state === 'answered' && field.state !== 'answered';
      if (known === undefined || (!isWorse && ((field.at ?? 0) >= (known.at ?? 0) || known.state !== 'answered')))
        all[name] = field;
    }
  }
  return all;
}

/** The name that was given last. */
export const nameOf = (members: readonly Lead[]): string | null => {
  const field = fieldsOf(members).name;
  return field?.state === 'answered' && typeof field.value === 'string'
    ? field.value
    : ([...members].sort(byAge).findLast(({ name }) => name !== null)?.name ?? null);
};
