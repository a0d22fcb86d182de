// Costs about two seconds: one hub on stores in memory, and once a lead with 1,000 conversations.
import { EventEmitter } from 'node:events';
import type { Response } from 'express';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { personExport } from '../../src/contract/rest/personExport.ts';
import { firstState } from '../../src/features/bots/state/firstState.ts';
import { exportAsJson } from '../../src/features/composing/personExport/exportAsJson.ts';
import { type ExportDeps, exportPerson } from '../../src/features/composing/personExport/exportPerson.ts';
import type { BoardFields, Conversation } from '../../src/features/conversations/model.ts';
import { idsPage } from '../../src/features/conversations/ports.ts';
import { createApiKey } from '../../src/features/identity/createApiKey.ts';
import { newLead } from '../../src/features/profiles/newLead.ts';
import { newId } from '../../src/kernel/ids.ts';
import { sendPieces } from '../../src/rest/sendPieces.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let tenantId: string;
const tokens = { agent: '', supervisor: '' };
const at = '2026-11-20T15:00:00.000Z';
const start = Date.parse(at);

beforeAll(async () => {
  hub = await startRest();
});
beforeEach(async () => {
  const own = await hub.addTenant(newId());
  tenantId = own.tenantId;
  for (const role of ['agent', 'supervisor'] as const) tokens[role] = (await hub.signIn(own.emailOf(role))).accessToken;
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => hub.stop());

const talkOf = (over: Partial<Conversation> = {}) =>
  hub.addConversation(tenantId, { ...over, board: { lastAt: start, leadName: 'Ann' } as BoardFields });
const actors = { visitor: { kind: 'visitor', id: 'v' }, agent: { kind: 'agent', id: 'a', name: 'Dana' } } as const;
async function say(talk: Conversation, type: string, seq: number, by: keyof typeof actors, data: object) {
  const log = type === 'message-created' ? 'public' : 'internal';
  const entry = {
    ...{ v: 1, id: newId(), log: `${log}:${talk.id}`, seq, type, at, conversationId: talk.id, actor: actors[by], data },
  } as never;
  await hub.stores.entries.insert({ tenantId, entry, onceKey: newId(), bodyHash: null, owedAt: null });
}
async function profile({ leadId, visitorId = '', id }: Conversation, name: string) {
  const { leads } = hub.stores;
  await leads.openFor(newLead({ id: leadId, tenantId, visitorId, createdAt: start }));
  const field = { value: name, state: 'answered', confidence: 1, evidence: [], conversationId: id, at: start };
  await leads.change(tenantId, leadId, {
    ...{ name, fields: { name: field as never } },
    tags: { add: ['Warm-Seller'], remove: [] },
  });
  await leads.identify(tenantId, leadId, 'crm-7');
}
const get = (leadId: string, accept = 'application/json', token = tokens.supervisor) =>
  fetch(`${hub.url}/api/v1/leads/${leadId}/export`, { headers: { authorization: `Bearer ${token}`, accept } });

test('an export has what was said, noted, agreed, planned, and written about a person', async () => {
  const talk = await talkOf();
  await profile(talk, 'Ann');
  await say(talk, 'message-created', 1, 'visitor', {
    ...{ messageId: newId(), text: 'My SSN is 123-45-6789.', channel: 'widget', language: 'en' },
    attachments: [{ fileId: newId(), name: 'plan.pdf', type: 'application/pdf', bytes: 9 }],
  });
  await say(talk, 'note-created', 1, 'agent', { text: 'Call on Monday' });
  await say(talk, 'call-segment', 2, 'agent', {
    ...{ callId: 'c', utteranceId: 'u', speaker: 'lead', text: 'My roof leaks', startMs: 0, endMs: 9, final: true },
  });
  const candidates = [{ id: 'b', name: 'Busy Bob', open: 9, capacity: 9 }];
  await say(talk, 'assignment-changed', 3, 'agent', { owner: { id: 'a', name: 'Dana' }, reason: 'taken', candidates });
  const { records, tasks, appointments, reports, narratives, turns } = hub.stores;
  const heard = { kind: 'visitor-message', seq: 1, log: `public:${talk.id}`, text: 'My SSN is •••' } as const;
  await turns.insert({
    ...{ id: newId(), tenantId, conversationId: talk.id, turnNo: 1, throughSeq: 1, throughInternalSeq: 0, fence: 1 },
    ...{ event: { at, happened: [heard] }, stateAfter: firstState('en'), effects: [], done: [], at: start },
    versions: { bot: 'b', pack: 'p' },
  });
  const ofLead = { tenantId, leadId: talk.leadId };
  await records.add({
    ...{ ...ofLead, id: newId(), conversationId: talk.id, at: start, said: 'stop texting me', closed: null },
    ...{ kind: 'suppression', channels: ['text'], reason: 'asked' },
    evidence: { log: `public:${talk.id}`, seq: 1, start: 0, end: 4 },
  });
  const dana = { id: 'a', name: 'Dana' };
  const task = {
    id: newId(),
    tenantId,
    conversationId: talk.id,
    text: 'Send comps',
    dueAt: start,
    owner: dana,
    by: dana,
  };
  await tasks.add({ ...task, createdAt: start, done: null });
  const time = { startsAt: start, endsAt: start + 1, busyUntil: start + 1, zone: 'America/Chicago' };
  const one = {
    id: newId(),
    tenantId,
    conversationId: talk.id,
    kind: 'call',
    agentId: 'a',
    agentName: 'Dana',
  } as const;
  await appointments.hold({ ...one, ...time, state: 'held', heldUntil: start, reminders: [], createdAt: 1 }, 0);
  await appointments.book(tenantId, one.id, []);
  const about = { ...ofLead, id: newId(), title: 'Ann, summarized', conversationIds: [talk.id] };
  const made = { period: null, timeZone: 'America/Chicago', createdAt: start, by: dana, complete: true, sections: [] };
  await reports.add({ ...about, ...made, kind: 'lead' }, 9);
  await narratives.add({
    ...{ ...ofLead, id: newId(), cacheKey: 'k', listingId: 'oak', style: 'luxury', length: 'short', language: 'en' },
    ...{ basis: 'rules', createdAt: start, expiresAt: Date.now() + 60_000, distance: null, rating: null },
    sealed: hub.deps.personExport.seal.seal(JSON.stringify({ text: 'A quiet house.', sentences: [], flags: [] })),
  });

  await hub.stores.interventions.add({
    ...{ ...ofLead, id: newId(), leadIds: [talk.leadId], conversationId: talk.id, name: 'Ann', step: 7, evidence: [] },
    ...{ silentSince: start, risk: null, tier: 'medium', tierBy: 'silence', way: 'call', state: 'rejected' },
    draft: { text: 'Has anything changed, Ann?', language: 'en', basis: 'rules' },
    ...{ createdAt: start, decided: { at: start, by: { id: 'd', name: 'Dana' } } },
    outcome: { through: 0, repliedAt: null, optedOutAt: null, appointmentAt: null },
  });

  await hub.stores.viewedHomes.note(tenantId, talk.leadId, { listingId: 'home-on-oak', at: start, by: 'like' });

  const { blocks, knowledge } = hub.stores;
  await blocks.put({
    ...{
      id: newId(),
      tenantId,
      kind: 'visitor',
      target: talk.visitorId ?? '',
      shown: 'Website visitor',
      reason: 'Threats',
    },
    ...{ conversationId: talk.id, by: dana, at: start, until: null },
  });
  const asked = { id: newId(), tenantId, question: 'Is the well tested?', conversationId: talk.id, at: start };
  await knowledge.noteUnanswered(asked, 9);

  const answer = await get(talk.leadId);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="?person-[\d-]+\.json"?$/);
  const found = personExport.parse(await answer.json());
  expect(found).toMatchObject({
    insight: { leadId: talk.leadId, readings: { urgency: { basis: 'rules' } } },
    homesViewed: [{ listingId: 'home-on-oak', views: 0, lastAt: at, likedAt: at }],
    knownAs: [{ id: talk.leadId, visitorId: talk.visitorId, vouchedId: 'crm-7' }],
    person: { id: talk.leadId, name: 'Ann', tags: ['Warm-Seller'], suppressions: [{ said: 'stop texting me' }] },
    conversations: [
      {
        conversationId: talk.id,
        public: [{ data: { text: 'My SSN is 123-45-6789.', attachments: [{ name: 'plan.pdf' }] } }],
        internal: [
          { type: 'note-created', data: { text: 'Call on Monday' } },
          { type: 'call-segment', data: { text: 'My roof leaks' } },
          { type: 'assignment-changed', data: { owner: dana } },
        ],
        turns: [{ turnNo: 1, heard: [{ text: 'My SSN is •••' }] }],
        appointments: [{ state: 'booked', with: dana }],
        tasks: [{ text: 'Send comps' }],
        blocks: [{ kind: 'visitor', reason: 'Threats', by: dana, until: null }],
        unansweredQuestions: [{ question: 'Is the well tested?', at }],
      },
    ],
    narratives: [{ text: 'A quiet house.' }],
    reports: [{ title: 'Ann, summarized' }],
    interventions: [{ state: 'rejected', draft: { text: 'Has anything changed, Ann?' } }],
  });
  expect(JSON.stringify(found)).not.toContain('Busy Bob');
  const page = await (await get(talk.leadId, 'text/html')).text();
  for (const words of [
    'crm-7',
    'Warm-Seller',
    'urgency',
    'My roof leaks',
    'plan.pdf',
    'Call on Monday',
    'stop texting me',
    'Send comps',
    'A quiet house.',
    'Ann, summarized',
    'Threats',
    'Is the well tested?',
    'home-on-oak',
  ])
    expect(page).toContain(words);
});

