import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoTenantId } from '../../src/app/demoTenant.ts';
import type { ViewedHomeAnswer } from '../../src/contract/rest/leads.ts';
import type { WidgetSessionAnswer } from '../../src/contract/rest/widgetSessions.ts';
import { eraseAsAdmin } from '../support/eraseAsAdmin.ts';
import { connect, type HubClient, post } from '../support/hubClient.ts';
import { type OpenHub, openHub } from '../support/openHub.ts';
import { codeOf, tokenOf } from './people.ts';

const bungalow = 'demo-zilker-bungalow';
const condo = 'demo-holly-condo';
let hub: OpenHub;
let token: string;
const open: HubClient[] = [];

beforeAll(async () => {
  hub = await openHub();
  token = await tokenOf(hub.url, 'agent');
});
afterAll(async () => {
  for (const client of open) client.close();
  await hub.close();
});

interface Visitor {
  client: HubClient;
  session: WidgetSessionAnswer;
  conversationId: string;
}
interface Visit {
  visitorToken?: string;
  keepViews?: boolean;
  headers?: Record<string, string>;
}

/** A visitor opens the chat on the page of a home. */
async function visit(listingId: string | undefined, { headers = {}, ...more }: Visit = {}): Promise<Visitor> {
  const page = { url: `${hub.url}/homes`, ...(listingId === undefined ? {} : { listingId }) };
  const { status, body } = await post(hub.url, '/widget/sessions', { siteKey: 'demo', page, ...more }, headers);
  expect(status).toBe(200);
  const session = body as unknown as WidgetSessionAnswer;
  return { session, ...(await come(session)) };
}
/** Connects, or comes back after a lost connection, with the token of a session. */
async function come({ token: ofSession }: Pick<WidgetSessionAnswer, 'token'>) {
  const client = await connect(hub.url, '/widget', ofSession);
  open.push(client);
  return { client, conversationId: String((await client.send('chat-open')).conversationId) };
}
const say = (visitor: Visitor, text = 'Hello, is it still for sale?') => visitor.client.command('chat-send', { text });

const leadOf = async ({ conversationId }: Visitor) =>
  (await hub.stores.conversations.find(demoTenantId, conversationId))?.leadId ?? '';
async function homesOf(visitor: Visitor): Promise<ViewedHomeAnswer[]> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${hub.url}/api/v1/leads/${await leadOf(visitor)}/homes`, { headers });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { items: ViewedHomeAnswer[] }).items;
}
const idsOf = async (visitor: Visitor) => (await homesOf(visitor)).map(({ listingId }) => listingId);
const countOf = async (visitor: Visitor) => (await homesOf(visitor)).map(({ views }) => views);

test('the team sees which homes a lead looked at, with what they cost and which cards they pressed', async () => {
  const first = await visit(bungalow);
  await say(first);
  await expect.poll(() => idsOf(first)).toEqual([bungalow]);
  const { visitorToken } = first.session;
  const next = await visit(condo, { visitorToken });
  await expect.poll(() => idsOf(next)).toEqual([condo, bungalow]);
  await next.client.command('card-tap', { listingId: 'demo-mueller-rowhouse' });
  await next.client.command('card-tap', { listingId: bungalow, likes: true });
  const home = await hub.stores.listings.find(demoTenantId, bungalow);
  // Two presses may fall into one millisecond.
  const [one, other, viewed, ...rest] = await homesOf(next);
  const [liked, tapped] = one?.listingId === bungalow ? [one, other] : [other, one];
  expect(liked).toMatchObject({ listingId: bungalow, title: home?.title, priceCents: home?.priceCents, views: 1 });
  expect(liked?.likedAt).toBe(liked?.lastAt);
  expect(tapped).toMatchObject({ listingId: 'demo-mueller-rowhouse', views: 0 });
  expect([tapped?.tappedAt, tapped?.likedAt]).toEqual([tapped?.lastAt, undefined]);
  expect(viewed).toMatchObject({ listingId: condo, views: 1 });
  expect([viewed?.tappedAt, rest]).toEqual([undefined, []]);
});

test('a lost connection, a reload, and another tab count a visit to a home once', async () => {
  const first = await visit(bungalow);
  await say(first);
  await expect.poll(() => countOf(first)).toEqual([1]);
  const firstSeen = (await homesOf(first))[0]?.lastAt ?? '';
  first.client.close();
  await come(first.session);
  await visit(bungalow, { visitorToken: first.session.visitorToken });
  // That they are there again was noted.
  await expect.poll(async () => (await homesOf(first))[0]?.lastAt ?? '').not.toBe(firstSeen);
  await visit(condo, { visitorToken: first.session.visitorToken });
  await expect.poll(() => countOf(first)).toEqual([1, 1]);
});

test('nothing is kept of a visitor who has written nothing', async () => {
  const silent = await visit(bungalow);
  await silent.client.command('card-tap', { listingId: condo });
  await visit(condo, { visitorToken: silent.session.visitorToken });
  expect(await hub.stores.viewedHomes.ofLead(demoTenantId, await leadOf(silent))).toEqual([]);
});

test.each([
  ['their browser sends Global Privacy Control', { headers: { 'sec-gpc': '1' } }],
  ['the page says that they refused', { keepViews: false }],
] as const)('no home is kept where %s, and the chat works as ever', async (_, how) => {
  const visitor = await visit(bungalow, how);
  const { seq } = await say(visitor);
  await visitor.client.untilEntry('message-created', (entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq));
  await visitor.client.command('card-tap', { listingId: condo, likes: true });
  visitor.client.close();
  const again = await visit(condo, { ...how, visitorToken: visitor.session.visitorToken });
  await again.client.command('card-tap', { listingId: bungalow });
  expect(await hub.stores.viewedHomes.ofLead(demoTenantId, await leadOf(visitor))).toEqual([]);
});

test('a page without a home, or with one that the brokerage does not have, is no home that was looked at', async () => {
  const visitor = await visit('no-such-home');
  await say(visitor);
  const elsewhere = await visit(undefined, { visitorToken: visitor.session.visitorToken });
  const unknown = { commandId: randomUUID(), listingId: 'no-such-home' };
  expect(await codeOf(elsewhere.client, 'card-tap', unknown)).toBe('NOT_FOUND');
  expect(await homesOf(visitor)).toEqual([]);
});

test('who is erased leaves no home behind, and is followed again only when they write again', async () => {
  const visitor = await visit(bungalow);
  await say(visitor);
  await expect.poll(() => idsOf(visitor)).toEqual([bungalow]);
  const leadId = await leadOf(visitor);
  await eraseAsAdmin(hub.stores, demoTenantId, leadId);
  expect(await hub.stores.viewedHomes.ofLead(demoTenantId, leadId)).toEqual([]);
  const back = await visit(condo, { visitorToken: visitor.session.visitorToken });
  await back.client.command('card-tap', { listingId: bungalow });
  expect(await hub.stores.viewedHomes.ofLead(demoTenantId, leadId)).toEqual([]);
  await say(back);
  await expect.poll(() => idsOf(back)).toEqual([condo]);
});
