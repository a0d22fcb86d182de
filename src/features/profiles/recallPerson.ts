import type { Slot } from '../../contract/log/parts.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import type { Logger } from '../../kernel/observe.ts';
import type { Appointment } from '../appointments/model.ts';
import type { AppointmentStore } from '../appointments/ports.ts';
import type { BotEvent } from '../bots/state/protocol.ts';
import { lastSaid } from '../conversations/log/lastSaid.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import type { Conversation } from '../conversations/model.ts';
import type { EntryStore, LeadConversations } from '../conversations/ports.ts';
import type { Channel } from '../reading/optOut/readChannelWish.ts';
import { eachRecord, type PersonParts, readProven } from './keepRecords.ts';
import { fieldsOf } from './person.ts';

const conversationsRead = 20;

/**
 * Reads what is known of the visitor from earlier talks, as the first event of a talk: the bot learns it through the log like
 * everything else. By their token or a verified identity only; a typed number never brings up what somebody else said. With more
 * records than are read, the visitor is treated as new, because a wish to be forgotten may be among the rest; the log says so.
 */
export async function recallPerson(
  parts: PersonParts & {
    conversations: Pick<LeadConversations, 'listOfLead'>;
    entries: Pick<EntryStore, 'newestOf' | 'listOf'>;
    appointments: Pick<AppointmentStore, 'findNext'>;
    clock: Clock;
    log: Logger;
  },
  conversation: Pick<Conversation, 'id' | 'tenantId' | 'leadId'>,
): Promise<Extract<BotEvent, { kind: 'person-known' }> | null> {
  const { tenantId, leadId, id } = conversation;
  const { members, isWhole } = await readProven(parts, { tenantId, id: leadId });
  if (!isWhole) parts.log.warn('a visitor has too many records to be recalled', { tenantId, leadId });
  const lists = await fewAtOnce(members, (lead) =>
    parts.conversations.listOfLead(tenantId, lead.id, conversationsRead),
  );
  const others = lists.flat().filter((one) => one.id !== id && !isErased(one));
  const talks = await fewAtOnce(others, async ({ id }) => ({ id, last: await lastSaid(parts.entries, id) }));
  const earlier = talks.flatMap(({ id, last }) => (last?.isSpoken ? [id] : []));
  const suppressed = members.map(({ suppressedAt }) => suppressedAt).filter((at) => at !== null);
  if (earlier.length === 0 && suppressed.length === 0) return null;
  const consented = new Set<Channel>();
  let isCut = !isWhole;
  for (const member of members) {
    for await (const record of eachRecord(parts.records, tenantId, member.id)) {
      // A visitor who asked for their data to be deleted is treated as new, also while the team has not got to it.
      if (record.kind === 'deletion-request') isCut = true;
      if (record.kind === 'consent' && record.closed === null)
        for (const channel of record.channels) consented.add(channel);
    }
  }
  if (isCut && suppressed.length === 0) return null;
  const slots: Record<string, Slot> = {};
  for (const [name, field] of isCut ? [] : Object.entries(fieldsOf(members))) {
    const { conversationId, at, before: _, ...slot } = field;
    // Facts of an older version, or typed in by an integration, are as old as the record.
    const since = at ?? members[0]?.createdAt ?? 0;
    if (conversationId !== id) slots[name] = { ...slot, before: { conversationId, at: isoOf(since) } };
  }
  const next = isCut ? null : await parts.appointments.findNext(tenantId, earlier, parts.clock.now());
  return {
    kind: 'person-known',
    slots,
    consented: [...consented],
    ...(next === null ? {} : { appointment: standingOf(next) }),
    ...(suppressed.length === 0 ? {} : { suppressedAt: isoOf(Math.min(...suppressed)) }),
  };
}

const standingOf = ({ id, startsAt, kind, agentName, home }: Appointment) => ({
  appointmentId: id,
  startsAt: isoOf(startsAt),
  meeting: kind,
  with: agentName,
  ...(home === undefined ? {} : { home }),
});
