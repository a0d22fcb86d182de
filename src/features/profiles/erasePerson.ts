import type { Clock } from '../../kernel/clock.ts';
import { readPages } from '../../kernel/readPages.ts';
import { erasedWords } from '../conversations/log/withoutWords.ts';
import type { Conversation } from '../conversations/model.ts';
import { idsPage, type LeadConversations } from '../conversations/ports.ts';
import { emailKeyOf, phoneKeyOf } from '../reading/person/readContact.ts';
import { eachRecord, type PersonParts } from './keepRecords.ts';
import { suppressedChannels } from './mayReach.ts';
import type { Lead, PersonRecord } from './model.ts';
import { eachMember, personOf } from './person.ts';
import { type LeadStore, mostOfLead, type ViewedHomeStore } from './ports.ts';

/** The records of a person that can be deleted. */
export interface PersonHeld {
  members: Lead[];
  conversations: Conversation[];
  records: PersonRecord[];
  /** False: there is more than this, which `erasePerson` deletes all the same. */
  isWhole: boolean;
}

const mostShown = 1000;

/** Counts what is held of a person in all their records, so that somebody can look before it is deleted. Null when there is nothing. */
export async function readHeld(
  parts: PersonParts & { conversations: Pick<LeadConversations, 'listOfLead'> },
  tenantId: string,
  leadId: string,
): Promise<PersonHeld | null> {
  const person = await personOf(parts.leads, tenantId, leadId);
  const members = person?.members ?? [];
  const conversations: Conversation[] = [];
  for (const id of person === null ? [leadId] : members.map((lead) => lead.id)) {
    conversations.push(...(await parts.conversations.listOfLead(tenantId, id, mostShown - conversations.length)));
    if (conversations.length === mostShown) break;
  }
  if (person === null && conversations.length === 0) return null;
  const records: PersonRecord[] = [];
  let isWhole = person?.isWhole !== false && conversations.length < mostShown;
  for (const { id } of members) {
    const own = await parts.records.ofLead(tenantId, id);
    records.push(...own);
    isWhole &&= own.length < mostOfLead;
  }
  return { members, conversations, records, isWhole };
}

/**
 * Deletes a person's data in all their records, however many: every conversation, the profile, the homes they looked at, and the words of their consents,
 * opt-outs and demands. The data that the law wants kept stays as bare facts that no bot reads: that there was a consent or an
 * opt-out, when and for what, the number or address as a hash; an opt-out stays in force. Open requests are closed last, so
 * that after an interruption they are still open and it runs again; a second run changes nothing. `keepProof`: consents and
 * opt-outs keep their words and the number, where the law wants the proof itself (16 CFR 310.5: five years). Returns how many
 * lines had words, and how many requests were closed.
 */
export async function erasePerson(
  parts: PersonParts & {
    clock: Clock;
    conversations: Pick<LeadConversations, 'pageOfLead'>;
    eraseConversation(tenantId: string, conversationId: string): Promise<number>;
    /** Removes what was written for a record of theirs, such as stories of homes. */
    eraseWritings(tenantId: string, leadId: string): Promise<void>;
    viewedHomes: Pick<ViewedHomeStore, 'erase'>;
  },
  tenantId: string,
  leadId: string,
  { by, keepProof }: { by: string; keepProof: boolean },
): Promise<{ lines: number; closed: number }> {
  const { leads, records, conversations } = parts;
  let lines = 0;
  let keepKeys = false;
  const requests: string[] = [];
  const eraseTalks = async (id: string): Promise<void> => {
    for await (const talk of readPages(idsPage, (after) => conversations.pageOfLead(tenantId, id, after)))
      lines += await parts.eraseConversation(tenantId, talk.id);
    await parts.eraseWritings(tenantId, id);
    await parts.viewedHomes.erase(tenantId, id);
  };
  // A visitor who has said nothing of themselves has talks and no record.
  if ((await leads.find(tenantId, leadId)) === null) await eraseTalks(leadId);
  for await (const member of eachMember(leads, tenantId, leadId)) {
    await eraseTalks(member.id);
    for await (const record of eachRecord(records, tenantId, member.id)) {
      if (suppressedChannels([member], [record]).length > 0) keepKeys = true;
      if (record.kind === 'deletion-request' && record.closed === null) requests.push(record.id);
      if (!keepProof || record.kind === 'deletion-request') await records.rewrite(withoutSaid(leads, record));
    }
    if (member.suppressedAt !== null) keepKeys = true;
  }
  // Without its keys an opt-out would no longer be known by the number. Only hashes of them are kept.
  for await (const { id } of eachMember(leads, tenantId, leadId)) await leads.erase(tenantId, id, { keepKeys });
  let closed = 0;
  for (const id of requests) if (await records.close(tenantId, id, { at: parts.clock.now(), by })) closed += 1;
  return { lines, closed };
}

/**
 * The record without the words. A request is closed by a person of the team, who stays named; a consent or an opt-out is ended in
 * the person's own words, which go.
 */
function withoutSaid(leads: Pick<LeadStore, 'hashOf'>, record: PersonRecord): PersonRecord {
  if (record.kind === 'deletion-request') return { ...record, said: erasedWords };
  const closed = record.closed === null ? null : { ...record.closed, by: erasedWords };
  const bare = { ...record, said: erasedWords, closed };
  return bare.kind === 'consent' ? { ...bare, to: hashedContact(leads, record.tenantId, bare.to), page: '' } : bare;
}

const isHashed = /^(?:keyed|sha256):/;
/** As the lead's keys are hashed, so that the same number can be found to be the same. */
function hashedContact(leads: Pick<LeadStore, 'hashOf'>, tenantId: string, to: string): string {
  if (isHashed.test(to)) return to;
  const [phone, email] = [phoneKeyOf(to), emailKeyOf(to)];
  const key = phone !== null ? `phone:${phone}` : email !== null ? `email:${email}` : to;
  return leads.hashOf(tenantId, key);
}
