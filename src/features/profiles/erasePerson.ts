import type { Clock } from '../../kernel/clock.ts';
import { sha256 } from '../../kernel/ids.ts';
import type { Conversation } from '../conversations/model.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import { erasedWords } from '../conversations/withoutWords.ts';
import { emailKeyOf, phoneKeyOf } from '../reading/readContact.ts';
import { type PersonParts, recordsOf } from './keepRecords.ts';
import { suppressedChannels } from './mayReach.ts';
import type { Lead, PersonRecord } from './model.ts';
import { personOf } from './person.ts';

/** What is there of a person to delete. */
export interface PersonHeld {
  members: Lead[];
  conversations: Conversation[];
  records: PersonRecord[];
}

const mostConversations = 10_000;

/** What is held of a person in all their records, so that somebody can look before it is deleted. Null when there is nothing. */
export async function readHeld(
  parts: PersonParts & { conversations: Pick<ConversationStore, 'listOfLead'> },
  tenantId: string,
  leadId: string,
): Promise<PersonHeld | null> {
  const person = await personOf(parts.leads, tenantId, leadId);
  const ids = person === null ? [leadId] : person.members.map(({ id }) => id);
  const lists = await Promise.all(ids.map((id) => parts.conversations.listOfLead(tenantId, id, mostConversations)));
  const conversations = lists.flat();
  if (person === null && conversations.length === 0) return null;
  const members = person?.members ?? [];
  return { members, conversations, records: await recordsOf(parts.records, members) };
}

/**
 * Deletes what is known of a person in all their records: every conversation, the profile, and the words of what they agreed to,
 * forbade and demanded. What the law wants kept stays as bare facts that no bot reads: that there was a consent or an opt-out, when
 * and for what, the number or address as a hash; an opt-out stays in force. Open requests are closed last, so that whoever was cut
 * off finds them open and runs it again; a second run changes nothing. `keepProof`: consents and opt-outs keep their words and the
 * number, where the law wants the proof itself (16 CFR 310.5: five years). How many lines had words.
 */
export async function erasePerson(
  parts: PersonParts & { clock: Clock; eraseConversation(tenantId: string, conversationId: string): Promise<number> },
  tenantId: string,
  { members, conversations, records }: PersonHeld,
  { by, keepProof }: { by: string; keepProof: boolean },
): Promise<number> {
  let lines = 0;
  for (const { id } of conversations) lines += await parts.eraseConversation(tenantId, id);
  // Without its keys an opt-out would no longer be known by the number. Only hashes of them are kept.
  const keepKeys = suppressedChannels(members, records).length > 0;
  for (const { id } of members) {
    await parts.leads.erase(tenantId, id, { keepKeys });
    await parts.records.rewrite(tenantId, id, (record) =>
      keepProof && record.kind !== 'deletion-request' ? record : withoutSaid(record),
    );
  }
  const closed = { at: parts.clock.now(), by };
  for (const record of records)
    if (record.kind === 'deletion-request' && record.closed === null)
      await parts.records.close(tenantId, record.id, closed);
  return lines;
}

/** The fact without the words: who closed a request is of the team, who ended a consent or an opt-out did it in their own words. */
function withoutSaid(record: PersonRecord): PersonRecord {
  if (record.kind === 'deletion-request') return { ...record, said: erasedWords };
  const closed = record.closed === null ? null : { ...record.closed, by: erasedWords };
  const bare = { ...record, said: erasedWords, closed };
  return bare.kind === 'consent' ? { ...bare, to: hashOf(record.tenantId, bare.to), page: '' } : bare;
}

const hashed = 'sha256:';
/** As the lead's keys are hashed, so that the same number can be found to be the same. */
function hashOf(tenantId: string, to: string): string {
  if (to.startsWith(hashed)) return to;
  const [phone, email] = [phoneKeyOf(to), emailKeyOf(to)];
  const key = phone !== null ? `phone:${phone}` : email !== null ? `email:${email}` : to;
  return `${hashed}${sha256(`${tenantId}\u0000${key}`)}`;
}
