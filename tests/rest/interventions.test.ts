import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMemoryStreamLog } from '../../src/adapters/memory/streamLog.ts';
import type { Actor } from '../../src/contract/log/parts.ts';
import { type InterventionAnswer, intervention, interventionsAnswer } from '../../src/contract/rest/interventions.ts';
import type { BoardFields, Conversation } from '../../src/features/conversations/model.ts';
import { lookAtCooling } from '../../src/features/interventions/lookAtCooling.ts';
import { newLead } from '../../src/features/profiles/newLead.ts';
import { eraseConversation } from '../../src/features/turns/eraseConversation.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type Job, leaseMs, noTenant } from '../../src/kernel/jobs.ts';
import { type HeldClock, holdClock } from '../support/heldClock.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

/* One hub on memory stores and a clock that stands: two seconds in all. */

let clock: HeldClock;
let hub: RunningRest;
let tenantId: string;
let token: string;
let emailOf: (role: 'agent' | 'supervisor' | 'admin') => string;
const path = '/api/v1/interventions';
const [hourMs, dayMs] = [3_600_000, 86_400_000];

beforeAll(async () => {
  clock = holdClock();
  hub = await startRest({ clock });
});
afterAll(() => hub.stop());
beforeEach(async () => {
  // A Tuesday morning at the brokerage, of another month for each test.
  clock.jump(28 * dayMs - ((clock.now() - Date.parse('2026-01-13T16:00:00Z')) % (7 * dayMs)));
  const own = await hub.addTenant(newId());
  ({ tenantId, emailOf } = own);
  await signIn();
});
const signIn = async () => {
  token = (await hub.signIn(emailOf('agent'))).accessToken;
};
const passDays = async (days: number) => {
  clock.jump(days * dayMs);
  await signIn();
};

/** Somebody who wrote by text message so many days ago, and agreed to be written to. */
async function silent(days: number, over: Partial<Conversation> = {}, said: { email?: string } = {}) {
  const lastAt = clock.now() - days * dayMs;
  const leadId = newId();
  const board = { said: 2, lastAt, lastText: 'Let me think', lastLines: [{ by: 'visitor', text: 'Let me think' }] };
  const talk = await hub.addConversation(tenantId, {
    ...{ leadId, visitorId: newId(), channel: 'sms', contact: '+15125550137' },
    ...over,
    board: { ...board, ...over.board } as BoardFields,
  });
  await hub.stores.leads.openFor(newLead({ id: leadId, tenantId, createdAt: lastAt }));
  const slot = { state: 'answered' as const, confidence: 1, source: 'rules' as const, evidence: [], at: lastAt };
  const email = said.email === undefined ? {} : { email: { ...slot, value: said.email, conversationId: talk.id } };
  await hub.stores.leads.change(tenantId, leadId, { name: 'Dana Reyes', fields: email as never });
  return talk;
}
const recordOf = ({ id, leadId }: Conversation) => ({
  ...{ id: newId(), tenantId, leadId, conversationId: id, at: clock.now() - 90 * dayMs, said: 'yes', closed: null },
  evidence: { log: `public:${id}`, seq: 1, start: 0, end: 3 },
});
const agrees = (talk: Conversation) =>
  hub.stores.records.add({
    ...recordOf(talk),
    ...{ kind: 'consent', channels: ['text', 'call'], to: '+15125550137', shown: null, page: '' },
  });
const optsOut = (talk: Conversation) =>
  hub.stores.records.add({
    ...{ ...recordOf(talk), at: clock.now() },
    ...{ kind: 'suppression', channels: ['call', 'text', 'email'], reason: 'asked' },
  });
async function silentAndAgreed(days: number, over: Partial<Conversation> = {}) {
  const talk = await silent(days, over);
  await agrees(talk);
  return talk;
}

const run = (data: Job['data'] = {}, tenant = tenantId) =>
  lookAtCooling(hub.interventions.proposing, {
    ...{ tenantId: tenant, kind: 'cooling', about: 'all', conversationId: null, data },
  });
const list = async () => interventionsAnswer.parse((await hub.call('GET', path, { token })).json).items;
async function proposed(): Promise<InterventionAnswer> {
  await run();
  const [first] = await list();
  if (first === undefined) expect.fail('nothing was proposed');
  return first;
}
const decide = (id: string, how: 'approve' | 'reject', body: object = {}, as = token) =>
  hub.call('POST', `${path}/${id}/${how}`, { token: as, body });
