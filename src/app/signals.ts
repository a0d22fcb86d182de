import type { Redis } from 'ioredis';
import { createMemoryLeases } from '../adapters/memory/leases.ts';
import { createMemoryRateLimits } from '../adapters/memory/rateLimits.ts';
import { createMemoryStreamLog } from '../adapters/memory/streamLog.ts';
import { createMemoryWakeups } from '../adapters/memory/wakeups.ts';
import { connectRedis } from '../adapters/redis/connectRedis.ts';
import { createRedisLeases } from '../adapters/redis/leases.ts';
import { createRedisRateLimits } from '../adapters/redis/rateLimits.ts';
import { createRedisStreamLog } from '../adapters/redis/streamLog.ts';
import { createRedisWakeups } from '../adapters/redis/wakeups.ts';
import type { StreamLog } from '../features/streams/ports.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Leases } from '../kernel/leases.ts';
import type { Logger } from '../kernel/observe.ts';
import type { RateLimits } from '../kernel/rateLimits.ts';
import type { Wakeups } from '../kernel/wakeups.ts';

/** Everything that nodes tell each other and nothing that is kept: in this process, or through Redis. */
export interface Signals {
  wakeups: Wakeups;
  leases: Leases;
  streamLog: StreamLog;
  rateLimits: RateLimits;
  /** For Socket.IO's adapter; null on one node. */
  adapterClients: { publisher: Redis; subscriber: Redis } | null;
  ping: (() => Promise<void>) | null;
  close(): Promise<void>;
}

export function openMemorySignals(log: Logger, clock: Clock): Signals {
  return {
    wakeups: createMemoryWakeups({ log }),
    leases: createMemoryLeases(clock),
    streamLog: createMemoryStreamLog(clock),
    rateLimits: createMemoryRateLimits(clock),
    adapterClients: null,
    ping: null,
    close: async () => {},
  };
}

export async function openRedisSignals(url: string, log: Logger, clock: Clock): Promise<Signals> {
  const redis = await connectRedis(url, { log });
  // Socket.IO's adapter subscribes on a connection of its own: it counts the subscriptions it finds there as its own.
  const adapterSubscriber = redis.subscriber.duplicate();
  adapterSubscriber.on('error', (err) => log.debug('Redis connection of the socket adapter failed', { err }));
  await adapterSubscriber.connect();
  return {
    wakeups: createRedisWakeups(redis, { log, clock }),
    leases: createRedisLeases(redis.commands, { log, clock }),
    streamLog: createRedisStreamLog(redis.commands),
    rateLimits: createRedisRateLimits(redis.commands, createMemoryRateLimits(clock), log),
    adapterClients: { publisher: redis.publisher, subscriber: adapterSubscriber },
    ping: () => redis.ping(),
    async close() {
      adapterSubscriber.disconnect();
      await redis.close();
    },
  };
}
