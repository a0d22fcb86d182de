import { io } from 'socket.io-client';
import { describe, expect, inject, it } from 'vitest';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import type { BlockAnswer } from '../../../src/contract/rest/blocks.ts';
import { widgetCommands } from '../../../src/contract/socket/widgetCommands.ts';
import { createAppender } from '../../../src/features/conversations/log/appendEntry.ts';
import { createFolds } from '../../../src/features/conversations/log/folds.ts';
import { nothingFollows } from '../../../src/features/conversations/log/writtenEntries.ts';
import { eraseConversation } from '../../../src/features/turns/eraseConversation.ts';
import type { Command } from '../../../src/gateway/handle.ts';
import type { Session } from '../../../src/gateway/session.ts';
import { commandTables, type TableDeps } from '../../../src/gateway/tables.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { type HubClient, listen, openVisitor, post } from '../../support/hubClient.ts';
import { noJobs } from '../../support/noJobs.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { refusal, tokenOf } from '../people.ts';

const says = 'This chat isn’t available to you.';

async function call(hub: OpenHub, who: string, method: string, path: string, body?: object) {
  const answer = await fetch(`${hub.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await tokenOf(hub.url, who)}`,
      connection: 'close',
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
}
const block = (hub: OpenHub, who: string, body: object) =>
  call(hub, who, 'POST', '/blocks', { reason: 'Spam', hours: 24, ...body });

/** Behind a proxy of ours, visitors come from where it says. */
const behindProxy = { env: { HUB_TRUST_PROXY: '1' } };
const from = (address: string) => ({ 'x-forwarded-for': address });
const sessionFrom = (hub: OpenHub, address: string, more: object = {}) =>
  post(hub.url, '/widget/sessions', { siteKey: 'demo', page: { url: `${hub.url}/demo` }, ...more }, from(address));

/** A visitor of another network, who has opened the chat. */
async function visitorFrom(
  hub: OpenHub,
  address: string,
  more: object = {},
): Promise<HubClient & { conversationId: string }> {
  const { body } = await sessionFrom(hub, address, more);
  const socket = io(`${hub.url}/widget`, {
    path: '/rt',
    transports: ['websocket'],
    auth: { token: body.token, protocol: 1 },
    forceNew: true,
    reconnection: false,
    extraHeaders: from(address),
  });
  const client = listen(socket);
  await client.until('session-ready');
  const { conversationId } = await client.send('chat-open');
  return Object.assign(client, { conversationId: String(conversationId) });
}
const disconnected = ({ socket }: HubClient) =>
  new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));

