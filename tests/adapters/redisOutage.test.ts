import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectRedis, type RedisClients } from '../../src/adapters/redis/connectRedis.ts';
import { createRedisLeases } from '../../src/adapters/redis/leases.ts';
import { createRedisStreamLog } from '../../src/adapters/redis/streamLog.ts';
import { createRedisWakeups } from '../../src/adapters/redis/wakeups.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type Logger, silentLogger } from '../../src/kernel/observe.ts';
import type { Hint } from '../../src/kernel/wakeups.ts';
import { aStream } from '../suites/streamLogSuite.ts';
import { holdClock } from '../support/heldClock.ts';
import { startRedis, type TestServer } from '../support/servers.ts';
import { newSeal, openRedis } from './openRedis.ts';

describe('a Redis that dies and comes back empty', () => {
  let server: TestServer;
  let nodes: [RedisClients, RedisClients];
  const warnings: string[] = [];
  const log: Logger = { ...silentLogger, warn: (message) => warnings.push(message) };
  beforeAll(async () => {
    server = await startRedis();
    nodes = [await openRedis(server.url), await openRedis(server.url)];
  });
  afterAll(async () => {
    for (const node of nodes ?? []) await node.close();
    await server?.stop();
  });

  it('hints go on within the node at once, between nodes again afterward; streams are gone, leases held', async () => {
    const clock = holdClock();
    const here = createRedisWakeups(nodes[0], { log, clock, seal: newSeal() });
    const there = createRedisWakeups(nodes[1], { log: silentLogger, seal: newSeal() });
    const streams = createRedisStreamLog(nodes[0].commands);
    const leases = createRedisLeases(nodes[0].commands, { log: silentLogger });
    const [topic, lateTopic, leaseName] = [newId(), newId(), newId()];
    const header = aStream();
    const local: Hint[] = [];
    const remote: Hint[] = [];
    here.subscribe(topic, (hint) => local.push(hint));
    there.subscribe(topic, (hint) => remote.push(hint));
    await nodes[1].subscriber.ping();
    await streams.open(header, 0);
    await streams.append(header.streamId, 1, 0, 'words');
    const before = await leases.take(leaseName, 60_000);

    await server.kill();
    await expect(streams.read(header.streamId)).rejects.toMatchObject({ code: 'DEPENDENCY_DOWN' });
    await expect(nodes[0].ping()).rejects.toMatchObject({ code: 'DEPENDENCY_DOWN' });
    for (let n = 0; n < 50; n++) here.publish(topic, { kind: 'n', n });
    await expect.poll(() => local.length).toBe(50);
    const during = await leases.take(newId(), 60_000);
    expect(await during?.renew()).toBe(true);
    expect(await leases.take(leaseName, 60_000)).toBeNull();
    expect(await before?.renew()).toBe(true);
    expect(warnings).toEqual(['Hints did not reach the other nodes']);
    there.subscribe(lateTopic, (hint) => remote.push(hint));

    server = await startRedis(server.port);
    await vi.waitFor(
      async () => {
        here.publish(topic, { kind: 'again' });
        here.publish(lateTopic, { kind: 'late' });
        const heard = remote.map(({ kind }) => kind);
        expect(heard).toContain('again');
        expect(heard).toContain('late');
      },
      { timeout: 45_000 },
    );
    await vi.waitFor(() => nodes[0].ping(), { timeout: 45_000 });
    expect(await streams.read(header.streamId)).toBeNull();
    expect(await streams.keepAlive(header.streamId, 1, 1_000)).toBe(false);
    expect(await streams.append(header.streamId, 1, 5, '!')).toBe(false);
    expect(await streams.end(header.streamId, 1, { status: 'done' })).toBe(false);
    expect(await streams.running(header.conversationId)).toEqual([]);
    expect(await streams.listOrphans()).toEqual([]);
    expect(await before?.renew()).toBe(true);
    await vi.waitFor(() => nodes[1].ping(), { timeout: 45_000 });
    const rival = createRedisLeases(nodes[1].commands, { log: silentLogger });
    expect(await rival.take(leaseName, 60_000)).toBeNull();
  });

  it('a frozen one is found out, and hints flow again when it thaws', async () => {
    const here = createRedisWakeups(nodes[0], { log, seal: newSeal() });
    const there = createRedisWakeups(nodes[1], { log, seal: newSeal() });
    const topic = newId();
    const remote: Hint[] = [];
    there.subscribe(topic, (hint) => remote.push(hint));
    await nodes[1].subscriber.ping();
    process.kill(server.pid, 'SIGSTOP');
    try {
      await expect(nodes[0].ping()).rejects.toMatchObject({ code: 'DEPENDENCY_DOWN' });
      await expect.poll(() => nodes[1].subscriber.status).not.toBe('ready');
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
    await vi.waitFor(
      () => {
        here.publish(topic, { kind: 'again' });
        expect(remote).not.toEqual([]);
      },
      { timeout: 45_000 },
    );
  });

  it('that is not there at start is an error, and nothing keeps trying', async () => {
    await expect(connectRedis('redis://127.0.0.1:1', { log })).rejects.toMatchObject({ code: 'DEPENDENCY_DOWN' });
  });
});

it('an answer that Redis gave while the node was busy counts as answered', async () => {
  const { commands, publisher, close } = await openRedis();
  const asked = [commands.set(newId(), 'held', 'PX', 5000), publisher.publish(newId(), 'words')];
  for (const until = Date.now() + 800; Date.now() < until; );
  expect(await Promise.all(asked)).toEqual(['OK', 0]);
  await close();
});
