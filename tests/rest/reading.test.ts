import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry, EntryType } from '../../src/contract/log/entry.ts';
import { logKindOf } from '../../src/contract/log/entry.ts';
import { conversationAnswer, conversationsAnswer, transcriptAnswer } from '../../src/contract/rest/conversations.ts';
import { leadAnswer } from '../../src/contract/rest/leads.ts';
import { listingAnswer } from '../../src/contract/rest/listings.ts';
import type { BoardRow } from '../../src/contract/socket/board.ts';
import type { Conversation, Draft } from '../../src/features/conversations/model.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let token: string;
let foreignToken: string;
let tenantId: string;
let talk: Conversation;
const seqs = { public: 0, internal: 0 };

beforeAll(async () => {
  hub = await startRest();
  const [own, other] = [await hub.addTenant('Own'), await hub.addTenant('Other')];
  tenantId = own.tenantId;
  token = (await hub.signIn(own.emailOf('agent'))).accessToken;
  foreignToken = (await hub.signIn(other.emailOf('admin'))).accessToken;
  talk = await hub.addConversation(tenantId, {
    board: { leadName: 'Kim', bot: 'lead', lastText: 'Hi', lastAt: 1_750_000_100_000 } as Conversation['board'],
  });
  await append(
    'message-created',
    { messageId: newId(), text: 'Hello\n[2026-01-01 00:00] agent: fake', channel: 'widget', language: 'en' },
    { kind: 'visitor', id: 'v' },
  );
  await append(
    'message-created',
    { messageId: newId(), text: 'Hi, I am Jorge.', channel: 'widget', language: 'en' },
    { kind: 'bot', id: 'lead', name: 'Jorge' },
  );
  await append('conversation-changed', { mode: 'human', agentName: 'Maya' }, { kind: 'agent', id: 'a', name: 'Maya' });
  await append(
    'qualification-changed',
    { slots: {}, answered: 1, total: 4, missing: ['budget'] },
    { kind: 'bot', id: 'lead' },
  );
  await append('note-created', { text: 'Call on Friday' }, { kind: 'agent', id: 'a', name: 'Maya' });
});
afterAll(() => hub.stop());

async function append<T extends EntryType>(type: T, data: Draft<T>['data'], actor: Draft<T>['actor']): Promise<void> {
  const kind = logKindOf(type);
  const seq = ++seqs[kind];
  const entry = {
    v: 1,
    id: newId(),
    log: `${kind}:${talk.id}`,
    seq,
    type,
    at: '2026-03-01T10:00:00.000Z',
    conversationId: talk.id,
    actor,
    data,
  } as Entry;
  expect(await hub.stores.entries.insert({ tenantId, entry, onceKey: newId(), bodyHash: null, owedAt: null })).toBe(
    'inserted',
  );
}
const get = (path: string, as = token, headers: Record<string, string> = {}) =>
  hub.call('GET', `/api/v1${path}`, { token: as, headers });

test('a conversation is read with its heads, its qualification and no invented score', async () => {
  const answer = await get(`/conversations/${talk.id}`);
  expect(answer.status).toBe(200);
  const { qualification, ...rest } = conversationAnswer.parse(answer.json);
  expect(rest).toEqual({
    conversationId: talk.id,
    publicHead: 3,
    internalHead: 2,
    mode: 'bot',
    bot: 'lead',
    owed: { kind: 'none' },
    lead: { id: talk.leadId, name: 'Kim' },
    score: null,
  });
  expect(qualification).toMatchObject({ answered: 1, missing: ['budget'] });
});

test('a transcript is the public log, or on request the internal one, as JSON', async () => {
  const open = transcriptAnswer.parse(
    (await get(`/conversations/${talk.id}/transcript`, token, { accept: 'application/json' })).json,
  );
  expect(open.entries.map(({ seq, type }) => [seq, type])).toEqual([
    [1, 'message-created'],
    [2, 'message-created'],
    [3, 'conversation-changed'],
  ]);
  const internal = (await get(`/conversations/${talk.id}/transcript?log=internal`)).json;
  expect(internal.entries.map((entry: Entry) => entry.type)).toEqual(['qualification-changed', 'note-created']);
});

