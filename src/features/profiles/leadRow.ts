import type { LeadRow } from '../../contract/rest/leads.ts';
import { tagLimits } from '../../contract/tagLimits.ts';
import { boardRowOf } from '../conversations/board/boardRowOf.ts';
import type { Conversation } from '../conversations/model.ts';
import { scoreOf } from '../conversations/rules.ts';
import { recordsOf } from './keepRecords.ts';
import { suppressedChannels } from './mayReach.ts';
import type { Lead, PersonRecord } from './model.ts';
import { fieldsOf, nameOf, personOf } from './person.ts';
import { mostTalks, type ReadLeadDeps, talksOfMembers, unrecorded } from './readLead.ts';

export interface Known {
  root: Lead;
  members: Lead[];
  records: PersonRecord[];
  /** Their talks as the board shows them, the most recent first. */
  talks: Conversation[];
}

export const hasTalk = (person: Known | null): person is Known => person !== null && person.talks.length > 0;

/** Reads the person behind a record; the same person is the same object. */
export function readerOf(deps: ReadLeadDeps, tenantId: string, isShown: (talk: Conversation) => boolean) {
  const ofRecord = new Map<string, Promise<Known | null>>();
  const ofRoot = new Map<string, Promise<Known>>();
  async function load(root: Lead, members: Lead[]): Promise<Known> {
    const [records, talks] = await Promise.all([
      recordsOf(deps.records, members),
      talksOfMembers(deps, tenantId, members),
    ]);
    return { root, members, records, talks: talks.filter(isShown) };
  }
  async function read(leadId: string): Promise<Known | null> {
    const person =
      (await personOf(deps.leads, tenantId, leadId)) ?? (await unrecorded(deps.conversations, tenantId, leadId));
    if (person === null) return null;
    const loaded = ofRoot.get(person.root.id) ?? load(person.root, person.members);
    ofRoot.set(person.root.id, loaded);
    return loaded;
  }
  return (leadId: string): Promise<Known | null> => {
    const known = ofRecord.get(leadId) ?? read(leadId);
    ofRecord.set(leadId, known);
    return known;
  };
}

export function rowOf({ root, members, records, talks }: Known): LeadRow {
  const [newest] = talks;
  if (newest === undefined) throw new Error('A person without a talk is in no list.');
  const { conversationId, channel, lead, wants, listingTitle, startedAt, lastAt, mode, stage, temperature, owner } =
    boardRowOf(newest);
  const score = scoreOf(newest);
  const tags = [...new Set(talks.flatMap(({ board }) => board.tags))].slice(0, tagLimits.each);
  const fields = fieldsOf(members);
  const told = (name: string): string | undefined => {
    const field = fields[name];
    return field?.state === 'answered' && typeof field.value === 'string' ? field.value : undefined;
  };
  const [name, phone, email] = [nameOf(members) ?? lead.name, told('phone'), told('email')];
  return {
    id: root.id,
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    suppressed: suppressedChannels(members, records),
    ...(wants === undefined ? {} : { wants }),
    ...{ conversationId, channel, lastAt, mode, stage, talks: Math.min(talks.length, mostTalks) },
    ...(listingTitle === undefined ? {} : { listingTitle }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(score === null ? {} : { score }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(owner === undefined ? {} : { owner }),
  };
}