describe('a visitor who is blocked', () => {
  it('on one node is disconnected from another, reads why, and comes in no more; lifted, they go on', async () => {
    const servers = { mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')), redisUrl: inject('redisUrl') };
    await using here = await openHub(servers);
    await using there = await openHub(servers);
    const visitor = await openVisitor(there.url);
    const neighbour = await openVisitor(there.url);
    const { conversationId, session } = visitor;
    await visitor.command('chat-send', { text: 'BUY NOW' });

    const gone = disconnected(visitor);
    const blocked = await block(here, 'agent', { conversationId, kind: 'visitor' });
    expect(blocked.status).toBe(200);
    await gone;
    expect(visitor.all('session-ended')).toEqual([{ code: 'FORBIDDEN', message: says }]);
    const page = { siteKey: 'demo', page: { url: there.url }, visitorToken: session.visitorToken };
    for (const hub of [here, there]) {
      const again = await post(hub.url, '/widget/sessions', page);
      expect([again.status, (again.body.error as { message: string }).message]).toEqual([403, says]);
      const refused = await refusal(hub.url, '/widget', { token: session.token, protocol: 1 });
      expect(refused).toEqual({ code: 'FORBIDDEN', message: says, retryable: false });
    }
    // Somebody else at the same address is not meant.
    await neighbour.command('chat-send', { text: 'Hello' });

    expect((await call(here, 'admin', 'DELETE', `/blocks/${blocked.body.id}`)).status).toBe(204);
    await expect.poll(async () => (await post(there.url, '/widget/sessions', page)).status).toBe(200);
    expect((await openVisitor(there.url, { visitorToken: session.visitorToken })).conversationId).toBe(conversationId);
  });

  it.each(['chat-open', 'chat-send', 'human-request', 'card-tap', 'slot-choose', 'chat-end'] as const)(
    'does nothing with what they still send before the socket is closed: %s',
    async (name) => {
      const scope = { tenantId: 't', principal: { kind: 'visitor', id: 'v' } };
      const session = { scope, address: { key: 'a', shown: '192.0.2.x' }, page: { url: '' } } as unknown as Session;
      // A message is read for while its writer is looked up. The other parts that they would use are missing.
      const reads = { conversations: { findOpen: async () => ({}) }, readVersion: async () => {} };
      const blocklist = { find: async () => ({ id: 'a block' }) };
      const parts = { ...reads, blocklist } as unknown as TableDeps;
      const run = commandTables(parts)['/widget'][name]?.run as (...args: unknown[]) => Promise<unknown>;
      expect(widgetCommands[name]).toBeDefined();
      await expect(run(session, {}, {} as Command)).rejects.toMatchObject({ code: 'FORBIDDEN', message: says });
    },
  );
});

describe('an address that is blocked', () => {
  it('keeps everybody of it out, new visitors too, and nobody else; it stands nowhere as it is', async () => {
    await using hub = await openHub(behindProxy);
    const [first, second] = [await visitorFrom(hub, '192.0.2.7'), await visitorFrom(hub, '192.0.2.7')];
    const far = await visitorFrom(hub, '198.51.100.9');
    const gone = [disconnected(first), disconnected(second)];
    const { conversationId } = first;
    const { body } = await block(hub, 'supervisor', { conversationId, kind: 'address', hours: null });
    expect(body).toMatchObject({ shown: '192.0.2.x', until: null });
    await Promise.all(gone);
    expect((await sessionFrom(hub, '192.0.2.7')).status).toBe(403);
    const { body: session } = await sessionFrom(hub, '192.0.2.8');
    // With a token from elsewhere, too.
    const auth = { token: session.token, protocol: 1 };
    const moved = await refusal(hub.url, '/widget', auth, { extraHeaders: from('192.0.2.7') });
    expect(moved).toMatchObject({ code: 'FORBIDDEN' });
    await far.command('chat-send', { text: 'Hello' });

    const kept = JSON.stringify([
      await hub.stores.blocks.list('demo', Date.now()),
      await hub.stores.conversations.find('demo', conversationId),
      await hub.stores.settings.listChanges('demo', 10),
    ]);
    expect(kept).toContain('192.0.2.x');
    expect(kept).not.toContain('192.0.2.7');
  });

  it('is one whole /64 of IPv6, and the one that the visitor came from last', async () => {
    await using hub = await openHub(behindProxy);
    const { body } = await sessionFrom(hub, '192.0.2.7');
    const { visitorToken } = body;
    (await visitorFrom(hub, '192.0.2.7', { visitorToken })).close();
    const visitor = await visitorFrom(hub, '2001:db8:1:2::3', { visitorToken });
    const { conversationId } = visitor;
    const known = await call(hub, 'agent', 'GET', `/conversations/${conversationId}/blocks`);
    expect(known.body).toEqual({ address: '2001:db8:x', items: [] });
    await block(hub, 'admin', { conversationId, kind: 'address' });
    expect((await sessionFrom(hub, '2001:db8:1:2:ffff::1')).status).toBe(403);
    expect((await sessionFrom(hub, '2001:db8:1:3::1')).status).toBe(200);
    expect((await sessionFrom(hub, '192.0.2.7', { visitorToken })).status).toBe(200);
  });
});

it('everybody who comes through a proxy of ours cannot be blocked at once', async () => {
  await using hub = await openHub(behindProxy);
  for (const address of ['127.0.0.1', '10.1.2.3', '172.20.0.4', '192.168.1.9', '::1', 'fd00::1']) {
    const { conversationId } = await visitorFrom(hub, address);
    const { body } = await block(hub, 'admin', { conversationId, kind: 'address' });
    expect(body.error, address).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/^(?!.*[A-Z]+_[A-Z])This visitor seems to be on your own network\./),
    });
    expect((await sessionFrom(hub, address)).status, address).toBe(200);
  }
});