test('a transcript as text has one line per message, and no message can forge a line', async () => {
  const answer = await get(`/conversations/${talk.id}/transcript`, token, { accept: 'text/plain' });
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(answer.text).toBe(
    [
      '[2026-03-01 10:00] visitor: Hello',
      '    [2026-01-01 00:00] agent: fake',
      '[2026-03-01 10:00] Jorge: Hi, I am Jorge.',
      '[2026-03-01 10:00] -- a person is answering (Maya)',
      '',
    ].join('\n'),
  );
});

test('a transcript longer than one page of the store is whole', async () => {
  const long = await hub.addConversation(tenantId);
  for (let seq = 1; seq <= 450; seq++) {
    const entry = {
      v: 1,
      id: newId(),
      log: `public:${long.id}`,
      seq,
      type: 'message-created',
      at: '2026-03-01T10:00:00.000Z',
      conversationId: long.id,
      actor: { kind: 'visitor', id: 'v' },
      data: { messageId: newId(), text: String(seq), channel: 'widget', language: 'en' },
    } as Entry;
    await hub.stores.entries.insert({ tenantId, entry, onceKey: newId(), bodyHash: null, owedAt: null });
  }
  const { entries } = (await get(`/conversations/${long.id}/transcript`)).json;
  expect(entries.map((entry: Entry) => entry.seq)).toEqual(Array.from({ length: 450 }, (_, index) => index + 1));
});

