// Two hubs' worth of stores in memory and a model's double: about a second.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { preferencesAnswer } from '../../src/contract/rest/preferences.ts';
import { newLead } from '../../src/features/profiles/newLead.ts';
import { newId } from '../../src/kernel/ids.ts';
import { eraseAsAdmin } from '../support/eraseAsAdmin.ts';
import { type FakeAnthropic, startFakeAnthropic, stop } from '../support/fakeAnthropic.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let fake: FakeAnthropic;
let tenantId: string;
const tokens = { agent: '', admin: '' };

beforeAll(async () => {
  fake = await startFakeAnthropic();
  fake.play(() => [stop('refusal')]);
  hub = await startRest({ env: { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: fake.url } });
});
afterAll(async () => {
  await hub.stop();
  await fake.close();
});
beforeEach(async () => {
  const own = await hub.addTenant('Barton Ridge Realty');
  tenantId = own.tenantId;
  for (const role of ['agent', 'admin'] as const) tokens[role] = (await hub.signIn(own.emailOf(role))).accessToken;
});

/** Somebody all of whose questions are on price. */
async function aLead(): Promise<string> {
  const { id, leadId } = await hub.addConversation(tenantId);
  for (const [at, text] of ['How much is it?', 'And what are the taxes?'].entries()) {
    const entry = {
      ...({ v: 1, id: newId(), log: `public:${id}`, seq: at + 1, type: 'message-created' } as const),
      ...{ conversationId: id, at: '2026-03-01T10:00:00.000Z', actor: { kind: 'visitor', id: 'v' } as const },
      data: { messageId: newId(), text, channel: 'widget' as const, language: 'en' },
    };
    await hub.stores.entries.insert({ tenantId, entry, onceKey: newId(), bodyHash: null, owedAt: null });
  }
  return leadId;
}
const read = async (leadId: string) =>
  preferencesAnswer.parse((await hub.call('GET', `/api/v1/leads/${leadId}/preferences`, { token: tokens.agent })).json);
const turn = async (leadId: string, adapts: boolean) =>
  hub.call('PUT', `/api/v1/leads/${leadId}/preferences`, { token: tokens.agent, body: { adapts } });
/** What a model is given to write a script for them. */
async function scriptPrompt(leadId: string): Promise<string> {
  const before = fake.requests.length;
  const body = { kind: 're-engagement', channel: 'text', leadId };
  expect((await hub.call('POST', '/api/v1/scripts', { token: tokens.agent, body })).status).toBe(200);
  return JSON.stringify(fake.requests.slice(before).map(({ body: sent }) => sent.messages));
}

test('the preferences of a person come with why, what is adapted, and their words, and a draft is written by them', async () => {
  const leadId = await aLead();
  const { items, off, offForAll } = await read(leadId);
  expect([off, offForAll]).toEqual([null, false]);
  expect(items.find(({ name }) => name === 'price')).toMatchObject({
    value: 'Asks about price first',
    why: '2 of 2 questions were about price or costs, the first one too.',
    adapts: 'What a home costs comes first.',
    evidence: [{ seq: 1 }, { seq: 2 }],
  });
  expect(await scriptPrompt(leadId)).toContain('Asks about price first');
});

test('turned off for a person, it is worked out for nobody; who did it stands there and in the audit log, once', async () => {
  const leadId = await aLead();
  const noted = vi.spyOn(hub.stores.audit, 'add');
  await turn(leadId, false);
  const { status, json } = await turn(leadId, false);
  expect([status, json]).toEqual([200, await read(leadId)]);
  expect(json).toMatchObject({ items: [], off: { by: { name: 'The agent' } }, offForAll: false });
  expect(await scriptPrompt(leadId)).not.toContain('about price first');
  expect((await turn(leadId, true)).json).toMatchObject({ items: expect.any(Array), off: null });
  expect((await read(leadId)).items.map(({ name }) => name)).toContain('price');
  expect(noted.mock.calls.map(([{ action, reason }]) => [action, reason])).toEqual([
    ['preferences-off', `lead ${leadId}`],
    ['preferences-on', `lead ${leadId}`],
  ]);
  noted.mockRestore();
});

test('turned off for one of a person’s records, it is off for all of them, and on again for all', async () => {
  const leadId = await aLead();
  const older = newLead({ id: newId(), tenantId, visitorId: newId(), createdAt: 1 });
  const { leads } = hub.stores;
  await leads.openFor(older);
  await leads.openFor(newLead({ id: leadId, tenantId, visitorId: newId(), createdAt: 2 }));
  await leads.change(tenantId, leadId, { notAdapted: { at: 3, by: { id: 'a', name: 'Dana' } } });
  await leads.link(tenantId, leadId, { leadId: older.id, by: 'phone', at: 4 });
  expect((await read(older.id)).off).toEqual({ at: '1970-01-01T00:00:00.003Z', by: { id: 'a', name: 'Dana' } });
  await turn(older.id, true);
  expect((await read(leadId)).off).toBeNull();
});

test('turned off in the settings, it is off for everybody', async () => {
  const leadId = await aLead();
  const body = { version: 0, change: { adapts: false } };
  expect((await hub.call('PUT', '/api/v1/settings', { token: tokens.admin, body })).status).toBe(200);
  expect(await read(leadId)).toEqual({ items: [], off: null, offForAll: true });
  expect(await scriptPrompt(leadId)).not.toContain('about price first');
});

test('the switch is part of a person’s export, and it is deleted with their data', async () => {
  const leadId = await aLead();
  await turn(leadId, false);
  const exported = await hub.call('GET', `/api/v1/leads/${leadId}/export`, { token: tokens.admin });
  expect(exported.json.knownAs).toEqual([expect.objectContaining({ notAdaptedSince: (await read(leadId)).off?.at })]);
  await eraseAsAdmin(hub.stores, tenantId, leadId);
  expect(await hub.stores.leads.find(tenantId, leadId)).toMatchObject({ notAdapted: null });
});

test('of nobody there are no preferences to read or to turn off', async () => {
  const { status } = await hub.call('GET', '/api/v1/leads/nobody/preferences', { token: tokens.agent });
  expect([status, (await turn('nobody', false)).status]).toEqual([404, 404]);
});
