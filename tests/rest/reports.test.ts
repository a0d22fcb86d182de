import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMemoryStreamLog } from '../../src/adapters/memory/streamLog.ts';
import { report, reportsAnswer } from '../../src/contract/rest/reports.ts';
import { makeReport } from '../../src/features/composing/reports/makeReport.ts';
import { rowFieldsOf } from '../../src/features/conversations/board/bringForward.ts';
import type { Conversation } from '../../src/features/conversations/model.ts';
import type { StaffScope } from '../../src/features/identity/model.ts';
import type { LanguageModel } from '../../src/features/llm/ports.ts';
import { eraseConversation } from '../../src/features/turns/eraseConversation.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type FakeAnthropic, say, startFakeAnthropic, stop } from '../support/fakeAnthropic.ts';
import { holdClock } from '../support/heldClock.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

/* Two hubs on memory stores, one with a scripted model: a second or two in all. */

const dayMs = 86_400_000;
let hub: RunningRest;
let tenantId: string;
let supervisor: string;
let agent: string;
let foreign: string;
let talk: Conversation;

beforeAll(async () => {
  hub = await startRest();
  const [own, other] = [await hub.addTenant('Barton Ridge Realty'), await hub.addTenant('Other')];
  tenantId = own.tenantId;
  const tokenOf = async (email: string) => (await hub.signIn(email)).accessToken;
  supervisor = await tokenOf(own.emailOf('supervisor'));
  agent = await tokenOf(own.emailOf('agent'));
  foreign = await tokenOf(other.emailOf('admin'));
  talk = await aTalk(hub, tenantId);
});
afterAll(() => hub.stop());

/** A lead who wrote yesterday and told their budget. */
async function aTalk(of: RunningRest, tenant: string): Promise<Conversation> {
  const at = Date.now() - dayMs;
  const made = await of.addConversation(tenant, { createdAt: at });
  const { id, leadId, visitorId = '' } = made;
  await of.stores.entries.insert({
    tenantId: tenant,
    entry: {
      ...{ v: 1, id: newId(), log: `public:${id}`, seq: 1, type: 'message-created', conversationId: id },
      ...{ at: new Date(at).toISOString(), actor: { kind: 'visitor', id: visitorId } },
      data: { messageId: newId(), text: 'Up to $450,000', channel: 'widget', language: 'en' },
    },
    ...{ onceKey: newId(), bodyHash: null, owedAt: null },
  });
  const row = { ...rowFieldsOf(made.board), said: 1, lastAt: at, lastText: 'Up to $450,000' };
  await of.stores.conversations.writeRow(tenant, id, row);
  const kept = { value: { minCents: null, maxCents: 45_000_000 }, state: 'answered', confidence: 1 } as const;
  const evidence = [{ log: `public:${id}`, seq: 1, start: 0, end: 14 }];
  const lead = { id: leadId, tenantId: tenant, visitorId, name: 'Ann Lee', createdAt: at, tags: [], link: null };
  await of.stores.leads.openFor({
    ...{ ...lead, suppressedAt: null, noRecordingAt: null, notAdapted: null, identity: null },
    fields: { budget: { ...kept, evidence, conversationId: id } },
  });
  return made;
}

const make = (token: string, body: unknown, of = hub) => of.call('POST', '/api/v1/reports', { token, body });
const get = (path: string, token: string) => hub.call('GET', `/api/v1/reports${path}`, { token });

test('a supervisor makes each report of the team, and each is kept with the source of every figure', async () => {
  const made = [];
  for (const kind of ['weekly', 'pipeline', 'briefing']) {
    const { status, json } = await make(supervisor, { kind });
    expect(status).toBe(200);
    const { sections, by, period } = report.parse(json);
    expect(sections.every(({ text, basis }) => text.length > 0 && basis === 'rules')).toBe(true);
    expect(sections.flatMap(({ figures }) => figures).every(({ source }) => source !== '')).toBe(true);
    expect([by.name, period === undefined]).toEqual(['The supervisor', kind === 'pipeline']);
    expect((await get(`/${json.reportId}`, supervisor)).json).toEqual(json);
    made.unshift(json.reportId);
  }
  const { items } = reportsAnswer.parse((await get('', supervisor)).json);
  expect(items.map(({ reportId }) => reportId).sort()).toEqual([...made].sort());
  const first = await get('?limit=2', supervisor);
  const rest = await get(`?limit=2&cursor=${first.json.nextCursor}`, supervisor);
  expect([...first.json.items, ...rest.json.items]).toEqual(items);
});