describe('the right to block and unblock', () => {
  it('is told apart by role, and another brokerage’s conversation is not there', async () => {
    await using hub = await openHub(behindProxy);
    const { conversationId } = await visitorFrom(hub, '192.0.2.7');
    const codeOf = async (answer: ReturnType<typeof call>) => (await answer).body.error?.code ?? (await answer).status;
    expect(await codeOf(block(hub, 'agent', { conversationId, kind: 'address' }))).toBe('FORBIDDEN');
    expect(await codeOf(block(hub, 'agent', { conversationId: 'elsewhere', kind: 'visitor' }))).toBe('NOT_FOUND');
    expect(await codeOf(block(hub, 'agent', { conversationId, kind: 'visitor', reason: ' ' }))).toBe(
      'VALIDATION_FAILED',
    );
    expect(await codeOf(block(hub, 'agent', { conversationId, kind: 'visitor', reason: 'x'.repeat(201) }))).toBe(
      'VALIDATION_FAILED',
    );
    const { body } = await block(hub, 'agent', { conversationId, kind: 'visitor' });
    expect(await codeOf(block(hub, 'admin', { conversationId, kind: 'visitor', hours: null }))).toBe('CONFLICT');
    for (const who of ['agent', 'supervisor']) expect(await codeOf(call(hub, who, 'GET', '/blocks'))).toBe('FORBIDDEN');
    // One’s own is lifted by oneself; somebody else’s by a supervisor or an admin.
    expect(await codeOf(call(hub, 'agent2', 'DELETE', `/blocks/${body.id}`))).toBe('FORBIDDEN');
    expect(await codeOf(call(hub, 'agent', 'DELETE', `/blocks/${body.id}`))).toBe(204);
    const { body: theirs } = await block(hub, 'agent', { conversationId, kind: 'visitor' });
    expect(await codeOf(call(hub, 'supervisor', 'DELETE', `/blocks/${theirs.id}`))).toBe(204);
    const { body: address } = await block(hub, 'supervisor', { conversationId, kind: 'address' });
    expect(await codeOf(call(hub, 'agent', 'DELETE', `/blocks/${address.id}`))).toBe('FORBIDDEN');
    expect(await codeOf(call(hub, 'admin', 'DELETE', `/blocks/${address.id}`))).toBe(204);
    const notes = await hub.stores.entries.read(conversationId, 'internal', 1, 50, 50);
    expect(notes.map((entry) => entry.type === 'note-created' && entry.data.text)).toContain(
      'Blocked everyone at this visitor’s IP address (192.0.2.…) for 24 hours: Spam',
    );
    expect(await codeOf(call(hub, 'admin', 'DELETE', '/blocks/elsewhere'))).toBe('NOT_FOUND');
  });

  it('an admin sees who, why and until when, and every block and lift among the changes and in the conversation', async () => {
    await using hub = await openHub(behindProxy);
    const { conversationId } = await visitorFrom(hub, '192.0.2.7');
    const made = await block(hub, 'agent', { conversationId, kind: 'visitor', reason: 'Sells watches' });
    const { items } = (await call(hub, 'admin', 'GET', '/blocks')).body as { items: BlockAnswer[] };
    expect(items).toEqual([made.body]);
    expect(items[0]).toMatchObject({ shown: 'Website visitor', reason: 'Sells watches', by: { name: 'Maya Torres' } });
    const lasts = Date.parse(items[0]?.until ?? '') - Date.parse(items[0]?.at ?? '');
    expect(lasts).toBe(86_400_000);
    await call(hub, 'admin', 'DELETE', `/blocks/${items[0]?.id}`);
    expect((await call(hub, 'admin', 'GET', '/blocks')).body).toEqual({ items: [] });

    const changes = (await call(hub, 'admin', 'GET', '/settings/changes')).body.items as {
      action: string;
      subject: string;
      by: { name: string };
    }[];
    expect(changes.slice(0, 2).map(({ action, subject, by }) => [action, subject, by.name])).toEqual([
      ['lifted', 'Website visitor', 'Sam Whitfield'],
      ['blocked', 'Website visitor', 'Maya Torres'],
    ]);
    // Those records outlive a conversation whose words are deleted.
    expect(JSON.stringify(changes)).not.toContain('watches');
    const notes = await hub.stores.entries.read(conversationId, 'internal', 1, 10, 10);
    expect(notes.map((entry) => entry.type === 'note-created' && entry.data.text)).toEqual([
      'Blocked this visitor for 24 hours: Sells watches',
      'Lifted the block on this visitor.',
    ]);
  });

  it('a block stands when the words of its conversation are deleted, and nothing is left of why or of where they came from', async () => {
    await using hub = await openHub(behindProxy);
    const { conversationId } = await visitorFrom(hub, '192.0.2.7');
    await block(hub, 'agent', { conversationId, kind: 'visitor', reason: 'CANARY Ana from Alder Street' });
    const { stores } = hub;
    const wakeups = createMemoryWakeups({ log: silentLogger });
    const appender = createAppender({
      ...stores,
      folds: createFolds({ ...stores, wakeups, clock: systemClock }),
      wakeups,
      jobs: noJobs,
      clock: systemClock,
      meter: silentMeter,
      ...nothingFollows,
    });
    await eraseConversation({ ...stores, appender, streamLog: createMemoryStreamLog() }, 'demo', conversationId);
    const left = [
      await stores.blocks.list('demo', Date.now()),
      await stores.entries.read(conversationId, 'internal', 1, 10, 10),
      await stores.settings.listChanges('demo', 10),
      await stores.conversations.find('demo', conversationId),
    ];
    expect(left[0]).toHaveLength(1);
    expect(JSON.stringify(left)).not.toContain('CANARY');
    expect(JSON.stringify(left)).not.toContain('192.0.2');
  });

  it('a brokerage has a thousand at most', async () => {
    await using hub = await openHub(behindProxy);
    const { conversationId } = await visitorFrom(hub, '192.0.2.7');
    const one = {
      tenantId: 'demo',
      kind: 'visitor',
      shown: '',
      reason: '',
      conversationId,
      at: 1,
      until: null,
    } as const;
    for (let n = 0; n < 1000; n += 1)
      await hub.stores.blocks.put({ ...one, id: `b${n}`, target: `t${n}`, by: { id: 'a', name: 'A' } });
    const { body } = await block(hub, 'agent', { conversationId, kind: 'visitor' });
    expect(body.error.code).toBe('QUOTA_EXCEEDED');
  });
});
