import { idFrom } from '../../../kernel/ids.ts';
import type { Effect } from '../../bots/protocol.ts';
import { changeBoard } from '../../conversations/changeBoard.ts';
import { flagOf } from '../../conversations/flagOf.ts';
import { liftSuppression, recordsOf, suppressPerson } from '../../profiles/keepRecords.ts';
import { suppressedChannels } from '../../profiles/mayReach.ts';
import type { ConsentPart, Lead, PersonRecord } from '../../profiles/model.ts';
import { newLead } from '../../profiles/newLead.ts';
import { personOf } from '../../profiles/person.ts';
import { recogniseByContact } from '../../profiles/recognise.ts';
import { type EffectParts, onceKeyOf, type Running } from './parts.ts';

/** How far back the words are looked for that stood on the visitor's screen. */
const entriesBack = 50;

/** A profile begins with the first thing that is known: a visitor who only looked has none. */
export function openLead(parts: EffectParts, { conversation }: Running): Promise<Lead> {
  const { leadId: id, tenantId, visitorId } = conversation;
  return parts.leads.openFor(newLead({ id, tenantId, visitorId, createdAt: parts.clock.now() }));
}

/** A number or an address that is new links this record with others that go by it, and tells the team where one had opted out. */
export async function recogniseLead(
  parts: EffectParts,
  running: Running,
  lead: Lead,
  given: Lead['fields'],
): Promise<void> {
  const isNew = (slot: string) => given[slot] !== undefined && given[slot].value !== lead.fields[slot]?.value;
  if (!isNew('phone') && !isNew('email')) return;
  await recogniseByContact(
    parts.leads,
    lead,
    { phone: given.phone?.value, email: given.email?.value },
    running.turn.at,
  );
  const person = await personOf(parts.leads, lead.tenantId, lead.id);
  if (person === null || person.members.length === 1) return;
  const others = person.members.filter(({ id }) => id !== lead.id);
  const isClosed = suppressedChannels(others, await recordsOf(parts.records, others)).length > 0;
  if (!isClosed && person.isWhole) return;
  const reason = isClosed
    ? 'Somebody with this number or address opted out of messages'
    : 'Too many records have this number or address: calls, texts and e-mails stay closed';
  await changeBoard(parts, running.place, {}, { flag: flagOf('opted-out', reason) });
}

/** What every record of this turn has. */
function recordBase({ turn, conversation }: Running, index: number) {
  const { id: conversationId, tenantId, leadId, visitorId } = conversation;
  return {
    id: idFrom('record', onceKeyOf(turn, index)),
    tenantId,
    leadId,
    visitorId,
    conversationId,
    at: turn.at,
    closed: null,
  } satisfies Partial<PersonRecord>;
}

/** Kept with the words that were shown and the words that were said. Words that never reached the screen are no consent. */
export async function consent(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'consent' },
  index: number,
): Promise<void> {
  const { evidence, said, channels, to } = effect;
  const shown = effect.shown === null ? null : await findShown(parts, running, effect.shown, evidence.seq);
  if (effect.shown !== null && shown === null) {
    parts.log.warn('consent words were not on the screen', { conversationId: running.conversation.id });
    return;
  }
  await openLead(parts, running);
  const page = running.conversation.page.url;
  const record = { ...recordBase(running, index), kind: 'consent', channels, to, shown, page } as const;
  await parts.records.add({ ...record, evidence, said });
}

async function findShown(
  parts: EffectParts,
  { conversation }: Running,
  words: string,
  before: number,
): Promise<ConsentPart['shown']> {
  const from = Math.max(1, before - entriesBack);
  const entries = await parts.entries.read(conversation.id, 'public', from, before - 1, entriesBack);
  for (const entry of entries.reverse()) {
    if (entry.type !== 'message-created' || entry.actor.kind !== 'bot') continue;
    const start = entry.data.text.indexOf(words);
    if (start < 0) continue;
    return { text: words, evidence: { log: entry.log, seq: entry.seq, start, end: start + words.length } };
  }
  return null;
}

/** The person asked not to be contacted: kept whatever becomes of the conversation. */
export async function suppress(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'suppress' },
  index: number,
): Promise<void> {
  await openLead(parts, running);
  const { channels, reason, evidence, said } = effect;
  const base = recordBase(running, index);
  await suppressPerson(parts, { ...base, kind: 'suppression', channels, reason, evidence, said });
}

/** They came back: closed with their own word. */
export async function lift(
  parts: EffectParts,
  { conversation, turn, place }: Running,
  effect: Effect & { kind: 'lift' },
): Promise<void> {
  const lead = { tenantId: conversation.tenantId, id: conversation.leadId };
  if (await liftSuppression(parts, lead, { at: turn.at, by: effect.said })) return;
  parts.log.warn('a visitor has too many records to lift an opt-out in all of them', { ...place });
  const reason = 'Asked for messages again, but has too many records: calls, texts and e-mails stay closed';
  await changeBoard(parts, place, {}, { flag: flagOf('opted-out', reason) });
}

/** A ticket with its two dates, for the team and `npm run admin -- deletion-requests`. */
export async function deletionRequest(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'deletion-request' },
  index: number,
): Promise<void> {
  await openLead(parts, running);
  const { confirmBy, answerBy, evidence, said } = effect;
  const base = recordBase(running, index);
  await parts.records.add({ ...base, kind: 'deletion-request', confirmBy, answerBy, evidence, said });
}
