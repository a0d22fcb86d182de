import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayFigures } from '../../src/contract/rest/insight.ts';
import { leadInsight } from '../../src/contract/rest/leadInsight.ts';
import { firstState } from '../../src/features/bots/state/firstState.ts';
import { rowFieldsOf } from '../../src/features/conversations/board/bringForward.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
beforeAll(async () => {
  hub = await startRest();
});
afterAll(() => hub.stop());

test('a supervisor reads the day of their own brokerage, an agent does not', async () => {
  const [own, other] = [await hub.addTenant('Own'), await hub.addTenant('Other')];
  const { id } = await hub.addConversation(own.tenantId, {});
  await hub.stores.entries.insert({
    tenantId: own.tenantId,
    entry: {
      v: 1,
      id: 'e1',
      log: `public:${id}`,
      seq: 1,
      type: 'message-created',
      at: new Date().toISOString(),
      conversationId: id,
      actor: { kind: 'visitor', id: 'v' },
      data: { messageId: 'm', text: 'Hello', channel: 'widget', language: 'en' },
    },
    onceKey: 'k1',
    bodyHash: null,
    owedAt: null,
  });
  const talk = await hub.stores.conversations.find(own.tenantId, id);
  if (talk === null) throw new Error('there is no conversation');
  await hub.stores.conversations.writeRow(own.tenantId, id, { ...rowFieldsOf(talk.board), lastAt: Date.now() });
  const asked = async (tenant: typeof own, role: 'agent' | 'supervisor' | 'admin') => {
    const { accessToken } = await hub.signIn(tenant.emailOf(role));
    return hub.call('GET', '/api/v1/day', { token: accessToken });
  };
  const { status, json } = await asked(own, 'supervisor');
  expect([status, dayFigures.parse(json).conversations, json.firstReplyMs]).toEqual([200, 1, null]);
  expect((await asked(own, 'admin')).status).toBe(200);
  expect((await asked(own, 'agent')).json.error.code).toBe('FORBIDDEN');
  expect((await asked(other, 'supervisor')).json.conversations).toBe(0);
  expect((await hub.call('GET', '/api/v1/day')).json.error.code).toBe('AUTH_REQUIRED');
});

test('the readings of a lead say nothing before their first turn, and then what each is made of', async () => {
  const own = await hub.addTenant('Readings');
  const { accessToken } = await hub.signIn(own.emailOf('agent'));
  const { id, leadId } = await hub.addConversation(own.tenantId, {});
  const path = `/api/v1/leads/${leadId}/insight`;
  const before = await hub.call('GET', path, { token: accessToken });
  expect(leadInsight.parse(before.json)).toMatchObject({ leadId, stage: null, score: { value: null, class: null } });
  const state = firstState('en');
  const evidence = [{ log: `public:${id}`, seq: 1, start: 0, end: 4 }];
  const lastVisitorAt = new Date().toISOString();
  await hub.stores.turns.insert({
    ...{ id: 't1', tenantId: own.tenantId, conversationId: id, turnNo: 1, throughSeq: 1, throughInternalSeq: 0 },
    ...{ fence: 1, event: { at: lastVisitorAt, happened: [] }, effects: [], done: [], at: Date.now() },
    versions: { bot: 'b', pack: 'p' },
    stateAfter: {
      ...state,
      talk: { ...state.talk, messages: 2, words: 10, replies: 1, replyMs: 30_000, lastVisitorAt, wantsContact: true },
      slots: { budget: { value: { maxCents: 1 }, state: 'answered', confidence: 1, evidence } },
    },
  });
  const { json } = await hub.call('GET', path, { token: accessToken });
  const { readings, score, nextContactAt } = leadInsight.parse(json);
  expect(readings.conversion).toMatchObject({ evidence, calibrated: false, version: 'readings-2' });
  expect(readings.appointment?.factors).toContain('Speaks of meeting: 100%');
  expect(readings.urgency?.value).toBeNull();
  expect(score.explain.map(({ part }) => part)).toEqual(['answers', 'conversion', 'staying']);
  expect(Date.parse(nextContactAt ?? '')).toBeGreaterThan(Date.now());
  const other = await hub.addTenant('Readings of others');
  const theirs = await hub.signIn(other.emailOf('admin'));
  expect((await hub.call('GET', path, { token: theirs.accessToken })).status).toBe(404);
});
