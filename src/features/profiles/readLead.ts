import type { LeadAnswer } from '../../contract/rest.ts';
import { isoOf } from '../../kernel/clock.ts';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import { type PersonParts, recordsOf } from './keepRecords.ts';
import { suppressedChannels } from './mayReach.ts';
import type { Lead, PersonRecord } from './model.ts';
import { newLead } from './newLead.ts';
import { fieldsOf, nameOf, personOf } from './person.ts';

const maxConversations = 50;

/**
 * The profile of a person: what all their records know, each field with its evidence, the newest 50 conversations, what they
 * agreed to, forbade and demanded. The id of any of the records finds it; of who has said nothing of themselves yet the fields
 * are empty. `NOT_FOUND`.
 */
export async function readLead(
  deps: PersonParts & { conversations: Pick<ConversationStore, 'listOfLead'> },
  scope: StaffScope,
  leadId: string,
): Promise<LeadAnswer> {
  const { tenantId } = scope;
  const person =
    (await personOf(deps.leads, tenantId, leadId)) ?? (await unrecorded(deps.conversations, tenantId, leadId));
  if (!person) throw new HubError('NOT_FOUND');
  const { root, members } = person;
  const [records, lists] = await Promise.all([
    recordsOf(deps.records, members),
    fewAtOnce(members, ({ id }) => deps.conversations.listOfLead(tenantId, id, maxConversations)),
  ]);
  const conversations = lists.flat().sort((one, other) => other.board.lastAt - one.board.lastAt);
  const name = nameOf(members);
  const fields = Object.entries(fieldsOf(members)).map(([slot, { at: _, ...field }]) => [slot, field]);
  return {
    id: root.id,
    ...named(name),
    createdAt: isoOf(root.createdAt),
    fields: Object.fromEntries(fields),
    conversations: conversations.slice(0, maxConversations).map(({ id, board, mode }) => ({
      conversationId: id,
      lastAt: isoOf(board.lastAt),
      mode,
      ...(board.listingTitle === null ? {} : { listingTitle: board.listingTitle }),
      ...(board.lastText === '' ? {} : { lastText: board.lastText }),
    })),
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

/** A visitor is a lead from their first word, though nothing is noted of them yet. */
async function unrecorded(
  conversations: Pick<ConversationStore, 'listOfLead'>,
  tenantId: string,
  leadId: string,
): Promise<{ root: Lead; members: Lead[] } | null> {
  const first = (await conversations.listOfLead(tenantId, leadId, maxConversations)).at(-1);
  if (!first) return null;
  const { visitorId, createdAt } = first;
  const root = newLead({ id: leadId, tenantId, visitorId, createdAt });
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
