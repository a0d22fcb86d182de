import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { type Channel, channels } from '../reading/optOut/readChannelWish.ts';
import type { PersonParts } from './keepRecords.ts';
import type { Lead, PersonRecord } from './model.ts';
import { personOf } from './person.ts';
import { mostOfLead } from './ports.ts';

/** The channels that are closed to a person: an opt-out in any of their records counts for all of them. */
export function suppressedChannels(members: readonly Lead[], records: readonly PersonRecord[]): Channel[] {
  if (members.some(({ suppressedAt }) => suppressedAt !== null)) return [...channels];
  const closed = records.flatMap((record) =>
    record.kind === 'suppression' && record.closed === null ? record.channels : [],
  );
  return channels.filter((channel) => closed.includes(channel));
}

/** How each channel but the chat of a page reaches somebody. */
export const ways = { sms: 'text', email: 'email', call: 'call' } as const;

/**
 * The one gate before every call, text or email: whether the person may be reached by this channel. No when any record of theirs
 * forbids it; calls and texts also need a consent that stands. A person with more records than are read is not reached: an opt-out
 * may be among the rest. Writing back in the chat of the page does not ask here: that chat is the visitor's own.
 */
export async function mayReach(
  { leads, records }: PersonParts,
  tenantId: string,
  leadId: string,
  channel: Channel,
): Promise<'yes' | 'suppressed' | 'no-consent'> {
  const person = await personOf(leads, tenantId, leadId);
  if (person === null) return 'no-consent';
  if (!person.isWhole) return 'suppressed';
  const lists = await fewAtOnce(person.members, ({ id }) => records.ofLead(tenantId, id));
  if (lists.some(({ length }) => length >= mostOfLead)) return 'suppressed';
  const all = lists.flat();
  if (suppressedChannels(person.members, all).includes(channel)) return 'suppressed';
  const agreed = all.some(
    (record) => record.kind === 'consent' && record.closed === null && record.channels.includes(channel),
  );
  return agreed || channel === 'email' ? 'yes' : 'no-consent';
}
