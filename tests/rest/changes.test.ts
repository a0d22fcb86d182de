// Costs about a second: one hub on stores in memory.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changedConversations } from '../../src/contract/rest/conversations.ts';
import { changedLeads } from '../../src/contract/rest/leads.ts';
import { changedHomes } from '../../src/contract/rest/listings.ts';
import type { BoardFields } from '../../src/features/conversations/model.ts';
import { newLead } from '../../src/features/profiles/newLead.ts';
import { newId } from '../../src/kernel/ids.ts';
import { aListing } from '../suites/listingStoreSuite.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let token: string;
let tenantId: string;
const since = '?since=2020-01-01T00:00:00.000Z';

beforeAll(async () => {
  hub = await startRest();
});
beforeEach(async () => {
  const own = await hub.addTenant(newId());
  tenantId = own.tenantId;
  token = (await hub.signIn(own.emailOf('agent'))).accessToken;
});
afterAll(() => hub.stop());

const get = async (path: string) => (await hub.call('GET', `/api/v1${path}`, { token })).json;
const talk = (leadName: string) =>
  hub.addConversation(tenantId, { board: { lastAt: 1_750_000_000_000, leadName } as BoardFields });

test('a program that keeps its cursor gets each change of a conversation, the oldest first, and then nothing', async () => {
  const talks = [await talk('Ann'), await talk('Ben'), await talk('Cal')];
  const first = changedConversations.parse(await get(`/conversations${since}&limit=2`));
  expect(first).toMatchObject({
    more: true,
    items: talks.slice(0, 2).map(({ id }) => ({ conversationId: id, changedAt: expect.any(String) })),
  });
  const second = changedConversations.parse(await get(`/conversations?cursor=${first.cursor}&limit=2`));
  expect(second).toMatchObject({ more: false, items: [{ conversationId: talks[2]?.id, lead: { name: 'Cal' } }] });
  expect(await get(`/conversations?cursor=${second.cursor}`)).toMatchObject({ items: [], more: false });
  await hub.stores.conversations.changeLanguage(tenantId, talks[0]?.id ?? '', 'es');
  expect(await get(`/conversations${since}&cursor=${second.cursor}`)).toMatchObject({
    items: [{ conversationId: talks[0]?.id, language: 'es' }],
  });
});

test('a conversation whose words were deleted is told as gone, and so is the person', async () => {
  const { id, leadId } = await talk('Ann');
  const { conversations } = hub.stores;
  const closed = { mode: 'closed', pausedUntil: null, unanswered: null } as const;
  await conversations.changeSpeaker(tenantId, id, closed, {});
  await conversations.erasePage(tenantId, id);
  const gone = { deleted: true, changedAt: expect.any(String) };
  expect((await get(`/conversations${since}`)).items).toEqual([{ id, ...gone }]);
  expect((await get(`/leads${since}`)).items).toEqual([{ id: leadId, ...gone }]);
});

test('a person comes once for all that changed of them, also when it was what they agreed to', async () => {
  const { id: conversationId, leadId, visitorId = '' } = await talk('Ann');
  const { leads, records } = hub.stores;
  await leads.openFor(newLead({ id: leadId, tenantId, visitorId, createdAt: 1 }));
  const all = changedLeads.parse(await get(`/leads${since}`));
  expect(all.items).toMatchObject([{ id: leadId, name: 'Ann', conversationId, suppressed: [] }]);
  await records.add({
    ...{ id: newId(), tenantId, leadId, conversationId, at: 2, said: 'stop', evidence: [], closed: null },
    ...{ kind: 'suppression', channels: ['text'], reason: 'asked' },
  } as never);
  expect((await get(`/leads?cursor=${all.cursor}`)).items).toMatchObject([{ id: leadId, suppressed: ['text'] }]);
});

test('a record that turns out to be of a person with another id is told as gone', async () => {
  const [elder, younger] = [await talk('Ann'), await talk('Ann')];
  const { leads } = hub.stores;
  for (const [createdAt, { leadId: id, visitorId = '' }] of [elder, younger].entries())
    await leads.openFor(newLead({ id, tenantId, visitorId, createdAt }));
  const { cursor } = await get(`/leads${since}`);
  await leads.link(tenantId, younger.leadId, { leadId: elder.leadId, by: 'phone', at: 1 });
  expect((await get(`/leads?cursor=${cursor}`)).items).toMatchObject([
    { id: younger.leadId, deleted: true },
    { id: elder.leadId, talks: 2 },
  ]);
});

test('homes and appointments are told as their lists show them', async () => {
  await hub.stores.listings.put([aListing({ tenantId })]);
  const homes = changedHomes.parse(await get(`/listings${since}`));
  expect(homes.items).toMatchObject([{ listingId: 'oak-12', beds: 3 }]);
  await hub.stores.listings.put([aListing({ tenantId, beds: 4 })]);
  expect((await get(`/listings?cursor=${homes.cursor}`)).items).toMatchObject([{ listingId: 'oak-12', beds: 4 }]);
  const { id: conversationId } = await talk('Ann');
  const { appointments } = hub.stores;
  const one = {
    ...{ id: newId(), tenantId, conversationId, kind: 'call' as const, agentId: 'ana', agentName: 'Ana' },
    ...{ startsAt: 3_600_000, endsAt: 7_200_000, busyUntil: 7_200_000, zone: 'America/Chicago' },
    ...{ state: 'held' as const, heldUntil: 600_000, reminders: [], createdAt: 0 },
  };
  await appointments.hold(one, 0);
  const held = await get(`/appointments${since}`);
  expect(held).toMatchObject({ items: [], more: false });
  await appointments.book(tenantId, one.id, []);
  const booked = await get(`/appointments?cursor=${held.cursor}`);
  expect(booked.items).toMatchObject([{ appointmentId: one.id, state: 'booked', lead: { name: 'Ann' } }]);
  await appointments.release(tenantId, one.id, 'failed');
  expect((await get(`/appointments?cursor=${booked.cursor}`)).items).toMatchObject([{ id: one.id, deleted: true }]);
});

test.each([
  ['/leads', 'q=ann', 'q'],
  ['/listings', 'status=sold', 'status'],
  ['/conversations', 'state=open', 'state'],
  ['/appointments', 'userId=ana', 'userId'],
  ['/appointments', 'limit=101', 'limit'],
  ['/leads', 'limit=0', 'limit'],
  ['/leads', 'cursor=changes.bm8', 'cursor'],
  ['/listings', 'cursor=b2Fr', 'cursor'],
  ['/leads', 'since=yesterday', 'since'],
])('what changes can’t be asked for with is refused by its name: %s %s', async (path, query, field) => {
  const asked = query.startsWith('since') ? `?${query}` : `${since}&${query}`;
  expect((await get(`${path}${asked}`)).error).toMatchObject({ code: 'VALIDATION_FAILED', field });
});