test('conversations are listed page by page, newest first, without a repeat', async () => {
  const added = [];
  for (let i = 1; i <= 5; i++)
    added.push(
      (await hub.addConversation(tenantId, { board: { lastAt: 1_760_000_000_000 + i } as Conversation['board'] })).id,
    );
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const answer = conversationsAnswer.parse(
      (await get(`/conversations?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)).json,
    );
    seen.push(...answer.items.map((row) => row.conversationId));
    cursor = answer.nextCursor;
  } while (cursor);
  expect(seen.slice(0, 5)).toEqual(added.reverse());
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toContain(talk.id);
  expect((await get('/conversations?state=closed')).json.items).toEqual([]);
  const waiting = await hub.addConversation(tenantId, { mode: 'waiting' });
  const listed = async (state: string) =>
    (await get(`/conversations?state=${state}`)).json.items.map((row: BoardRow) => row.conversationId);
  expect(await listed('waiting')).toEqual([waiting.id]);
  expect(await listed('open')).toContain(waiting.id);
  expect(await listed('bot')).not.toContain(waiting.id);
});

test('a row leaves out what is not known', async () => {
  const { items } = (await get('/conversations')).json;
  const row = items.find(({ conversationId }: { conversationId: string }) => conversationId === talk.id);
  expect(row).toEqual({
    conversationId: talk.id,
    lead: { id: talk.leadId, name: 'Kim' },
    channel: 'widget',
    bot: 'lead',
    stage: 'NEW',
    mode: 'bot',
    owed: { kind: 'none' },
    startedAt: '2025-06-15T15:06:40.000Z',
    unread: 0,
    lastText: 'Hi',
    lastAt: '2025-06-15T15:08:20.000Z',
    flags: [],
    language: 'en',
  });
});

test('a conversation and its row owe the same answer, even while Jorge answers and a person is awaited', async () => {
  const own = await hub.addTenant('Grief');
  const { accessToken } = await hub.signIn(own.emailOf('agent'));
  const at = 1_750_000_050_000;
  const alerts = [{ alertId: newId(), kind: 'distress:grief', reason: 'Mentions a death', priority: 1, at }];
  for (const stands of [
    { unansweredSince: null },
    { unansweredSince: at },
    { mode: 'human', unansweredSince: at },
    { mode: 'waiting', unansweredSince: at, wait: { reason: 'goodbye', since: at } },
  ] satisfies Partial<Conversation>[])
    await hub.addConversation(own.tenantId, { ...stands, board: { alerts } as Conversation['board'] });
  const { items } = conversationsAnswer.parse((await get('/conversations', accessToken)).json);
  expect(items.map(({ owed }) => owed?.kind).toSorted()).toEqual(['follow-up', 'now', 'now', 'now']);
  expect(items.map(({ awaits }) => awaits?.reason ?? '').toSorted()).toEqual([
    '',
    '',
    'Mentions a death',
    'Mentions a death',
  ]);
  for (const { conversationId, owed } of items) {
    const { json } = await get(`/conversations/${conversationId}`, accessToken);
    expect(owed).toEqual(conversationAnswer.parse(json).owed);
  }
});

test('a lead is read with the words its fields came from', async () => {
  const field = {
    value: 3,
    state: 'answered' as const,
    confidence: 1,
    evidence: [{ log: `public:${talk.id}`, seq: 1, start: 0, end: 5 }],
    conversationId: talk.id,
  };
  await hub.stores.leads.openFor({
    id: talk.leadId,
    tenantId,
    name: 'Kim',
    createdAt: 1_750_000_000_000,
    fields: { beds: field },
    suppressedAt: null,
    noRecordingAt: null,
    notAdapted: null,
    identity: null,
    tags: ['Warm-Buyer'],
    link: null,
  });
  const lead = leadAnswer.parse((await get(`/leads/${talk.leadId}`)).json);
  expect(lead).toMatchObject({
    id: talk.leadId,
    name: 'Kim',
    tags: ['Warm-Buyer'],
    fields: { beds: field },
    conversations: [{ conversationId: talk.id, mode: 'bot', owed: { kind: 'none' } }],
    consents: [],
  });
});

test('a home of the brokerage is read with its source and date, and nothing of how it is stored', async () => {
  const facts = { listingId: 'home-1', title: '508 Pecan Bend', address: '508 Pecan Bend, Austin', area: 'Zilker' };
  const figures = { priceCents: 61_500_000, currency: 'USD', beds: 3, baths: 2.5, areaSqft: 1850, hoaCentsPerMonth: 0 };
  const home = { ...facts, ...figures, status: 'pending' as const, description: 'A porch.', features: ['porch'] };
  const kept = { ...home, amenities: { garage: true }, source: 'Own', asOf: '2026-11-16' };
  await hub.stores.listings.put([{ ...kept, tenantId, importedAt: 1 }]);
  const answer = await get('/listings/home-1');
  const told = { ...kept, version: 1, changedAt: '1970-01-01T00:00:00.001Z', marks: [], photos: [] };
  expect(answer.json).toEqual(told);
  expect(listingAnswer.parse(answer.json)).toEqual(told);
  expect((await hub.call('GET', '/api/v1/listings/home-1')).json.error.code).toBe('AUTH_REQUIRED');
});

test('another tenant’s records get the same answer as records that do not exist', async () => {
  for (const path of [
    `/conversations/${talk.id}`,
    `/conversations/${talk.id}/transcript`,
    `/leads/${talk.leadId}`,
    '/listings/home-1',
  ]) {
    const theirs = await get(path, foreignToken);
    const absent = await get(
      path.replace(talk.id, newId()).replace(talk.leadId, newId()).replace('home-1', newId()),
      foreignToken,
    );
    expect([theirs.status, theirs.json.error.code]).toEqual([404, 'NOT_FOUND']);
    const { trace: _a, ...a } = theirs.json.error;
    const { trace: _b, ...b } = absent.json.error;
    expect(a).toEqual(b);
  }
  expect((await get('/conversations', foreignToken)).json.items).toEqual([]);
});

test.each([
  'limit=0',
  'limit=101',
  'limit=-1',
  'limit=1e9',
  'limit=x',
  'limit=1&limit=2',
  'state=all',
  'sort=lastAt',
  'cursor=%00',
  'filter[$gt]=',
  '__proto__=1',
])('the query %s is refused', async (query) => {
  const answer = await get(`/conversations?${query}`);
  expect([answer.status, answer.json.error.code]).toEqual([400, 'VALIDATION_FAILED']);
});
