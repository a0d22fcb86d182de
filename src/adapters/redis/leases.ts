import type { Redis } from 'ioredis';
import { type Clock, systemClock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Leases } from '../../kernel/leases.ts';
import type { Logger } from '../../kernel/observe.ts';
import { createMemoryLeases } from '../memory/leases.ts';
import { logSparsely } from './logSparsely.ts';

/** Also takes the name anew where Redis forgot it: this process has held it all the time, as its own lease says. */
const renewScript = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;
const releaseScript = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

interface Scripts {
  hubLeaseRenew(key: string, token: string, ttlMs: number): Promise<number>;
  hubLeaseRelease(key: string, token: string): Promise<number>;
}

/**
 * Leases between nodes. While Redis is away a lease holds within this process only, so two nodes may hold the same one:
 * the hub goes on, because correctness rests on the fence in MongoDB.
 */
export function createRedisLeases(redis: Redis, { log, clock = systemClock }: { log: Logger; clock?: Clock }): Leases {
  redis.defineCommand('hubLeaseRenew', { lua: renewScript, numberOfKeys: 1 });
  redis.defineCommand('hubLeaseRelease', { lua: releaseScript, numberOfKeys: 1 });
  const scripts = redis as unknown as Scripts;
  const within = createMemoryLeases(clock);
  const onOutage = logSparsely(log, 'Leases hold on this node alone', clock);

  /** The answer of Redis; true when there is none. */
  async function allowed(ask: () => Promise<boolean>): Promise<boolean> {
    try {
      return await ask();
    } catch (err) {
      onOutage(err);
      return true;
    }
  }

  return {
    async take(name, ttlMs) {
      const own = await within.take(name, ttlMs);
      if (!own) return null;
      const key = `hub:lease:${name}`;
      const token = newId();
      if (!(await allowed(async () => (await redis.set(key, token, 'PX', ttlMs, 'NX')) === 'OK'))) {
        await own.release();
        return null;
      }
      return {
        async renew() {
          if (!(await own.renew())) return false;
          if (await allowed(async () => (await scripts.hubLeaseRenew(key, token, ttlMs)) === 1)) return true;
          await own.release();
          return false;
        },
        async release() {
          await own.release();
          await allowed(async () => (await scripts.hubLeaseRelease(key, token)) === 1);
        },
      };
    },
  };
}