test('a weekly report counts what the logs hold, beside the days before', async () => {
  // The brokerage's day is not that of UTC.
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(Date.now() - dayMs);
  const { json } = await make(supervisor, { kind: 'weekly', from: day, to: day });
  const [started] = json.sections[0].figures;
  expect(started).toMatchObject({ name: 'Conversations started', unit: 'count', before: 0 });
  expect(started.source).toContain(`from ${day} to ${day}`);
  const week = await make(supervisor, {
    kind: 'weekly',
    from: new Date(Date.now() - 3 * dayMs).toISOString().slice(0, 10),
  });
  expect(week.json.sections[0].figures[0].value).toBe(1);
});

test('an agent gets a lead summary, with the words each fact came from, and nothing that is for supervisors', async () => {
  for (const kind of ['weekly', 'pipeline', 'briefing'])
    expect((await make(agent, { kind })).json.error.code).toBe('FORBIDDEN');
  const { status, json } = await make(agent, { kind: 'lead', leadId: talk.leadId });
  expect(status).toBe(200);
  expect(json.sections.map(({ title }: { title: string }) => title)).toEqual([
    ...['Summary', 'Qualification', 'Behavior', 'Risks', 'Opportunities', 'Actions', 'Expected outcome'],
  ]);
  expect(json).toMatchObject({ title: 'Lead summary: Ann Lee', leadId: talk.leadId });
  expect(json.sections[1].figures).toEqual([
    {
      ...{ name: 'Budget', value: 'up to $450,000', unit: 'text' },
      source: `their words in conversation ${talk.id}, message 1`,
    },
  ]);
  expect(json.sections[6].text).toContain('No probability is given');
  const { items } = (await get('', agent)).json;
  expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['lead']);
  const team = (await make(supervisor, { kind: 'pipeline' })).json;
  expect((await get(`/${team.reportId}`, agent)).json.error.code).toBe('NOT_FOUND');
  expect((await get(`/${json.reportId}`, agent)).status).toBe(200);
});

test('a lead summary carries its actions and risks as fields, and its gravest risk alerts the wall once', async () => {
  const own = await aTalk(hub, tenantId);
  const since = Date.now() - 2 * dayMs;
  const waiting = { mode: 'human', owner: null, unansweredSince: since } as const;
  const left = await hub.addConversation(tenantId, { leadId: own.leadId, createdAt: since, ...waiting });
  await hub.stores.conversations.writeRow(tenantId, left.id, {
    ...rowFieldsOf(left.board),
    shown: true,
    lastAt: since,
  });
  const [first, again] = [
    (await make(agent, { kind: 'lead', leadId: own.leadId })).json,
    (await make(supervisor, { kind: 'lead', leadId: own.leadId })).json,
  ];
  const { analysis } = report.parse(first);
  expect(analysis?.confidence).toBe(1);
  expect(analysis?.actions[0]).toMatchObject({ priority: 'high', conversationId: left.id });
  expect(analysis?.risks[0]).toMatchObject({ severity: 'high', mitigation: 'Answer them before anything else' });
  expect((await get(`/${first.reportId}`, agent)).json.analysis).toEqual(analysis);
  expect(again.analysis.risks).toEqual(analysis?.risks);
  const alerts = await hub.stores.entries.listOf(left.id, 'alert-raised', 9);
  expect(alerts.map((one) => one.type === 'alert-raised' && one.data.kind)).toEqual(['waits-long']);
  expect((await make(supervisor, { kind: 'pipeline' })).json).not.toHaveProperty('analysis');
});

test('another brokerage finds neither the lead nor the reports', async () => {
  const { json } = await make(supervisor, { kind: 'lead', leadId: talk.leadId });
  expect((await make(foreign, { kind: 'lead', leadId: talk.leadId })).json.error.code).toBe('NOT_FOUND');
  expect((await get(`/${json.reportId}`, foreign)).json.error.code).toBe('NOT_FOUND');
  expect((await get('', foreign)).json.items).toEqual([]);
  expect((await make(foreign, { kind: 'pipeline' })).json.sections[0].figures[0].value).toBe(0);
});

