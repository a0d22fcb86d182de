import type { LeadAnswer } from '../../contract/rest/leads.ts';
import { isoOf } from '../../kernel/clock.ts';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { HubError } from '../../kernel/hubError.ts';
import { boardRowOf } from '../conversations/board/boardRowOf.ts';
import type { Conversation } from '../conversations/model.ts';
import type { LeadConversations } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import { type PersonParts, recordsOf } from './keepRecords.ts';
import { suppressedChannels } from './mayReach.ts';
import type { Lead, PersonRecord } from './model.ts';
import { newLead } from './newLead.ts';
import { fieldsOf, nameOf, personOf } from './person.ts';

/** As many talks as are read of one record. */
export const mostTalks = 50;

export type ReadLeadDeps = PersonParts & { conversations: Pick<LeadConversations, 'listOfLead'> };

/**
 * The profile of a person: the facts of all their records, each field with its evidence, the newest 50 conversations, what they agreed
 * to, forbade and demanded. The id of any of the records finds it; for a visitor who has said nothing of themselves yet the fields
 * are empty.
 * @throws HubError NOT_FOUND
 */
export async function readLead(deps: ReadLeadDeps, scope: StaffScope, leadId: string): Promise<LeadAnswer> {
  const { tenantId } = scope;
  const person =
    (await personOf(deps.leads, tenantId, leadId)) ?? (await unrecorded(deps.conversations, tenantId, leadId));
  if (!person) throw new HubError('NOT_FOUND');
  const { root, members } = person;
  const [records, conversations] = await Promise.all([
    recordsOf(deps.records, members),
    talksOfMembers(deps, tenantId, members),
  ]);
  const name = nameOf(members);
  const fields = Object.entries(fieldsOf(members)).map(([slot, { at: _, ...field }]) => [slot, field]);
  return {
    id: root.id,
    ...named(name),
    createdAt: isoOf(root.createdAt),
    fields: Object.fromEntries(fields),
    tags: [...new Set(members.flatMap(({ tags }) => tags))],
    conversations: conversations.slice(0, mostTalks).map((conversation) => {
      const { conversationId, lastAt, mode, owed, listingTitle, lastText } = boardRowOf(conversation);
      return {
        conversationId,
        lastAt,
        mode,
        owed,
        ...(listingTitle === undefined ? {} : { listingTitle }),
        ...(lastText === '' ? {} : { lastText }),
      };
    }),
    consents: records.flatMap((record) =>
      record.kind === 'consent'
        ? record.channels.map((kind) => ({
            kind,
            to: record.to,
            page: record.page,
            ...(record.shown === null ? {} : { shown: record.shown }),
            ...baseOf(record),
          }))
        : [],
    ),
    suppressions: records.flatMap((record) =>
      record.kind === 'suppression' ? [{ channels: record.channels, reason: record.reason, ...baseOf(record) }] : [],
    ),
    suppressed: suppressedChannels(members, records),
    deletionRequests: records.flatMap((record) =>
      record.kind === 'deletion-request'
        ? [{ confirmBy: record.confirmBy, answerBy: record.answerBy, ...baseOf(record) }]
        : [],
    ),
    merged: members.flatMap(({ id, link, createdAt, ...member }) =>
      link === null
        ? []
        : [
            {
              id,
              ...named(member.name),
              createdAt: isoOf(createdAt),
              into: link.leadId,
              by: link.by,
              at: isoOf(link.at),
            },
          ],
    ),
  };
}

/** The talks of all records of a person, the one spoken in last first: of each record the newest `mostTalks`. */
export async function talksOfMembers(
  { conversations }: Pick<ReadLeadDeps, 'conversations'>,
  tenantId: string,
  members: readonly Pick<Lead, 'id'>[],
): Promise<Conversation[]> {
  const lists = await fewAtOnce(members, ({ id }) => conversations.listOfLead(tenantId, id, mostTalks));
  return lists.flat().sort((one, other) => other.board.lastAt - one.board.lastAt || (one.id < other.id ? 1 : -1));
}

/** The talks of the person behind a record, as `talksOfMembers`. */
export async function talksOfPerson(deps: ReadLeadDeps, tenantId: string, leadId: string): Promise<Conversation[]> {
  const person = await personOf(deps.leads, tenantId, leadId);
  return talksOfMembers(deps, tenantId, person?.members ?? [{ id: leadId }]);
}

/** A visitor is a lead from their first word, though nothing is noted of them yet. */
export async function unrecorded(
  conversations: Pick<LeadConversations, 'listOfLead'>,
  tenantId: string,
  leadId: string,
): Promise<{ root: Lead; members: Lead[] } | null> {
  const first = (await conversations.listOfLead(tenantId, leadId, mostTalks)).at(-1);
  if (!first) return null;
  const { visitorId, createdAt } = first;
  const root = newLead({ id: leadId, tenantId, createdAt, ...(visitorId === undefined ? {} : { visitorId }) });
  return { root, members: [root] };
}

const named = (name: string | null) => (name === null ? {} : { name });

const baseOf = ({ at, conversationId, said, evidence, closed }: PersonRecord) => ({
  at: isoOf(at),
  conversationId,
  said,
  evidence,
  ...(closed === null ? {} : { closed: { at: isoOf(closed.at), by: closed.by } }),
});
