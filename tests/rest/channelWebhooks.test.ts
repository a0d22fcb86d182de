import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { channels, openChannels } from '../../src/app/compose/channels.ts';
import { ConfigFaults, readConfig } from '../../src/app/config.ts';
import { wireError } from '../../src/contract/errors.ts';
import type { BoardRow } from '../../src/contract/socket/board.ts';
import { demoPerson } from '../gateway/people.ts';
import type { HubClient } from '../support/hubClient.ts';
import { type OpenHub, openHub } from '../support/openHub.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';
import { signatureOf, textMessages } from './textMessages/textMessages.ts';

const secret = 'a secret of the provider';
const theirs = '+15125550137';
const ours = '+15125550100';

/** The provider as the hub reaches it, which is away as often as it is told to be. */
interface Provider {
  url: string;
  taken: { path: string; key: string; form: Record<string, string> }[];
  away: number;
  server: Server;
}
async function startProvider(): Promise<Provider> {
  const server = createServer(async (req, res) => {
    const form = Object.fromEntries(new URLSearchParams(await textOf(req)));
    if (provider.away-- > 0) return void res.writeHead(503).end();
    provider.taken.push({ path: req.url ?? '', key: String(req.headers['idempotency-key']), form });
    res.writeHead(201).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: Provider = { url, taken: [], away: 0, server };
  return provider;
}

let provider: Provider;
let hub: OpenHub;
let agent: HubClient;
const accounts = (more: object = {}) =>
  JSON.stringify({ sms: { demo: { api: provider.url, sid: 'AC1', secret, number: ours, ...more } } });
beforeAll(async () => {
  provider = await startProvider();
  hub = await openHub({
    mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')),
    channels: [textMessages],
    env: { HUB_CHANNELS: accounts() },
  });
  agent = await demoPerson(hub.url, 'agent');
});
afterAll(async () => {
  agent?.close();
  await hub?.close();
  provider?.server.close();
});

interface Posted {
  to?: string;
  signed?: string | null;
  from?: string;
  sid?: string;
  at?: { url: string };
}
async function post(words: string, { to = '/webhooks/sms/demo', signed, from = theirs, sid, at = hub }: Posted = {}) {
  const body = new URLSearchParams({ MessageSid: sid ?? randomUUID(), From: from, To: ours, Body: words }).toString();
  const signature = signed === undefined ? signatureOf(secret, { url: at.url + to, body: Buffer.from(body) }) : signed;
  const answer = await fetch(at.url + to, {
    method: 'POST',
    headers: {
      connection: 'close',
      'content-type': 'application/x-www-form-urlencoded',
      ...(signature === null ? {} : { 'x-twilio-signature': signature }),
    },
    body,
  });
  const said = await answer.text();
  return { status: answer.status, error: said === '' ? null : wireError.parse(JSON.parse(said).error) };
}
const rows = async () => ((await agent.send('board-watch')) as { rows: BoardRow[] }).rows;
const talk = async (): Promise<string> => {
  const known = async () => (await rows()).find(({ channel }) => channel === 'sms')?.conversationId;
  await expect.poll(known).toBeDefined();
  return (await known()) as string;
};
const logNow = async () => hub.stores.entries.read(await talk(), 'public', 1, 200, 200);
const said = async (kind: 'lead' | 'bot') =>
  (await logNow()).flatMap((entry) =>
    entry.type === 'message-created' && entry.actor.kind === kind ? [entry.data] : [],
  );

test('a text that the provider posts stands at the desk, and Jorge’s answer leaves through the provider, though it was away', async () => {
  provider.away = 1;
  expect(await post('I want to buy a house')).toEqual({ status: 204, error: null });
  const conversationId = await talk();
  await agent.send('conversation-open', { conversationId });
  await agent.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  await expect.poll(() => provider.taken.length).toBe(1);
  const [{ text, messageId } = { text: '', messageId: '' }] = await said('bot');
  expect(provider.taken).toEqual([
    { path: '/Accounts/AC1/Messages.json', key: messageId, form: { From: ours, To: theirs, Body: text } },
  ]);
});

test('a message that is posted twice is one message', async () => {
  for (const _ of [1, 2]) expect((await post('my budget is 500k', { sid: 'SM2' })).status).toBe(204);
  expect((await said('lead')).map(({ text }) => text)).toEqual(['I want to buy a house', 'my budget is 500k']);
});

test('a message not signed by the brokerage’s own account for this address is refused, and nothing of it is kept', async () => {
  const before = await logNow();
  const foreign = { url: `${hub.url}/webhooks/sms/demo?x=1`, body: Buffer.from('') };
  const refused = [
    await post('Hello', { signed: null }),
    await post('Hello', { signed: '' }),
    await post('Hello', { signed: 'x'.repeat(28) }),
    await post('Hello', { signed: signatureOf(secret, foreign) }),
    await post('Hello', { to: '/webhooks/sms/somebody-else' }),
  ];
  for (const { status, error } of refused) expect([status, error?.code]).toEqual([403, 'FORBIDDEN']);
  expect((await post('Hello', { to: '/webhooks/email/demo' })).error?.code).toBe('NOT_FOUND');
  expect((await post('Hello', { to: '/webhooks/widget/demo' })).error?.code).toBe('NOT_FOUND');
  expect((await logNow()).filter(({ actor }) => actor.kind === 'lead')).toHaveLength(
    before.filter(({ actor }) => actor.kind === 'lead').length,
  );
  expect((await rows()).filter(({ channel }) => channel === 'sms')).toHaveLength(1);
});

test('a body that is too large is refused unread; one that says no message is let go', async () => {
  expect(await post('x'.repeat(70_000))).toMatchObject({ status: 413, error: { code: 'PAYLOAD_TOO_LARGE' } });
  const before = (await said('lead')).length;
  // No number can be answered under such a name, nothing was said, or too much: to post it again would change nothing.
  expect((await post('Your code is 1234', { from: 'BANK' })).status).toBe(204);
  expect((await post(' \u0007 ')).status).toBe(204);
  expect((await post('x'.repeat(4001))).status).toBe(204);
  expect(await said('lead')).toHaveLength(before);
});

test('STOP is confirmed once, through the provider', async () => {
  await expect.poll(async () => (await said('bot')).length).toBeGreaterThan(1);
  await expect.poll(async () => provider.taken.length === (await said('bot')).length).toBe(true);
  const before = provider.taken.length;
  expect((await post('STOP')).status).toBe(204);
  await expect.poll(() => provider.taken.length).toBe(before + 1);
  expect(provider.taken.at(-1)?.form).toMatchObject({ To: theirs, Body: expect.stringContaining('START') });
  const { leadId } = (await hub.stores.conversations.find('demo', await talk())) ?? { leadId: '' };
  expect((await hub.stores.records.ofLead('demo', leadId)).map(({ kind }) => kind)).toContain('suppression');
});

test('a flood is refused: of what nobody signed by its address, of what was signed by its number', async () => {
  const limits = { HUB_LIMIT_MESSAGES: '2', HUB_LIMIT_CALLS_ADDRESS: '3', PUBLIC_URL: 'https://hub.example.com' };
  await using other = await openHub({ channels: [textMessages], env: { HUB_CHANNELS: accounts(), ...limits } });
  // Behind a proxy the provider signs the address that it knows.
  const signed = async (words: string, from = theirs) => {
    const body = new URLSearchParams({ MessageSid: randomUUID(), From: from, Body: words }).toString();
    const url = 'https://hub.example.com/webhooks/sms/demo';
    const headers = {
      connection: 'close',
      'x-twilio-signature': signatureOf(secret, { url, body: Buffer.from(body) }),
    };
    return (await fetch(`${other.url}/webhooks/sms/demo`, { method: 'POST', headers, body })).status;
  };
  for (const status of [204, 204, 429]) expect(await signed('Hello')).toBe(status);
  expect(await signed('Hello', '+15125550138')).toBe(204);
  for (const code of ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'RATE_LIMITED'])
    expect((await post('Hello', { at: other, signed: 'wrong' })).error?.code).toBe(code);
});

test('a hub does not start with accounts that no channel takes or that miss something, and repeats no value of them', () => {
  const faults = (rows: typeof channels, HUB_CHANNELS: string) => {
    try {
      openChannels(rows, readConfig({ HUB_CHANNELS }));
      return [];
    } catch (error) {
      if (error instanceof ConfigFaults) return error.faults;
      throw error;
    }
  };
  expect(faults([...channels, textMessages], accounts())).toEqual([]);
  expect(faults(channels, accounts())).toEqual(['HUB_CHANNELS names sms, but this hub has no provider for it']);
  const missing = faults([textMessages], accounts({ secret: 7, sid: undefined }));
  expect(missing.map((fault) => fault.split(': ')[0])).toEqual([
    'HUB_CHANNELS at sms.demo.sid',
    'HUB_CHANNELS at sms.demo.secret',
  ]);
  for (const odd of ['{', '[]', '{"widget":{}}', '{"sms":1}', '"sms"'])
    expect(faults(channels, odd)).toEqual([expect.stringMatching(/^HUB_CHANNELS must be JSON/)]);
});
