import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Logger } from '../../../src/kernel/observe.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { connect, type HubClient, openVisitor, signIn } from '../../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';
import { codeOf, demoPerson, widgetToken } from '../people.ts';
import { openRaw } from '../rawSocket.ts';

describe('hostile clients', () => {
  let hub: OpenHub;
  let healthy: HubClient & { conversationId: string };
  let token: string;
  const faults: unknown[] = [];
  const onFault = (fault: unknown): void => void faults.push(fault);
  const errors: string[] = [];
  const log: Logger = { ...silentLogger, error: (message) => errors.push(message) };
  beforeAll(async () => {
    process.on('uncaughtException', onFault);
    process.on('unhandledRejection', onFault);
    hub = await openHub({ log, env: { HUB_LIMIT_VISITOR_BURST: '100000' } });
    healthy = await openVisitor(hub.url);
    token = String((await widgetToken(hub.url)).token);
  });
  // After each: the process lives, nothing was thrown past the wrapper, and others are served.
  afterEach(async () => {
    const { seq } = await healthy.command('chat-send', { text: 'still served?' });
    await healthy.until('entry', (entry) => entry.seq === seq);
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
  afterAll(async () => {
    healthy.close();
    await hub.close();
    process.off('uncaughtException', onFault);
    process.off('unhandledRejection', onFault);
  });
  const raw = async () => {
    const client = await openRaw(hub.url);
    await client.join('/widget', token);
    return client;
  };
  /** The code that an event, as it stands on the wire, is acked with. */
  async function coded(
    client: Awaited<ReturnType<typeof raw>>,
    args: string,
    id = 7,
    namespace = '/widget',
  ): Promise<string> {
    const acked = new RegExp(`^43${namespace},${id}\\[`);
    client.socket.send(`42${namespace},${id}${args}`);
    const line = await client.until(acked);
    client.heard.splice(client.heard.indexOf(line), 1);
    const [ack] = JSON.parse(line.slice(line.indexOf('['))) as [{ ok: boolean; error?: { code: string } }];
    return ack.ok ? 'ok' : (ack.error?.code ?? 'none');
  }

  it('S33: events without an ack, with an object for one, with any payload and any number of arguments', async () => {
    const visitor = await openVisitor(hub.url);
    const { socket } = visitor;
    for (const payload of [undefined, null, 0, -0, 1e308, '', 'x', true, [], [[]], {}, new Date(), Number.NaN]) {
      socket.emit('chat-send', payload);
      socket.emit('chat-open', payload, { not: 'an ack' });
      expect(await codeOf(visitor, 'chat-send', payload)).toBe('VALIDATION_FAILED');
    }
    socket.emit('chat-send');
    socket.emit('');
    const several = await new Promise((resolve) => socket.emit('chat-open', {}, {}, {}, resolve));
    expect(several).toMatchObject({ ok: false, error: { code: 'VALIDATION_FAILED' } });
    expect(await codeOf(visitor, 'chat-open', {})).toBe('ok');
    visitor.close();
  });

  it('S31 S32: payloads that are deep, wide or named after what objects have', async () => {
    const client = await raw();
    const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    const wide = (keys: number): string => `{${Array.from({ length: keys }, (_, i) => `"k${i}":0`).join(',')}}`;
    const nested = `{"a":`.repeat(5000) + 1 + '}'.repeat(5000);
    for (const payload of [deep(5000), deep(60_000), deep(120_000), wide(257), wide(20_000), nested])
      expect(await coded(client, `["chat-open",${payload}]`)).toBe('VALIDATION_FAILED');
    for (const key of ['__proto__', 'constructor', 'prototype', 'toJSON', 'hasOwnProperty', 'then', '$where'])
      for (const payload of [`{"${key}":{"polluted":1}}`, `{"sinceSeq":{"${key}":{"polluted":1}}}`])
        expect([key, await coded(client, `["chat-open",${payload}]`)]).toEqual([key, 'VALIDATION_FAILED']);
    expect(await coded(client, `["chat-open",{"sinceSeq":1e999}]`)).toBe('VALIDATION_FAILED');
    client.socket.close();
  });

  it('S31 S32: where anything at all may stand, it has bounds too and no name of what objects have', async () => {
    const { accessToken } = await signIn(hub.url, 'agent@demo.example', demoPassword);
    const client = await openRaw(hub.url);
    await client.join('/agent', accessToken);
    /** Of a command that takes any value, of a call that is not there: a good part of it gets as far as that. */
    const codeWith = (consent: string): Promise<string> =>
      coded(
        client,
        `["call-attach",{"commandId":"${randomUUID()}","conversationId":"x","callId":"x","consent":${consent}}]`,
        7,
        '/agent',
      );
    const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    const wide = (keys: number): string => `{${Array.from({ length: keys }, (_, i) => `"k${i}":0`).join(',')}}`;
    for (const good of ['null', deep(15), wide(200), '{"toJSON":1,"then":1,"$where":1}'])
      expect([good.slice(0, 40), await codeWith(good)]).toEqual([good.slice(0, 40), 'NOT_FOUND']);
    const longKey = `{"${'k'.repeat(200_000)}":{"__proto__":1}}`;
    for (const bad of [
      deep(16),
      deep(5000),
      deep(40_000),
      wide(257),
      wide(20_000),
      `[${'[],'.repeat(60_000)}[]]`,
      longKey,
    ])
      expect([bad.slice(0, 40), await codeWith(bad)]).toEqual([bad.slice(0, 40), 'VALIDATION_FAILED']);
    for (const key of ['__proto__', 'constructor', 'prototype'])
      for (const bad of [`{"${key}":{"polluted":1}}`, `[{"a":{"${key}":{"polluted":1}}}]`])
        expect([bad, await codeWith(bad)]).toEqual([bad, 'VALIDATION_FAILED']);
    client.socket.close();
  });

  it('S32: names of what objects have are names of nothing here', async () => {
    const agent = await demoPerson(hub.url, 'agent');
    const { conversationId } = healthy;
    const visitor = await openVisitor(hub.url);
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const commandId = randomUUID();
      const value = 'buy';
      expect(await codeOf(agent, 'slot-correct', { commandId, conversationId, slot: name, value })).toBe('NOT_FOUND');
      expect(await codeOf(agent, 'conversation-open', { conversationId: name })).toBe('NOT_FOUND');
      expect(await codeOf(visitor, 'log-fetch', { log: `public:${name}`, fromSeq: 1 })).toBe('NOT_FOUND');
      const page = { url: `${hub.url}/demo`, listingId: name };
      expect(await widgetToken(hub.url, { page })).not.toHaveProperty('listing');
    }
    visitor.close();
    agent.close();
  });

  it('S34: words that are no words: halves of characters, NUL, ten thousand of nothing', async () => {
    const visitor = await openVisitor(hub.url);
    const sent = async (text: string): Promise<string> => {
      const { seq } = await visitor.command('chat-send', { text });
      return (await visitor.untilEntry('message-created', (entry) => entry.seq === seq)).data.text;
    };
    expect(await sent('a\ud83c')).toBe('a\ufffd');
    expect(await sent('\udfe1b')).toBe('\ufffdb');
    expect(await sent('x\u0000y')).toBe('xy');
    expect(await sent('\u202eabc 🏡')).toBe('\u202eabc 🏡');
    for (const text of ['\u200b'.repeat(10_000), '\u0000'.repeat(4000), '\ufeff'])
      expect(await codeOf(visitor, 'chat-send', { commandId: randomUUID(), text })).toBe('VALIDATION_FAILED');
    for (const log of ['public:\u0000', 'public:\ud800', `public:${'x'.repeat(60)}\u0000`])
      expect(await codeOf(visitor, 'log-fetch', { log, fromSeq: 1 })).toBe('NOT_FOUND');
    visitor.close();
  });

  it('S35: event names of ten kilobytes, of numbers, of what emitters keep for themselves', async () => {
    const client = await raw();
    for (const name of [
      '"'.padEnd(10_240, 'x').concat('"'),
      '7',
      '""',
      '"error"',
      '"__proto__"',
      '"toString"',
      '"session-ready"',
      '"\\u0000"',
    ])
      expect([name.slice(0, 20), await coded(client, `[${name},{}]`)]).toEqual([name.slice(0, 20), 'UNKNOWN_EVENT']);
    client.socket.close();
    for (const name of ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener']) {
      const other = await raw();
      other.socket.send(`42/widget,1["${name}",{}]`);
      await other.closed;
    }
  });

  it('S33: acks with numbers beyond counting, and ninety of them at once', async () => {
    const client = await raw();
    client.socket.send(`42/widget,9007199254740993["chat-open",{}]`);
    client.socket.send(`42/widget,${'9'.repeat(400)}["chat-open",{}]`);
    for (let id = 1; id <= 90; id += 1) client.socket.send(`42/widget,${id}["log-fetch",{}]`);
    await client.until(/^43\/widget,90\[/);
    expect(client.heard.filter((line) => /^43\/widget,\d{1,2}\[/.test(line))).toHaveLength(90);
    client.socket.close();
  });

  it('nothing of what was sent comes back in an error', async () => {
    const client = await raw();
    for (const args of [
      '["SECRET-9",{}]',
      '["chat-send",{"SECRET-9":1}]',
      '["chat-send",{"text":"SECRET-9","commandId":"SECRET-9"}]',
      '["log-fetch",{"log":"public:SECRET-9","fromSeq":1}]',
      '["auth-refresh",{"token":"SECRET-9"}]',
    ])
      await coded(client, args);
    expect(client.heard.join()).not.toContain('SECRET-9');
    client.socket.close();
  });

  it('S28: messages in thousands of pieces, attachments that never come, and binary', async () => {
    const many = await raw();
    for (let i = 0; i < 200; i += 1) many.socket.send('a', { fin: false });
    expect(await many.closed).toBe(1008);

    for (const packets of [
      ['452-/widget,["chat-open",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]'],
      ['4510-/widget,["chat-open",{}]'],
      ['45999999999-/widget,["chat-open",{}]'],
      // Something else where the attachment has to come.
      ['451-/widget,["chat-open",{"_placeholder":true,"num":0}]', '42/widget,["chat-open",{}]'],
      ['461-/widget,3[{"_placeholder":true,"num":0}]', '42/widget,["chat-open",{}]'],
    ]) {
      const client = await raw();
      for (const packet of packets) client.socket.send(packet);
      await client.closed;
    }
    const binary = await raw();
    binary.socket.send(Buffer.from([4, 2, 0, 255]));
    await binary.closed;
  });

  it('bytes where words belong are refused like any wrong type, and the connection goes on', async () => {
    const visitor = await openVisitor(hub.url);
    const commandId = randomUUID();
    for (const payload of [Buffer.from('hi'), { commandId, text: Buffer.from('hi') }, [Buffer.alloc(200_000)]])
      expect(await codeOf(visitor, 'chat-send', payload)).toBe('VALIDATION_FAILED');
    expect(await codeOf(visitor, 'no-such-event', Buffer.alloc(1))).toBe('UNKNOWN_EVENT');
    expect(await codeOf(visitor, 'chat-send', { commandId, text: 'hi' })).toBe('ok');
    visitor.close();
  });

  it('a thousand unknown rooms are refused and none of them stays', async () => {
    const client = await raw();
    const { io } = hub.gateway;
    const before = io._nsps.size;
    for (let i = 0; i < 1000; i += 1) client.socket.send(`40/room-${i},{}`);
    await client.until(/room-999/);
    expect(client.heard.filter((line) => /^44\/room-/.test(line))).toHaveLength(1000);
    expect(io._nsps.size).toBe(before);
    client.socket.close();
  });

  it('a connection that joins nothing, or leaves everything it joined, is closed after five seconds', async () => {
    const idle = await openRaw(hub.url);
    const left = await raw();
    left.socket.send('41/widget,');
    const root = await openRaw(hub.url);
    root.socket.send('40');
    expect(await root.until(/^44/)).toContain('NOT_FOUND');
    await Promise.all([idle.closed, left.closed, root.closed]);
  });

  it('hundreds who come, open and go in the middle of it leave nothing behind', async () => {
    const { io } = hub.gateway;
    const agentToken = await demoPerson(hub.url, 'agent').then(async (agent) => {
      agent.close();
      return agent.socket.auth as { token: string };
    });
    const roomsOf = (): number => [...io._nsps.values()].reduce((sum, { adapter }) => sum + adapter.rooms.size, 0);
    const socketsOf = (): number => [...io._nsps.values()].reduce((sum, { sockets }) => sum + sockets.size, 0);
    await quiet(() => socketsOf() === 1);
    const before = roomsOf();
    for (let round = 0; round < 15; round += 1) {
      await Promise.all(
        Array.from({ length: 10 }, async (_, i) => {
          const staff = i % 2 === 0;
          const client = await connect(hub.url, staff ? '/agent' : '/widget', staff ? agentToken.token : token);
          if (staff) {
            client.socket.emit('board-watch', {});
            client.socket.emit('conversation-open', { conversationId: healthy.conversationId });
          } else client.socket.emit('chat-open', {});
          // Some wait for the answer, some are gone before it comes.
          if (i % 3 === 0)
            await client
              .send('typing-set', { conversationId: staff ? healthy.conversationId : undefined, on: true })
              .catch(() => {});
          client.close();
        }),
      );
    }
    await quiet(() => socketsOf() === 1 && roomsOf() === before);
    expect(roomsOf()).toBe(before);
    expect(hub.gateway.feed.isReadByStaff(healthy.conversationId)).toBe(false);
  });
});

/** Until it holds, looked at after each turn of the loop; the test's own time limit ends it. */
async function quiet(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
