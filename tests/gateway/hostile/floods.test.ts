import { randomBytes, randomUUID } from 'node:crypto';
import type { Socket as Wire } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createMemoryIdentityStore } from '../../../src/adapters/memory/identityStore.ts';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { createApiKey } from '../../../src/features/identity/createApiKey.ts';
import { createTenant } from '../../../src/features/identity/createTenant.ts';
import { createTokens } from '../../../src/features/identity/tokens.ts';
import { createTokenVerifier } from '../../../src/features/identity/verifyToken.ts';
import { type Conn, waitingBytes } from '../../../src/gateway/waitingBytes.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { holdClock } from '../../support/heldClock.ts';
import { connect, openVisitor, widgetSession } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { codeOf, refusal, tokenOf } from '../people.ts';
import { openRaw } from '../rawSocket.ts';

const pageBytes = 128 * 1024;

/** The hub's end of the newest socket of a visitor. */
function endOf(hub: OpenHub, visitorId: string) {
  const mine = [...hub.gateway.io.of('/widget').sockets.values()].filter(
    ({ data }) => data.session.scope.principal.id === visitorId,
  );
  const socket = mine.at(-1)!;
  return { socket, conn: socket.conn as unknown as Conn };
}

describe('many who read', () => {
  let hub: OpenHub;
  beforeAll(async () => {
    hub = await openHub({ env: { HUB_LIMIT_VISITOR_BURST: '1000' } });
  });
  afterAll(() => hub.close());

  async function longTalk(messages: number) {
    const visitor = await openVisitor(hub.url);
    const text = 'x'.repeat(3900);
    await Promise.all(Array.from({ length: messages }, () => visitor.command('chat-send', { text })));
    return { visitor, log: `public:${visitor.conversationId}` };
  }

  it('S24: a visitor may read ten times at once, and is told when they may again', async () => {
    const { visitor, log } = await longTalk(1);
    const acks = await Promise.all(
      Array.from({ length: 30 }, () => visitor.emit('log-fetch', { log, fromSeq: 1, toSeq: 1 })),
    );
    expect(acks.filter((ack) => ack.ok).length).toBeLessThanOrEqual(12);
    const refused = acks.flatMap((ack) => (ack.ok ? [] : [ack.error]));
    expect(refused[0]).toMatchObject({ code: 'RATE_LIMITED', retryable: true, retryAfterMs: expect.any(Number) });
    expect(await codeOf(visitor, 'chat-send', { commandId: randomUUID(), text: 'still here' })).toBe('ok');
    visitor.close();
  });

  it('S24: one socket reads one page at a time, all visitors together five', async () => {
    const { entries } = hub.stores;
    const { read } = entries;
    let [running, most] = [0, 0];
    const page = { fromSeq: 2, toSeq: 2 };
    entries.read = async (...args) => {
      // Jorge reads as well, and never just this line.
      if (args[2] !== page.fromSeq || args[3] !== page.toSeq) return read(...args);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      const found = await read(...args);
      running -= 1;
      return found;
    };
    try {
      const talks = await Promise.all(Array.from({ length: 8 }, () => longTalk(2)));
      const [{ visitor, log }] = talks as [(typeof talks)[0]];
      await Promise.all(Array.from({ length: 5 }, () => visitor.send('log-fetch', { log, ...page })));
      expect(most).toBe(1);
      await Promise.all(talks.slice(1).map((one) => one.visitor.send('log-fetch', { log: one.log, ...page })));
      expect(most).toBeLessThanOrEqual(5);
      for (const one of talks) one.visitor.close();
    } finally {
      entries.read = read;
    }
  });

  it('S43: a page of a log ends at 128 KB, and the next one goes on behind it', async () => {
    const { visitor, log } = await longTalk(60);
    const seen: Entry[] = [];
    for (;;) {
      const page = (await visitor.send('log-fetch', { log, fromSeq: seen.length + 1 })) as unknown as {
        entries: Entry[];
        head: number;
      };
      expect(Buffer.byteLength(JSON.stringify(page.entries))).toBeLessThan(pageBytes + 1000);
      expect(page.entries.length).toBeGreaterThan(0);
      seen.push(...page.entries);
      if (seen.length >= page.head) break;
    }
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
    visitor.close();
  });

  it('S43: a talk of any length is sent at the pace at which it is read, and nobody is cut off for it', async () => {
    const { visitor, log } = await longTalk(200);
    const slow = await openRaw(hub.url);
    await slow.join('/widget', visitor.session.token);
    const { socket, conn } = endOf(hub, visitor.session.visitorId);
    slow.socket.pause();
    while (waitingBytes(conn) === 0) {
      socket.emit('filler', 'x'.repeat(16 * 1024));
      await new Promise((resolve) => setImmediate(resolve));
    }
    const opened = new Promise((resolve) => socket.onAny(resolve));
    slow.socket.send('42/widget,1["chat-open",{}]');
    await opened;
    // Everybody else is sent all of it meanwhile.
    const other = await connect(hub.url, '/widget', visitor.session.token);
    await other.send('chat-open');
    await other.until('log-synced');
    expect(waitingBytes(conn)).toBeLessThan(256 * 1024);
    slow.socket.resume();
    await slow.until(/"log-synced"/);
    const seqs = slow.heard
      .filter((line) => line.startsWith('42/widget,["entry"'))
      .map((line) => (JSON.parse(line.slice(line.indexOf('['))) as [string, Entry])[1])
      .filter((entry) => entry.log === log)
      .map(({ seq }) => seq);
    const [first = 0] = seqs;
    expect(seqs.length).toBeGreaterThanOrEqual(200);
    expect(seqs).toEqual(seqs.map((_, index) => first + index));
    expect(slow.isClosed()).toBe(false);
    for (const one of [slow.socket, other, visitor]) one.close();
  });

  it('S43: while more than 64 KB waits for a visitor nothing new is begun, and it is taken once they have read', async () => {
    const { visitor } = await longTalk(1);
    const slow = await openRaw(hub.url);
    await slow.join('/widget', visitor.session.token);
    slow.socket.send('42/widget,1["chat-open",{}]');
    await slow.until(/log-synced/);
    const { socket, conn } = endOf(hub, visitor.session.visitorId);
    slow.socket.pause();
    while (waitingBytes(conn) <= 64 * 1024) {
      socket.emit('filler', 'x'.repeat(16 * 1024));
      await new Promise((resolve) => setImmediate(resolve));
    }
    const commandId = randomUUID();
    const words = JSON.stringify(['chat-send', { commandId, text: 'is it still for sale?' }]);
    const came = new Promise((resolve) => socket.onAny(resolve));
    slow.socket.send(`42/widget,2${words}`);
    await came;
    slow.socket.resume();
    expect(await slow.until(/^43\/widget,2\[/)).toContain('"RATE_LIMITED"');
    await expect.poll(() => waitingBytes(conn)).toBe(0);
    slow.socket.send(`42/widget,3${words}`);
    expect(await slow.until(/^43\/widget,3\[/)).toContain('"ok":true');
    slow.socket.close();
    visitor.close();
  });

  it('S43: the eleventh tab of a visitor is let in; the oldest one is told and ended', async () => {
    const session = await widgetSession(hub.url);
    const tabs = [];
    for (let n = 0; n < 11; n += 1) tabs.push(await connect(hub.url, '/widget', session.token));
    const [oldest, second] = tabs;
    expect(await oldest?.until('session-ended')).toEqual({ code: 'CONNECTION_LIMIT' });
    await expect.poll(() => oldest?.socket.connected).toBe(false);
    expect(second?.socket.connected).toBe(true);
    expect(await tabs.at(-1)?.send('chat-open')).toMatchObject({ mode: 'bot' });
    for (const tab of tabs) tab.close();
  });
});

describe('work that is refused', () => {
  it('S24: a client that is refused a hundred commands is told and ended; others are served meanwhile', async () => {
    await using hub = await openHub();
    const session = await widgetSession(hub.url);
    const other = await openVisitor(hub.url);
    const flooder = await openRaw(hub.url);
    await flooder.join('/widget', session.token);
    for (let id = 0; id < 1000; id += 1) flooder.socket.send(`42/widget,${id}["no-such-thing",{}]`);
    await other.command('chat-send', { text: 'me too' });
    await expect.poll(flooder.isClosed).toBe(true);
    expect(flooder.heard.filter((line) => line.startsWith('43/widget,')).length).toBeLessThan(200);
    expect(flooder.heard.some((line) => line.includes('"session-ended",{"code":"RATE_LIMITED"}'))).toBe(true);
    other.close();
  });

  it('S24: a client that sends more than 2 MB a second is told and ended, whatever it sends', async () => {
    await using hub = await openHub();
    const session = await widgetSession(hub.url);
    const flooder = await openRaw(hub.url);
    await flooder.join('/widget', session.token);
    const large = `42/widget,["chat-send",{"text":"${'x'.repeat(255 * 1024)}"}]`;
    for (let n = 0; n < 60; n += 1) flooder.socket.send(large);
    await expect.poll(flooder.isClosed).toBe(true);
    expect(flooder.heard.some((line) => line.includes('"session-ended",{"code":"RATE_LIMITED"}'))).toBe(true);
  });

  it('S24: an address that is cut off again and again is locked out for a while; its open connections go on', async () => {
    await using hub = await openHub();
    const other = await openVisitor(hub.url);
    const session = await widgetSession(hub.url);
    // Two seconds give one refused connection back, and a busy machine may need them for the flood.
    const at = systemClock.now();
    const held = vi.spyOn(systemClock, 'now').mockReturnValue(at);
    onTestFinished(() => held.mockRestore());
    await Promise.all(
      Array.from({ length: 45 }, async () => {
        const flooder = await openRaw(hub.url);
        const madeUpToken = JSON.stringify({ token: 'made up', protocol: 1 });
        for (let sent = 0; sent < 3; sent += 1) flooder.socket.send(`40/widget,${madeUpToken}`);
        await flooder.closed;
      }),
    );
    const again = await openRaw(hub.url);
    again.socket.send(`40/widget,${JSON.stringify({ token: session.token, protocol: 1 })}`);
    expect(await again.until(/^44\/widget,/)).toContain('RATE_LIMITED');
    held.mockRestore();
    await other.command('chat-send', { text: 'still here' });
    other.close();
  });

  it('S25: a connection is ended for the CONNECTs that it was refused, and no more than ten of them are looked at', async () => {
    await using hub = await openHub();
    const asked = countLookUps(hub);
    const guesser = await openRaw(hub.url);
    for (let n = 0; n < 3; n += 1) {
      guesser.socket.send(`40/agent,${JSON.stringify({ token: madeUp(), protocol: 1 })}`);
      await expect.poll(() => guesser.heard.filter((line) => line.startsWith('44/agent,')).length).toBe(n + 1);
    }
    await expect.poll(guesser.isClosed).toBe(true);
    const hasty = await openRaw(hub.url);
    for (let n = 0; n < 50; n += 1) hasty.socket.send(`40/agent,${JSON.stringify({ token: madeUp(), protocol: 1 })}`);
    await expect.poll(hasty.isClosed).toBe(true);
    expect(asked()).toBeLessThanOrEqual(3 + 10);
  });

  it('S25: made-up keys from one address are refused without a lookup; a visitor with a token still comes in', async () => {
    await using hub = await openHub({ env: { HUB_LIMIT_CALLS_ADDRESS: '20' } });
    const token = await tokenOf(hub.url, 'agent');
    const asked = countLookUps(hub);
    const codes: unknown[] = [];
    for (let n = 0; n < 40; n += 1)
      codes.push((await refusal(hub.url, '/agent', { token: madeUp(), protocol: 1 })).code);
    expect(codes.slice(0, 19)).toEqual(Array(19).fill('AUTH_INVALID'));
    expect(codes.slice(21)).toEqual(Array(19).fill('RATE_LIMITED'));
    expect(asked()).toBeLessThanOrEqual(20);
    const rest = await fetch(`${hub.url}/api/v1/conversations`, { headers: { authorization: `Bearer ${madeUp()}` } });
    expect([rest.status, asked() <= 20]).toEqual([429, true]);
    (await connect(hub.url, '/agent', token)).close();
    (await openVisitor(hub.url)).close();
  });

  it('S25: a made-up key costs one look-up a minute however often it is tried, and a key works as soon as it is made', async () => {
    const clock = holdClock();
    const store = createMemoryIdentityStore();
    const { findApiKey } = store;
    let asked = 0;
    store.findApiKey = (id) => {
      asked += 1;
      return findApiKey(id);
    };
    const secondFactors = { rolesOf: async () => [] };
    const verifier = createTokenVerifier({
      store,
      secondFactors,
      tokens: createTokens('a secret of this test alone', clock),
      clock,
    });
    const key = madeUp();
    for (let n = 0; n < 5; n += 1) {
      await expect(verifier.verifyStaff(key)).rejects.toMatchObject({ code: 'AUTH_INVALID' });
      await clock.pass(10_000);
    }
    expect(asked).toBe(1);
    const tenant = await createTenant({ store, clock }, { name: 'Other Realty', timeZone: 'UTC' });
    const made = await createApiKey({ store, clock }, { tenantId: tenant.id, name: 'CRM', role: 'agent' });
    expect((await verifier.verifyStaff(made.key)).scope.principal.name).toBe('CRM');
  });
});

describe('connections that break off', () => {
  it('S7: one that ends before it was looked at keeps no place of its address', async () => {
    await using hub = await openHub({ env: { HUB_LIMIT_WIDGET_SOCKETS: '5' } });
    const { token } = await widgetSession(hub.url);
    for (let n = 0; n < 8; n += 1) {
      const broken = await openRaw(hub.url);
      const { _socket: wire } = broken.socket as unknown as { _socket: Wire };
      // Both in one write: the second ends the connection before anybody has looked at the first.
      wire.cork();
      broken.socket.send(`40/widget,${JSON.stringify({ token, protocol: 1 })}`);
      broken.socket.send('4nothing that anybody knows');
      wire.uncork();
      await broken.closed;
    }
    (await connect(hub.url, '/widget', token)).close();
  });
});

const madeUp = (): string =>
  `hk_${randomBytes(17).toString('base64url').slice(0, 22)}_${randomBytes(32).toString('base64url')}`;

/** How often the store was asked for a key. */
function countLookUps({ stores }: OpenHub): () => number {
  const { findApiKey } = stores.identity;
  let asked = 0;
  stores.identity.findApiKey = (id) => {
    asked += 1;
    return findApiKey(id);
  };
  return () => asked;
}