test.each([
  [{ kind: 'yearly' }, 'kind'],
  [{ kind: 'weekly', from: '2026-13-01' }, 'from'],
  [{ kind: 'weekly', from: '2026-03-02', to: '2026-03-01' }, 'from'],
  [{ kind: 'weekly', from: '2025-01-01', to: '2025-12-31' }, 'from'],
  [{ kind: 'briefing', to: '2999-01-01' }, 'to'],
  [{ kind: 'pipeline', from: '2026-03-01' }, 'from'],
  [{ kind: 'lead' }, 'leadId'],
  [{ kind: 'weekly', leadId: 'l1' }, 'leadId'],
])('what fits no report is refused by name: %j', async (body, field) => {
  expect((await make(supervisor, body)).json.error).toMatchObject({ code: 'VALIDATION_FAILED', field });
});

test('a cursor that was never given is refused', async () => {
  expect((await get('?cursor=x', supervisor)).json.error.code).toBe('VALIDATION_FAILED');
});

test('deleting a lead’s conversation deletes their summaries too', async () => {
  const other = await aTalk(hub, tenantId);
  const gone = (await make(agent, { kind: 'lead', leadId: other.leadId })).json.reportId;
  const stays = (await make(agent, { kind: 'lead', leadId: talk.leadId })).json.reportId;
  const { appender } = hub.deps;
  await eraseConversation({ ...hub.stores, appender, streamLog: createMemoryStreamLog() }, tenantId, other.id);
  expect((await get(`/${gone}`, agent)).json.error.code).toBe('NOT_FOUND');
  expect((await get(`/${stays}`, agent)).status).toBe(200);
});

test('a conversation deleted while its summary is being written appears in no report', async () => {
  const other = await aTalk(hub, tenantId);
  const { appender } = hub.deps;
  const erasing = { ...hub.stores, appender, streamLog: createMemoryStreamLog() };
  const model: LanguageModel = {
    basis: 'model',
    async write() {
      await eraseConversation(erasing, tenantId, other.id);
      return { status: 'failed', basis: 'model', answer: null, started: false };
    },
  };
  const scope: StaffScope = { tenantId, principal: { kind: 'staff', id: 'p', role: 'agent', name: 'Maya' } };
  const making = makeReport({ ...hub.deps.reports, model }, scope, { kind: 'lead', leadId: other.leadId });
  await expect(making).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const kept = await hub.stores.reports.list(tenantId, { limit: 100 });
  expect(kept.filter(({ leadId }) => leadId === other.leadId)).toEqual([]);
});

test('a summary is made and kept of what is left, once an earlier conversation was deleted', async () => {
  const first = await aTalk(hub, tenantId);
  const second = await hub.addConversation(tenantId, { leadId: first.leadId });
  const { appender } = hub.deps;
  await eraseConversation({ ...hub.stores, appender, streamLog: createMemoryStreamLog() }, tenantId, first.id);
  const { json } = await make(agent, { kind: 'lead', leadId: first.leadId });
  expect((await get(`/${json.reportId}`, agent)).status).toBe(200);
  expect((await hub.stores.reports.find(tenantId, json.reportId))?.conversationIds).toEqual([second.id]);
  // The profile may still hold facts learned in the deleted conversation.
  expect(json.sections[1].figures).toEqual([]);
});

test('somebody may have thirty made in an hour', async () => {
  const clock = holdClock();
  const busy = await startRest({ clock });
  const own = await busy.addTenant('Busy');
  const { accessToken } = await busy.signIn(own.emailOf('admin'));
  for (let count = 0; count < 30; count += 1)
    expect((await make(accessToken, { kind: 'pipeline' }, busy)).status).toBe(200);
  expect((await make(accessToken, { kind: 'pipeline' }, busy)).json.error.code).toBe('RATE_LIMITED');
  await busy.stop();
});

test('with a model its sentences stand, but for one with a number that no figure has', async () => {
  const fake: FakeAnthropic = await startFakeAnthropic();
  const sentences = [
    { text: 'No lead has an open conversation yet.', figures: ['s1f1'] },
    { text: 'Expect 12 closings.', figures: ['s1f1'] },
  ];
  fake.play(() => [say(JSON.stringify({ sections: [{ id: 's1', sentences }] })), stop()]);
  const written = await startRest({ env: { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: fake.url } });
  const own = await written.addTenant('Written');
  const { accessToken } = await written.signIn(own.emailOf('admin'));
  const { json } = await make(accessToken, { kind: 'pipeline' }, written);
  expect(json.sections[0]).toMatchObject({ text: 'No lead has an open conversation yet.', basis: 'model' });
  expect(json.sections[1].basis).toBe('rules');
  expect(JSON.stringify(fake.requests[0]?.body.messages)).toContain('Waiting for a person');
  await written.stop();
  await fake.close();
});