test('no script of a visitor runs on the page, and no line of theirs passes for one of ours', async () => {
  const evil = `</pre><script>alert(1)</script><img src=x onerror="alert(1)">`;
  const talk = await talkOf({ page: { url: `https://a.example/?"><script>1</script>`, title: evil } });
  await profile(talk, evil);
  await say(talk, 'message-created', 1, 'visitor', {
    messageId: newId(),
    text: evil,
    channel: 'widget',
    language: 'en',
  });
  const answer = await get(talk.leadId, 'text/html');
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  const page = await answer.text();
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toMatch(/<script|<img|onerror="/);
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
});

test('an export holds nothing of another person of the same brokerage', async () => {
  const [talk, other] = [await talkOf(), await talkOf()];
  await profile(talk, 'Ann');
  await profile(other, 'Zed');
  await say(other, 'message-created', 1, 'visitor', {
    ...{ messageId: newId(), text: 'Zed speaking', channel: 'widget', language: 'en' },
  });
  await hub.stores.blocks.put({
    ...{ id: newId(), tenantId, kind: 'address', target: 'k', shown: '192.0.2.x', reason: 'Zed swears' },
    ...{ conversationId: other.id, by: { id: 'a', name: 'Dana' }, at: start, until: null },
  });
  await hub.stores.knowledge.noteUnanswered(
    { id: newId(), tenantId, question: 'Does Zed pay?', conversationId: other.id, at: start },
    9,
  );
  const found = await (await get(talk.leadId)).text();
  for (const word of ['Zed', other.id, other.leadId]) expect(found).not.toContain(word);
});

test('identity numbers are dots for an API key, and written out for a person of the team', async () => {
  const talk = await talkOf();
  await say(talk, 'message-created', 1, 'visitor', {
    ...{ messageId: newId(), text: 'My SSN is 123-45-6789.', channel: 'widget', language: 'en' },
  });
  const { key } = await createApiKey(hub.identity, { tenantId, name: 'CRM', role: 'supervisor' });
  expect(await (await get(talk.leadId, 'application/json', key)).text()).not.toContain('123-45-6789');
  expect(await (await get(talk.leadId)).text()).toContain('123-45-6789');
});

test('agents get no export, and nobody one of another brokerage', async () => {
  const talk = await talkOf();
  expect((await get(talk.leadId, 'application/json', tokens.agent)).status).toBe(403);
  const other = await hub.addTenant(newId());
  const { accessToken } = await hub.signIn(other.emailOf('supervisor'));
  expect((await get(talk.leadId, 'application/json', accessToken)).status).toBe(404);
});

test('the export of a person whose data was deleted says so, with the facts that the law wants kept', async () => {
  const talk = await talkOf();
  await say(talk, 'message-created', 1, 'visitor', {
    messageId: newId(),
    text: 'Hello',
    channel: 'widget',
    language: 'en',
  });
  const { conversations, leads, records } = hub.stores;
  await profile(talk, 'Ann');
  await records.add({
    ...{
      id: newId(),
      tenantId,
      leadId: talk.leadId,
      conversationId: talk.id,
      at: start,
      said: '[deleted]',
      closed: null,
    },
    ...{ kind: 'suppression', channels: ['text'], reason: 'asked' },
    evidence: { log: `public:${talk.id}`, seq: 1, start: 0, end: 4 },
  });
  await conversations.changeSpeaker(
    tenantId,
    talk.id,
    { mode: 'closed', pausedUntil: null, unanswered: null } as never,
    {},
  );
  await conversations.erasePage(tenantId, talk.id);
  await leads.erase(tenantId, talk.leadId, { keepKeys: true });
  const found = personExport.parse(await (await get(talk.leadId)).json());
  expect(found).toMatchObject({
    person: { id: talk.leadId, deleted: true, suppressions: [{ channels: ['text'], said: '[deleted]' }] },
    ...{
      insight: null,
      homesViewed: [],
      knownAs: [],
      conversations: [],
      narratives: [],
      reports: [],
      interventions: [],
    },
  });
  const page = await (await get(talk.leadId, 'text/html')).text();
  expect(page).toContain('This person’s data was deleted.');
  expect(page).not.toContain('Ann');
});

test('a lead with a thousand conversations is read while it is written out, one conversation at a time', async () => {
  const first = await talkOf();
  await profile(first, 'Ann');
  for (let made = 1; made < 1_000; made++) await talkOf({ leadId: first.leadId });
  const { stores } = hub;
  const audited: unknown[] = [];
  let read = 0;
  const deps = {
    ...stores,
    clock: { now: () => start },
    statesOf: async () => [],
    turnsOf: async function* () {},
    interventionsOf: async function* () {},
    rateLimits: { take: async () => null, peek: async () => null },
    seal: { seal: (text: string) => text, open: (text: string) => text },
    audit: { add: async (record: unknown) => void audited.push(record) },
    conversations: {
      ...stores.conversations,
      find(...which: [string, string]) {
        read += 1;
        return stores.conversations.find(...which);
      },
      async pageOfLead(...which: [string, string, string?]) {
        const page = await stores.conversations.pageOfLead(...which);
        expect(page.length).toBeLessThanOrEqual(idsPage);
        return page;
      },
    },
  } as unknown as ExportDeps;
  const scope = { tenantId, principal: { kind: 'staff', id: 's', role: 'supervisor', name: 'Sam' } } as never;
  const pieces = exportAsJson(await exportPerson(deps, scope, first.leadId));
  expect(audited).toEqual([
    expect.objectContaining({ action: 'person-export', principalId: 's', reason: `lead ${first.leadId}` }),
  ]);
  let text = '';
  let written = 0;
  for await (const piece of pieces) {
    text += piece;
    if (piece.includes('"conversationId"')) written += 1;
    expect(read - written).toBeLessThanOrEqual(1);
  }
  expect(JSON.parse(text).conversations).toHaveLength(1_000);
});

test('a reader who is slower than the hub is waited for, and for one who has left nothing more is read', async () => {
  const made: number[] = [];
  async function* pieces() {
    for (let piece = 1; ; piece++) {
      made.push(piece);
      yield `${piece} `;
    }
  }
  const sent: string[] = [];
  const res = Object.assign(new EventEmitter(), {
    destroyed: false,
    write(piece: string) {
      sent.push(piece);
      return sent.length % 3 !== 0;
    },
    end: () => {},
  });
  const sending = sendPieces(res as unknown as Response, pieces());
  await vi.waitFor(() => expect(made).toEqual([1, 2, 3]));
  res.emit('drain');
  await vi.waitFor(() => expect(made).toEqual([1, 2, 3, 4, 5, 6]));
  res.destroyed = true;
  res.emit('close');
  await sending;
  expect(sent).toHaveLength(6);
  expect(res.listenerCount('drain') + res.listenerCount('close')).toBe(0);
});

test('an export that can’t be read to its end breaks off, and isn’t whole', async () => {
  const talk = await talkOf();
  vi.spyOn(hub.stores.entries, 'read').mockRejectedValueOnce(new Error('the database is away'));
  const answer = await get(talk.leadId);
  await expect(answer.text()).rejects.toThrow();
  expect(hub.errors).toHaveLength(1);
});
