import { Redis } from 'ioredis';
import { afterAll, expect, test } from 'vitest';
import { createMemoryRateLimits } from '../../src/adapters/memory/rateLimits.ts';
import { createRedisRateLimits } from '../../src/adapters/redis/rateLimits.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { addressKey, networkKey, type RateLimits } from '../../src/kernel/rateLimits.ts';
import { holdClock } from '../support/heldClock.ts';
import { startRedis } from '../support/servers.ts';

const limit = { name: 'tries', points: 3, perMs: 60_000 };

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::1', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::ffff', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('the address %s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});

test.each([
  ['192.0.2.1', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
])('the address %s is of the network %s', (address, network) => {
  expect(networkKey(address)).toBe(network);
});

async function expectCounting(limits: RateLimits): Promise<void> {
  for (let i = 0; i < 3; i++) {
    expect(await limits.peek(limit, 'a')).toBe(0);
    expect(await limits.take(limit, 'a')).toBe(0);
  }
  expect(await limits.peek(limit, 'a')).toBeGreaterThan(0);
  expect(await limits.take(limit, 'a')).toBeGreaterThan(0);
  expect([await limits.count(limit, 'a'), await limits.count(limit, 'b')]).toEqual([4, 0]);
  expect(await limits.take(limit, 'b')).toBe(0);
  expect(await limits.take({ ...limit, name: 'others' }, 'a')).toBe(0);
  expect(await limits.take(limit, 'heavy', 3)).toBe(0);
  expect(await limits.take(limit, 'heavy', 1)).toBeGreaterThan(0);
  expect(await limits.take(limit, 'too heavy', 4)).toBeGreaterThan(0);
}

test('in memory a limit counts per key and name, and begins again after its time', async () => {
  const clock = holdClock();
  const limits = createMemoryRateLimits(clock);
  await expectCounting(limits);
  await clock.pass(60_000);
  expect(await limits.take(limit, 'a')).toBe(0);
});

test('strangers cannot fill the memory with keys', async () => {
  const limits = createMemoryRateLimits(holdClock());
  for (let i = 0; i < 4; i++) await limits.take(limit, 'first');
  for (let i = 0; i < 60_000; i++) await limits.take(limit, `key ${i}`);
  // The key that was quiet longest was forgotten.
  expect(await limits.peek(limit, 'first')).toBe(0);
});

const redis = await startRedis();
const connect = () => new Redis(redis.url, { enableOfflineQueue: false, retryStrategy: () => null });
const clients: Redis[] = [];
afterAll(async () => {
  for (const client of clients) client.disconnect();
  await redis.stop();
});

test('on Redis two nodes count together, and without it each counts for itself', async () => {
  const nodes = await Promise.all(
    [1, 2].map(async () => {
      const client = connect();
      client.on('error', () => {});
      clients.push(client);
      await new Promise<void>((resolve) => client.once('ready', resolve));
      return createRedisRateLimits(client, createMemoryRateLimits(holdClock()), silentLogger);
    }),
  );
  const [one, two] = nodes as [RateLimits, RateLimits];
  await expectCounting(one);
  expect(await two.take(limit, 'a')).toBeGreaterThan(0);
  expect(await two.peek(limit, 'a')).toBeGreaterThan(0);

  const gone = Promise.all(clients.map((client) => new Promise<void>((resolve) => client.once('end', resolve))));
  await redis.kill();
  await gone;
  await expectCounting(two);
});
