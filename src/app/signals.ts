import { createMemoryLeases } from '../adapters/memory/leases.ts';
import { createMemoryRateLimits } from '../adapters/memory/rateLimits.ts';
import { createMemoryStreamLog } from '../adapters/memory/streamLog.ts';
import { createMemoryWakeups } from '../adapters/memory/wakeups.ts';
import { connectRedis } from '../adapters/redis/connectRedis.ts';
import { createRedisLeases } from '../adapters/redis/leases.ts';
import { logSparsely } from '../adapters/redis/logSparsely.ts';
import { createRedisRateLimits } from '../adapters/redis/rateLimits.ts';
import { createSeal, redisKeyFrom } from '../adapters/redis/sealMessages.ts';
import { createSocketAdapter } from '../adapters/redis/socketAdapter.ts';
import { createRedisStreamLog } from '../adapters/redis/streamLog.ts';
import { withStreamsApart } from '../adapters/redis/streamsApart.ts';
import { createRedisWakeups } from '../adapters/redis/wakeups.ts';
import type { StreamLog } from '../features/streams/ports.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Leases } from '../kernel/leases.ts';
import type { Logger, Meter } from '../kernel/observe.ts';
import type { RateLimits } from '../kernel/rateLimits.ts';
import type { Wakeups } from '../kernel/wakeups.ts';

/** Everything that nodes tell each other and nothing that is kept: in this process, or through Redis. */
export interface Signals {
  wakeups: Wakeups;
  leases: Leases;
  streamLog: StreamLog;
  rateLimits: RateLimits;
  /** Socket.IO's; null on one node. */
  socketAdapter: ReturnType<typeof createSocketAdapter> | null;
  ping: (() => Promise<void>) | null;
  close(): Promise<void>;
}

export function openMemorySignals(log: Logger, clock: Clock): Signals {
  return {
    wakeups: createMemoryWakeups({ log }),
    leases: createMemoryLeases(clock),
    streamLog: createMemoryStreamLog(clock),
    rateLimits: createMemoryRateLimits(clock),
    socketAdapter: null,
    ping: null,
    close: async () => {},
  };
}

/** `secret` is the one that all nodes share: a message that none of them wrote is dropped, counted and told. */
export async function openRedisSignals(
  url: string,
  secret: string,
  { log, meter, clock }: { log: Logger; meter: Meter; clock: Clock },
): Promise<Signals> {
  const redis = await connectRedis(url, { log });
  // Socket.IO's adapter subscribes on a connection of its own: it counts the subscriptions it finds there as its own.
  const adapterSubscriber = redis.subscriber.duplicate();
  adapterSubscriber.on('error', (err) => log.debug('Redis connection of the socket adapter failed', { err }));
  await adapterSubscriber.connect();
  const key = redisKeyFrom(secret);
  const tell = logSparsely(
    log,
    'Messages in Redis were dropped: they did not come from a node with this HUB_SECRET, or its clock is minutes off',
    clock,
  );
  const onForged = (reason: string): void => {
    meter.count('hub_forged_messages_total', { reason });
    tell(reason);
  };
  // One each: a seal wants the order that only one connection keeps.
  const newSeal = () => createSeal(key, { clock, onForged });
  return {
    wakeups: createRedisWakeups(redis, { log, clock, seal: newSeal() }),
    leases: createRedisLeases(redis.commands, { log, clock }),
    streamLog: withStreamsApart(
      createRedisStreamLog(redis.commands),
      createMemoryStreamLog(clock),
      logSparsely(log, 'Streams continue on this node alone', clock),
    ),
    rateLimits: createRedisRateLimits(redis.commands, createMemoryRateLimits(clock), log),
    socketAdapter: createSocketAdapter(
      { publisher: redis.publisher, subscriber: adapterSubscriber },
      { seal: newSeal(), log },
    ),
    ping: () => redis.ping(),
    async close() {
      adapterSubscriber.disconnect();
      await redis.close();
    },
  };
}
