import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { webhookBody } from '../../src/contract/rest/webhookBodies.ts';
import { deliveriesAnswer, madeWebhook, webhookDelivery, webhooksAnswer } from '../../src/contract/rest/webhooks.ts';
import { webhookEvents, webhookLimits } from '../../src/contract/webhooks.ts';
import { signatureOf } from '../../src/features/webhooks/signature.ts';
import { readWebhookExample } from '../../src/rest/docs/protocolWords.ts';
import { secondTenant, tokenOf } from '../gateway/people.ts';
import { type HubClient, openVisitor } from '../support/hubClient.ts';
import { type OpenHub, openHub } from '../support/openHub.ts';

/* One hub on memory stores, and the program of a brokerage as a server on this machine: a dozen seconds in all, which deliveries take to gather and rest. */

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  json: any;
}

let hub: OpenHub;
let receiver: Server;
let address: string;
let received: Received[] = [];
/** The statuses of its next answers; then 200. */
let answers: number[] = [];
let admin: string;
let agent: string;
let foreign: string;

beforeAll(async () => {
  receiver = createServer(async (req, res) => {
    const body = await textOf(req);
    received.push({ headers: req.headers, body, json: JSON.parse(body) });
    res.writeHead(answers.shift() ?? 200).end('thank you');
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hub?key=k1`;
  hub = await openHub();
  [admin, agent] = await Promise.all([tokenOf(hub.url, 'admin'), tokenOf(hub.url, 'agent')]);
  foreign = (await secondTenant(hub)).token;
});
afterAll(async () => {
  await hub?.close();
  receiver?.close();
});
beforeEach(() => {
  received = [];
  answers = [];
});

async function call(method: string, path: string, { token = admin, body }: { token?: string; body?: unknown } = {}) {
  const answer = await fetch(`${hub.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? undefined : JSON.parse(text) };
}
async function register(events: readonly string[], more: object = {}) {
  const { json } = await call('POST', '/webhooks', { body: { url: address, events, ...more } });
  return madeWebhook.parse(json);
}
const remove = (id: string) => call('DELETE', `/webhooks/${id}`);
const list = async (token = admin) => webhooksAnswer.parse((await call('GET', '/webhooks', { token })).json).items;
const deliveriesOf = async (id: string) =>
  deliveriesAnswer.parse((await call('GET', `/webhooks/${id}/deliveries`)).json).items;
const told = (event: string) => received.filter(({ json }) => json.event === event);

/** As a receiver checks it who knows the words of docs/protocol.md alone. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['hub-signature'])) ?? [];
  const expected = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
  return v1 === expected && Math.abs(Date.now() / 1000 - Number(t)) < 300;
}

async function talk(words: string): Promise<{ visitor: HubClient; conversationId: string }> {
  const visitor = await openVisitor(hub.url);
  await visitor.command('chat-send', { text: words });
  const { conversationId } = await visitor.untilEntry('message-created');
  return { visitor, conversationId };
}

test('a chat message reaches the registered address, signed with the secret that was shown once', async () => {
  const { id, secret, ...made } = await register(['conversation.started', 'message.created']);
  expect(made).toMatchObject({ url: address, events: ['conversation.started', 'message.created'] });
  expect(JSON.stringify(await list())).not.toContain(secret);
  expect(JSON.stringify(await hub.stores.webhooks.ofTenant('demo'))).not.toContain(secret);
  const { visitor, conversationId } = await talk('I want to sell my house. My SSN is 078-05-1120.');
  await expect.poll(() => told('message.created').length, { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
  for (const one of received) {
    expect(isSigned(one, secret)).toBe(true);
    expect(webhookBody(one.json.event).safeParse(one.json).error).toBeUndefined();
    expect(one.headers).toMatchObject({ 'content-type': 'application/json', 'hub-event': one.json.event });
  }
  const [first] = told('message.created').filter(({ json }) => json.seq === 1);
  expect(first?.json).toMatchObject({
    ...{ tenantId: 'demo', conversationId, log: 'public', data: { entry: { type: 'message-created', seq: 1 } } },
  });
  expect(first?.json.data.entry.data.text).toContain('I want to sell my house.');
  // As for the team: dots until somebody asks.
  expect(first?.body).not.toContain('078-05-1120');
  const [started] = told('conversation.started');
  expect(told('conversation.started')).toHaveLength(1);
  expect(started?.json).toMatchObject({
    leadId: first?.json.leadId,
    data: { conversation: { conversationId, channel: 'widget' }, lead: { id: first?.json.leadId, talks: 1 } },
  });
  const log = await deliveriesOf(id);
  expect(log.find((one) => one.id === first?.headers['hub-delivery'])).toMatchObject({
    ...{ event: 'message.created', state: 'delivered', attempts: 1, status: 200, conversationId },
  });
  visitor.close();
  await remove(id);
});

test('the example of the documents tells what the hub signed from what it did not, or long ago', async () => {
  const page = await readFile(resolve(import.meta.dirname, '../../docs/protocol.md'), 'utf8');
  const example = `${readWebhookExample(page)}\nexport default isFromHub;`;
  const { default: isFromHub } = await import(`data:text/javascript,${encodeURIComponent(example)}`);
  const header = signatureOf('whsec_1', '{"a":1}', Date.now());
  expect(isFromHub(header, '{"a":1}', 'whsec_1')).toBe(true);
  expect(isFromHub(header, '{"a":2}', 'whsec_1')).toBe(false);
  expect(isFromHub(header, '{"a":1}', 'whsec_2')).toBe(false);
  expect(isFromHub(signatureOf('whsec_1', '{"a":1}', Date.now() - 600_000), '{"a":1}', 'whsec_1')).toBe(false);
  for (const bad of ['', 't=1', 'v1=00', undefined]) expect(isFromHub(bad, '', 'whsec_1')).toBe(false);
});

test('a delivery that was refused is tried again by itself, and sent again on request, under the same id', async () => {
  const { id } = await register(['message.created']);
  answers = [503];
  const { visitor } = await talk('Hello');
  await expect
    .poll(async () => (await deliveriesOf(id)).some(({ status }) => status === 503), { timeout: 60_000 })
    .toBe(true);
  const refused = (await deliveriesOf(id)).find(({ status }) => status === 503);
  expect(refused).toMatchObject({
    ...{ state: 'waiting', attempts: 1, problem: 'refused', says: 'The server answered with 503.' },
  });
  expect(Date.parse(refused?.nextAt ?? '')).toBeGreaterThan(Date.now());
  const resend = `/webhooks/${id}/deliveries/${refused?.id}/resend`;
  expect(webhookDelivery.parse((await call('POST', resend)).json)).toMatchObject({ state: 'waiting', attempts: 0 });
  const ofIt = () => received.filter(({ headers }) => headers['hub-delivery'] === refused?.id);
  await expect.poll(() => ofIt().length, { timeout: 60_000 }).toBe(2);
  expect(ofIt()[0]?.json.id).toBe(ofIt()[1]?.json.id);
  visitor.close();
  await remove(id);
});

test('a test is sent at once, also to a paused address, and tells in words how it went', async () => {
  const { id, secret } = await register(['message.created'], { description: 'Our CRM' });
  await call('PUT', `/webhooks/${id}`, { body: { active: false } });
  const good = webhookDelivery.parse((await call('POST', `/webhooks/${id}/test`)).json);
  expect(good).toMatchObject({ event: 'ping', state: 'delivered', status: 200 });
  expect(received).toHaveLength(1);
  expect(received[0]?.json).toMatchObject({ event: 'ping', tenantId: 'demo', data: {} });
  expect(received[0] && isSigned(received[0], secret)).toBe(true);
  answers = [302];
  const bad = webhookDelivery.parse((await call('POST', `/webhooks/${id}/test`)).json);
  expect(bad).toMatchObject({ state: 'failed', problem: 'redirected', status: 302 });
  expect(bad.says).toBe('The server redirected elsewhere (302). Redirects aren’t followed.');
  expect((await call('POST', `/webhooks/${id}/deliveries/${bad.id}/resend`)).json.error).toMatchObject({
    ...{ code: 'CONFLICT', message: 'This webhook is paused. Resume it first.' },
  });
  await remove(id);
});

test('a webhook is changed, paused, resumed, and deleted, and the list of changes tells of it without its path', async () => {
  const { id } = await register(['call.ended']);
  const change = (body: object) => call('PUT', `/webhooks/${id}`, { body });
  expect((await change({ events: ['lead.changed', 'message.created', 'lead.changed'] })).json).toMatchObject({
    events: ['message.created', 'lead.changed'],
  });
  expect((await change({ description: 'CRM', active: false })).json).toMatchObject({
    ...{ description: 'CRM', paused: { reason: 'by-admin' } },
  });
  const { visitor } = await talk('Is anybody there?');
  expect((await change({ active: true })).json.paused).toBeUndefined();
  expect(await deliveriesOf(id)).toEqual([]);
  expect((await remove(id)).status).toBe(204);
  expect((await remove(id)).json.error.code).toBe('NOT_FOUND');
  expect((await call('GET', `/webhooks/${id}/deliveries`)).json.error.code).toBe('NOT_FOUND');
  const { items } = (await call('GET', '/settings/changes')).json;
  expect(items[0]).toMatchObject({ kind: 'webhook', action: 'removed', subject: new URL(address).host });
  expect(JSON.stringify(items)).not.toContain('key=k1');
  visitor.close();
});

test('a webhook is neither an agent’s nor another brokerage’s', async () => {
  const { id } = await register(['message.created']);
  for (const [method, path] of [
    ['GET', '/webhooks'],
    ['GET', `/webhooks/${id}/deliveries`],
    ['POST', `/webhooks/${id}/test`],
    ['DELETE', `/webhooks/${id}`],
  ] as const)
    expect((await call(method, path, { token: agent })).json.error.code).toBe('FORBIDDEN');
  expect(await list(foreign)).toEqual([]);
  const asForeign = { token: foreign, body: { active: false } };
  expect((await call('PUT', `/webhooks/${id}`, asForeign)).json.error.code).toBe('NOT_FOUND');
  expect((await call('POST', `/webhooks/${id}/test`, { token: foreign })).json.error.code).toBe('NOT_FOUND');
  expect((await call('DELETE', `/webhooks/${id}`, { token: foreign })).json.error.code).toBe('NOT_FOUND');
  const { id: pingId } = (await call('POST', `/webhooks/${id}/test`)).json;
  const { id: otherId } = await register(['message.created']);
  expect((await call('POST', `/webhooks/${otherId}/deliveries/${pingId}/resend`)).json.error.code).toBe('NOT_FOUND');
  await Promise.all([remove(id), remove(otherId)]);
});

test.each([
  [{ url: 'ftp://crm.example.com' }, 'url'],
  [{ url: 'http://crm.example.com/' }, 'url'],
  [{ url: 'https://crm.example.com:8443/' }, 'url'],
  [{ url: 'https://user:password@crm.example.com/' }, 'url'],
  [{ url: 'crm.example.com' }, 'url'],
  [{ url: `https://crm.example.com/${'x'.repeat(webhookLimits.urlChars)}` }, 'url'],
  [{ events: [] }, 'events'],
  [{ events: ['ping'] }, 'events.0'],
  [{ events: ['note.created'] }, 'events.0'],
  [{ description: 'x'.repeat(webhookLimits.descriptionChars + 1) }, 'description'],
])('what is no webhook is refused by name: %j', async (part, field) => {
  const body = { url: 'https://crm.example.com/', events: ['message.created'], ...part };
  expect((await call('POST', '/webhooks', { body })).json.error).toMatchObject({ code: 'VALIDATION_FAILED', field });
});

test('a brokerage has ten at most, even when admins add them at the same time, and is told so in words', async () => {
  const body = { url: 'https://crm.example.com/', events: webhookEvents };
  const add = () => call('POST', '/webhooks', { token: foreign, body });
  const added = await Promise.all(Array.from({ length: webhookLimits.perBrokerage + 5 }, add));
  expect(added.filter(({ status }) => status === 201)).toHaveLength(webhookLimits.perBrokerage);
  expect((await call('GET', '/webhooks', { token: foreign })).json.items).toHaveLength(webhookLimits.perBrokerage);
  expect((await add()).json.error).toMatchObject({
    ...{ code: 'QUOTA_EXCEEDED', message: 'There are 10 webhooks already. Delete one first.' },
  });
});