const stateOf = async (id: string) => (await hub.stores.interventions.find(tenantId, id))?.state;
const messagesOf = async (talk: Conversation) =>
  (await hub.stores.entries.listOf(talk.id, 'message-created', 50)).map(({ data }) => (data as { text: string }).text);
const lead: Actor = { kind: 'lead', id: 'l' };
async function writes(talk: Conversation, text = 'I’m back') {
  const data = { messageId: newId(), text, channel: talk.channel, language: 'en' };
  const draft = { type: 'message-created', data, actor: lead, onceKey: newId() } as const;
  const { entry } = await hub.deps.appender.append({ tenantId, conversationId: talk.id }, draft);
  await hub.interventions.silence.heard(tenantId, entry);
  // Until the row shows it.
  await clock.pass(2_000);
  return Date.parse(entry.at);
}

test('a lead who went silent is proposed once, however often the job runs, with why, by which way, and a draft', async () => {
  const talk = await silentAndAgreed(15);
  await silentAndAgreed(3);
  await silentAndAgreed(61);
  await Promise.all([run(), run()]);
  await run();
  const items = await list();
  expect(items).toMatchObject([
    {
      ...{ leadId: talk.leadId, conversationId: talk.id, name: 'Dana Reyes', state: 'open', step: 14, silentDays: 15 },
      ...{ risk: null, tier: 'high', tierBy: 'silence', way: 'sms' },
    },
  ]);
  expect(items[0]?.why).toEqual([
    'They have been silent for 14 days or more.',
    'The risk goes by the silence alone: nothing else is known of how they write.',
  ]);
  expect(items[0]?.draft).toMatchObject({ language: 'en', basis: 'rules' });
  expect(items[0]?.draft.text).toMatch(/^Hi Dana, it's .* Reply STOP to opt out\.$/);
  expect(await messagesOf(talk)).toEqual([]);
});

test('an approved proposal is sent once, as the person who approves it, with the words as they were edited and the way to opt out', async () => {
  const talk = await silentAndAgreed(15);
  const { id } = await proposed();
  const { status, json } = await decide(id, 'approve', { text: 'Hi Dana, still looking?' });
  expect(status).toBe(200);
  expect(intervention.parse(json)).toMatchObject({ state: 'sent', decided: { by: { name: 'The agent' } } });
  expect(await messagesOf(talk)).toEqual(['Hi Dana, still looking? Reply STOP to opt out.']);
  expect(await hub.stores.conversations.find(tenantId, talk.id)).toMatchObject({
    ...{ mode: 'human', owner: { name: 'The agent' } },
  });
  expect((await decide(id, 'approve')).json.error.code).toBe('CONFLICT');
  expect((await decide(id, 'reject')).json.error.code).toBe('CONFLICT');
  expect(await messagesOf(talk)).toHaveLength(1);
  expect(await list()).toEqual([]);
});

test('of two who approve at once, one sends', async () => {
  const talk = await silentAndAgreed(15);
  const { id } = await proposed();
  const supervisor = (await hub.signIn(emailOf('supervisor'))).accessToken;
  const answers = await Promise.all([decide(id, 'approve'), decide(id, 'approve', {}, supervisor)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await messagesOf(talk)).toHaveLength(1);
});

test('a follow-up with no open channel becomes a task with the words, and nothing is sent', async () => {
  const talk = await silent(15, { channel: 'widget', contact: null }, { email: 'dana@homes.example' });
  const { id, way, draft } = await proposed();
  expect(way).toBe('write');
  expect(intervention.parse((await decide(id, 'approve')).json).state).toBe('tasked');
  expect(await messagesOf(talk)).toEqual([]);
  const asked = { done: false, conversationIds: [talk.id], from: 0, to: clock.now() + 9 * dayMs, limit: 10 };
  expect(await hub.stores.tasks.list(tenantId, asked)).toMatchObject([
    { text: 'Email Dana Reyes to follow up. The words are in a note here.', owner: { name: 'The agent' } },
  ]);
  const [note] = await hub.stores.entries.listOf(talk.id, 'note-created', 5);
  expect(note?.data).toMatchObject({ text: `${draft.subject}\n\n${draft.text}` });
});

test('a lead who never agreed, opted out, or is with the team is never proposed', async () => {
  await silent(15);
  await optsOut(await silentAndAgreed(15));
  await silentAndAgreed(10, { mode: 'human', owner: { id: 'o', name: 'Owen' } });
  await silentAndAgreed(15, { unansweredSince: clock.now() - 15 * dayMs });
  const busy = await silentAndAgreed(15);
  const meeting = { id: newId(), tenantId, conversationId: busy.id, kind: 'call', agentId: 'o', agentName: 'Owen' };
  const at = clock.now() + 2 * dayMs;
  await hub.stores.appointments.hold(
    {
      ...{ ...meeting, kind: 'call', startsAt: at, endsAt: at + hourMs, busyUntil: at + hourMs, zone: 'UTC' },
      ...{ state: 'held', heldUntil: at, reminders: [], createdAt: clock.now() },
    },
    clock.now(),
  );
  await hub.stores.appointments.book(tenantId, meeting.id, []);
  await run();
  expect(await list()).toEqual([]);
});

test('all gates are asked again at the approval, by the codes of the contract', async () => {
  const talk = await silentAndAgreed(15);
  const { id } = await proposed();
  await passDays(0.5);
  expect((await decide(id, 'approve')).json.error.code).toBe('QUIET_HOURS');
  expect(await stateOf(id)).toBe('open');
  await passDays(0.5);
  await optsOut(talk);
  expect((await decide(id, 'approve')).json.error.code).toBe('SUPPRESSED_CONTACT');
  expect(await stateOf(id)).toBe('withdrawn');
  expect(await messagesOf(talk)).toEqual([]);

  const other = await silent(15);
  await agrees(other);
  const { id: second } = await proposed();
  const [consent] = await hub.stores.records.ofLead(tenantId, other.leadId);
  await hub.stores.records.close(tenantId, consent?.id ?? '', { at: clock.now(), by: 'no' });
  expect((await decide(second, 'approve')).json.error.code).toBe('CONSENT_REQUIRED');
});

test('when the lead writes, an open proposal is withdrawn; where the hub missed that, the approval finds it', async () => {
  const talk = await silentAndAgreed(15);
  const { id } = await proposed();
  await writes(talk);
  expect(await stateOf(id)).toBe('withdrawn');
  expect((await decide(id, 'approve')).json.error.message).toMatch(/withdrawn/);

  await silentAndAgreed(15, {
    board: { said: 1, lastAt: clock.now() - 15 * dayMs, lastLines: [{ by: 'visitor', text: 'x' }] } as BoardFields,
  });
  const missed = await proposed();
  const theirs = await hub.stores.conversations.find(tenantId, missed.conversationId);
  if (theirs === null) expect.fail('it is gone');
  const { read: _, ...row } = theirs.board;
  await hub.stores.conversations.writeRow(tenantId, theirs.id, { ...row, lastAt: clock.now() + 1 } as never);
  expect((await decide(missed.id, 'approve')).json.error.code).toBe('SUPERSEDED');
  expect(await stateOf(missed.id)).toBe('withdrawn');
});

test('a dismissed proposal is gone, and nothing else is proposed within a week; an undecided one expires, and the next step comes', async () => {
  await silentAndAgreed(8);
  const { id } = await proposed();
  expect((await decide(id, 'reject', { reason: 'Knows them' })).json).toMatchObject({
    ...{ state: 'rejected', decided: { reason: 'Knows them' } },
  });
  await passDays(6);
  await run();
  expect(await list()).toEqual([]);
  await passDays(1);
  const next = await proposed();
  expect(next.step).toBe(14);
  await passDays(7);
  const last = await proposed();
  expect([await stateOf(next.id), last.step]).toEqual(['expired', 21]);
});

test('an approval that a crash cut off holds up no later proposal: a day later it is over', async () => {
  await silentAndAgreed(8);
  const { id } = await proposed();
  await passDays(6.5);
  const decided = { at: clock.now(), by: { id: 'gone', name: 'Gone' } };
  await hub.stores.interventions.change(tenantId, id, { from: ['open'], to: 'approving', decided });
  await passDays(0.5);
  await run();
  expect((await list()).map(({ state }) => state)).toEqual(['approving']);
  await passDays(1);
  const next = await proposed();
  expect([await stateOf(id), next.state, next.step]).toEqual(['expired', 'open', 14]);
});

test('an approval that was sent, but cut off before that was recorded, counts as sent a day later', async () => {
  await silentAndAgreed(8);
  const { id } = await proposed();
  await passDays(6);
  expect((await decide(id, 'approve')).status).toBe(200);
  await hub.stores.interventions.change(tenantId, id, { from: ['sent'], to: 'approving' });
  await passDays(1);
  await run();
  expect(await stateOf(id)).toBe('sent');
});

test('the outcome is recorded: a reply within three days, an opt-out, and no later reply', async () => {
  const talk = await silentAndAgreed(15);
  const late = await silentAndAgreed(16);
  await run();
  for (const { id } of await list()) expect((await decide(id, 'approve')).status).toBe(200);
  await passDays(1);
  const repliedAt = await writes(talk);
  const optedOutAt = clock.now();
  await optsOut(late);
  await passDays(3);
  await writes(late);
  await run();
  const outcomes = await Promise.all(
    [talk, late].map(async ({ leadId }) => (await hub.stores.interventions.ofPerson(tenantId, [leadId]))[0]?.outcome),
  );
  expect(outcomes).toMatchObject([
    { repliedAt, optedOutAt: null, appointmentAt: null },
    { repliedAt: null, optedOutAt, appointmentAt: null },
  ]);
});

test('a run looks at twenty rows, and one job takes the rest half a minute later, from where it was', async () => {
  const talks: Conversation[] = [];
  for (let at = 0; at < 41; at += 1) talks.push(await silentAndAgreed(10 + at / 1_000));
  const { jobStore, interventions } = hub.stores;
  const takeIn = async (ms: number) => {
    clock.jump(ms);
    const { jobs } = await jobStore.take({ lane: 'scheduled', now: clock.now(), limit: 50, leaseMs, aheadMs: 0 });
    return jobs.filter((job) => job.tenantId === tenantId);
  };
  const lastOf = (at: number) => ({ lastAt: talks[at]?.board.lastAt, lastId: talks[at]?.id });
  await run();
  expect(await list()).toHaveLength(20);
  expect(await takeIn(29_999)).toEqual([]);
  const [rest] = await takeIn(1);
  expect(rest).toMatchObject({ kind: 'cooling', data: lastOf(19) });
  await lookAtCooling(hub.interventions.proposing, rest as Job);
  expect(await interventions.openLeads(tenantId)).toHaveLength(40);
  // Hours later, with nobody having taken the job, it is looked anew at the newest: the pass that is still under way goes on.
  clock.jump(4 * hourMs);
  await run();
  const [next] = await takeIn(0);
  expect(next?.data).toEqual(lastOf(39));
  clock.jump(5 * hourMs);
  expect(await lookAtCooling(hub.interventions.proposing, next as Job)).toBe(clock.now() + 900_000);
  expect(await interventions.openLeads(tenantId)).toHaveLength(40);
  clock.jump(15 * hourMs);
  expect(await lookAtCooling(hub.interventions.proposing, next as Job)).toBeNull();
  expect(await interventions.openLeads(tenantId)).toHaveLength(41);
});

test('the hub’s own job has every brokerage looked at, and comes again in four hours', async () => {
  expect(await run({}, noTenant)).toBe(clock.now() + 4 * hourMs);
  expect(await hub.stores.jobStore.count(tenantId, 10)).toBe(1);
});

test('nobody reads or decides another brokerage’s proposals, and deleting a conversation deletes its proposals', async () => {
  const talk = await silentAndAgreed(15);
  const { id } = await proposed();
  const other = await hub.addTenant('Other');
  const foreign = (await hub.signIn(other.emailOf('admin'))).accessToken;
  expect((await hub.call('GET', path, { token: foreign })).json).toEqual({ items: [] });
  for (const how of ['approve', 'reject'] as const)
    expect((await decide(id, how, {}, foreign)).json.error.code).toBe('NOT_FOUND');
  await eraseConversation(
    { ...hub.stores, appender: hub.deps.appender, streamLog: createMemoryStreamLog() },
    tenantId,
    talk.id,
  );
  expect(await stateOf(id)).toBeUndefined();
});
