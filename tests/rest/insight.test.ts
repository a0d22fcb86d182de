import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayFigures } from '../../src/contract/rest/insight.ts';
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
