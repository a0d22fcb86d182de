import type { Stores } from '../../../src/app/stores.ts';
import type { EntryType } from '../../../src/contract/log/entry.ts';
import type { Temperature } from '../../../src/contract/values.ts';
import type { BotState } from '../../../src/features/bots/state/protocol.ts';
import { newLead } from '../../../src/features/profiles/newLead.ts';
import type { Turn } from '../../../src/features/turns/model.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { aConversation } from '../../suites/conversationStoreSuite.ts';
import { anEntry } from '../../suites/entryStoreSuite.ts';

export const tenantId = 'bench';
const atOnce = 50;
const minuteMs = 60_000;
/** Talks were spoken in on so many days before today. */
const pastDays = 200;
const temperatures: readonly Temperature[] = ['cold', 'cold', 'cold', 'warm', 'hot'];
/** So many leads have spoken often and at length: their pages are read. */
export const longTold = 20;
const talksOfEach = 5;
const linesOfEach = { public: 60, internal: 20 };

export interface Filled {
  leads: number;
  /** Their ids. */
  told: string[];
  /** A number that one of the leads goes by. */
  phone: string;
}

type FilledStores = Pick<Stores, 'conversations' | 'leads' | 'entries' | 'turns'>;

/** Stores so many leads, or those for which the time is enough, each with a name, a number and a talk; a few with long talks. */
export async function fillLeads(
  stores: FilledStores,
  { count, withinMs, states }: { count: number; withinMs: number; states: readonly BotState[] },
): Promise<Filled> {
  const now = Date.now();
  const told: string[] = [];
  for (let no = 0; no < longTold; no += 1) told.push(await tellAtLength(stores, { no, now, states }));
  const endsAt = performance.now() + withinMs;
  let leads = longTold;
  while (leads < count && performance.now() < endsAt) {
    const some = Array.from({ length: Math.min(atOnce, count - leads) }, (_, at) => leads + at);
    await Promise.all(some.map((no) => addLead(stores, no, now)));
    leads += some.length;
  }
  return { leads, told, phone: phoneOf(longTold + 1) };
}

const phoneOf = (no: number): string => `+1512${String(5_000_000 + no).padStart(7, '0')}`;
const nameOf = (no: number): string => `Lead ${no}`;

async function addLead({ conversations, leads }: FilledStores, no: number, now: number, leadId = newId()) {
  const lastAt = now - ((no * 7_919) % (pastDays * 1_440)) * minuteMs;
  const temperature = temperatures[no % temperatures.length] as Temperature;
  const talk = aConversation(
    { tenantId, leadId, createdAt: lastAt - minuteMs },
    {
      lastAt,
      temperature,
      score: (no * 37) % 101,
      tags: no % 50 === 0 ? ['vip'] : [],
      leadName: nameOf(no),
      said: 3,
      wants: { wish: 'buy', beds: 3, area: 'Round Rock' },
    },
  );
  await Promise.all([
    conversations.openFor(talk),
    leads.openFor(newLead({ id: leadId, tenantId, visitorId: talk.visitorId ?? '', createdAt: talk.createdAt })),
  ]);
  const slot = (value: string) => ({
    ...{ value, state: 'answered', confidence: 1, source: 'rules', evidence: [], conversationId: talk.id, at: lastAt },
  });
  await Promise.all([
    leads.change(tenantId, leadId, {
      name: nameOf(no),
      fields: { name: slot(nameOf(no)), phone: slot(phoneOf(no)) } as never,
    }),
    leads.addKey(tenantId, leadId, `phone:${phoneOf(no)}`),
  ]);
  return talk;
}

/** One lead with five talks, each of 60 lines and 20 notes, and with the state after its newest turn. */
async function tellAtLength(
  stores: FilledStores,
  { no, now, states }: { no: number; now: number; states: readonly BotState[] },
): Promise<string> {
  const leadId = newId();
  const first = await addLead(stores, no, now, leadId);
  const talks = [first];
  for (let more = 1; more < talksOfEach; more += 1) {
    const talk = aConversation(
      { tenantId, leadId, createdAt: now - more * minuteMs },
      { lastAt: now - more * minuteMs },
    );
    await stores.conversations.openFor(talk);
    talks.push(talk);
  }
  for (const [at, { id }] of talks.entries()) {
    const lines = (type: EntryType, count: number, data: unknown) =>
      stores.entries.insertAll(
        Array.from({ length: count }, (_, n) => ({ ...anEntry(id, n + 1, { type, data }), tenantId })),
      );
    await lines('message-created', linesOfEach.public, {
      ...{ messageId: newId(), text: 'We would like three bedrooms by July.', channel: 'widget', language: 'en' },
    });
    await lines('note-created', linesOfEach.internal, { text: 'Prefers mornings.' });
    const state = states[(no + at) % states.length];
    if (state !== undefined) await stores.turns.insert(turnOf(id, state));
  }
  return leadId;
}

const turnOf = (conversationId: string, stateAfter: BotState): Turn => ({
  id: newId(),
  ...{ tenantId, conversationId, turnNo: 1, throughSeq: 60, throughInternalSeq: 20, fence: 0 },
  event: { at: new Date().toISOString(), happened: [] },
  ...{ stateAfter, effects: [], done: [], versions: { bot: '1', pack: '1' }, at: Date.now() },
});
