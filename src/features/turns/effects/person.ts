import type { FlagChange } from '../../../contract/log/parts.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { idFrom } from '../../../kernel/ids.ts';
import type { Logger } from '../../../kernel/observe.ts';
import type { Effect } from '../../bots/state/protocol.ts';
import { botActor } from '../../conversations/actors.ts';
import { flagOf } from '../../conversations/board/flagOf.ts';
import type { Appender } from '../../conversations/log/appendEntry.ts';
import type { Conversation } from '../../conversations/model.ts';
import type { EntryStore } from '../../conversations/ports.ts';
import { liftSuppression, recordsOf, suppressPerson } from '../../profiles/keepRecords.ts';
import { suppressedChannels } from '../../profiles/mayReach.ts';
import type { ConsentPart, Lead, PersonRecord } from '../../profiles/model.ts';
import { newLead } from '../../profiles/newLead.ts';
import { personOf } from '../../profiles/person.ts';
import type { LeadStore, RecordStore } from '../../profiles/ports.ts';
import { recogniseByContact } from '../../profiles/recognise.ts';
import { messageIdOf, onceKeyOf, type Running } from './running.ts';

export interface PersonDeps {
  leads: LeadStore;
  records: RecordStore;
  clock: Clock;
}

/** How far back the words are looked for that stood on the visitor's screen. */
const entriesBack = 50;

const visitorIn = ({ visitorId }: Conversation) => (visitorId === undefined ? {} : { visitorId });

/** A profile begins with the first thing that is known, which a new one has at once: a visitor who only looked has none. */
export function openLead(
  deps: Pick<PersonDeps, 'leads' | 'clock'>,
  { conversation }: Running,
  known: Partial<Pick<Lead, 'name' | 'fields'>> = {},
): Promise<Lead> {
  const { leadId: id, tenantId } = conversation;
  const lead = newLead({ id, tenantId, ...visitorIn(conversation), createdAt: deps.clock.now() });
  return deps.leads.openFor({ ...lead, ...known });
}

/** Files the person under the bots' tags. A visitor who told nothing of themselves has no profile to hold any. */
export async function tag(
  deps: PersonDeps,
  running: Running,
  { add, remove }: Effect & { kind: 'tag' },
): Promise<void> {
  const { conversation, turn } = running;
  if (Object.values(turn.stateAfter.slots).every(({ state }) => state === 'unknown')) return;
  // Facts learned in the same turn have opened it.
  if (!turn.effects.some(({ kind }) => kind === 'qualification')) await openLead(deps, running);
  await deps.leads.change(conversation.tenantId, conversation.leadId, { tags: { add, remove } });
}

/** A new number or address links this record with others that go by it. Returns a flag for the team where no message may go. */
export async function recogniseLead(
  deps: PersonDeps,
  running: Running,
  lead: Lead,
  given: Lead['fields'],
): Promise<FlagChange[]> {
  const isNew = (slot: string) => given[slot] !== undefined && given[slot].value !== lead.fields[slot]?.value;
  if (!isNew('phone') && !isNew('email')) return [];
  await recogniseByContact(deps.leads, lead, { phone: given.phone?.value, email: given.email?.value }, running.turn.at);
  const person = await personOf(deps.leads, lead.tenantId, lead.id);
  if (person === null || person.members.length === 1) return [];
  const others = person.members.filter(({ id }) => id !== lead.id);
  const isClosed = suppressedChannels(others, await recordsOf(deps.records, others)).length > 0;
  if (!isClosed && person.isWhole) return [];
  const reason = isClosed
    ? 'Someone with this number or address opted out of messages'
    : 'Too many records share this number or address, so calls, texts, and emails stay off';
  return [flagOf('opted-out', reason)];
}

/** The fields of every record of this turn. */
function recordBase({ turn, conversation }: Running, index: number) {
  const { id: conversationId, tenantId, leadId } = conversation;
  return {
    id: idFrom('record', onceKeyOf(turn, index)),
    tenantId,
    leadId,
    ...visitorIn(conversation),
    conversationId,
    at: turn.at,
    closed: null,
  } satisfies Partial<PersonRecord>;
}

/** Kept with the words that were shown and the words that were said. Words that never reached the screen are no consent. */
export async function consent(
  deps: PersonDeps & { entries: Pick<EntryStore, 'read'>; log: Logger },
  running: Running,
  effect: Effect & { kind: 'consent' },
  index: number,
): Promise<void> {
  const { evidence, said, channels, to } = effect;
  const shown = effect.shown === null ? null : await findShown(deps, running, effect.shown, evidence.seq);
  if (effect.shown !== null && shown === null) {
    deps.log.warn('consent words were not on the screen', { conversationId: running.conversation.id });
    return;
  }
  await openLead(deps, running);
  const page = running.conversation.page?.url ?? '';
  const record = { ...recordBase(running, index), kind: 'consent', channels, to, shown, page } as const;
  await deps.records.add({ ...record, evidence, said });
}

async function findShown(
  deps: { entries: Pick<EntryStore, 'read'> },
  { conversation }: Running,
  words: string,
  before: number,
): Promise<ConsentPart['shown']> {
  const from = Math.max(1, before - entriesBack);
  const entries = await deps.entries.read(conversation.id, 'public', from, before - 1, entriesBack);
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
  deps: PersonDeps,
  running: Running,
  effect: Effect & { kind: 'suppress' },
  index: number,
): Promise<void> {
  await openLead(deps, running);
  const { channels, reason, evidence, said } = effect;
  const base = recordBase(running, index);
  const replyIndex = running.turn.effects.findIndex(({ kind }) => kind === 'reply');
  const confirmed = replyIndex < 0 ? {} : { confirmedBy: messageIdOf(running.turn, replyIndex) };
  await suppressPerson(deps, { ...base, kind: 'suppression', channels, reason, evidence, said, ...confirmed });
}

/** They came back: closed with their own word. */
export async function lift(
  deps: PersonDeps & { appender: Pick<Appender, 'append'>; log: Logger },
  { conversation, turn, place }: Running,
  effect: Effect & { kind: 'lift' },
  index: number,
): Promise<void> {
  const lead = { tenantId: conversation.tenantId, id: conversation.leadId };
  if (await liftSuppression(deps, lead, { at: turn.at, by: effect.said })) return;
  deps.log.warn('a visitor has too many records to lift an opt-out in all of them', { ...place });
  const reason = 'Asked for messages again, but has too many records: calls, texts, and emails stay off';
  await deps.appender.append(place, {
    type: 'note-created',
    data: { text: reason, flags: [flagOf('opted-out', reason)] },
    actor: botActor,
    onceKey: onceKeyOf(turn, index),
  });
}

/** A ticket with its two dates, for the team and `npm run admin -- deletion-requests`. */
export async function deletionRequest(
  deps: PersonDeps,
  running: Running,
  effect: Effect & { kind: 'deletion-request' },
  index: number,
): Promise<void> {
  await openLead(deps, running);
  const { confirmBy, answerBy, evidence, said } = effect;
  const base = recordBase(running, index);
  await deps.records.add({ ...base, kind: 'deletion-request', confirmBy, answerBy, evidence, said });
}
