import type { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Logger } from '../../kernel/observe.ts';
import type { Limit, RateLimits } from '../../kernel/rateLimits.ts';

/** One count for all nodes. While Redis does not answer, each node counts for itself with `fallback`: limits never open. */
export function createRedisRateLimits(redis: Redis, fallback: RateLimits, log: Logger): RateLimits {
  const limiters = new Map<string, RateLimiterRedis>();
  const limiterOf = (limit: Limit): RateLimiterRedis => {
    let limiter = limiters.get(limit.name);
    if (!limiter) {
      limiter = new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: `hub:limit:${limit.name}`,
        points: limit.points,
        duration: limit.perMs / 1000,
        rejectIfRedisNotReady: true,
      });
      limiters.set(limit.name, limiter);
    }
    return limiter;
  };
  return {
    async take(limit, key, points = 1) {
      try {
        await limiterOf(limit).consume(key, points);
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext);
        log.warn('rate limits counted on this node alone', { err: refused });
        return fallback.take(limit, key, points);
      }
    },
    async peek(limit, key) {
      try {
        const known = await limiterOf(limit).get(key);
        return known && known.consumedPoints >= limit.points ? Math.max(1, known.msBeforeNext) : 0;
      } catch (err) {
        log.warn('rate limits counted on this node alone', { err });
        return fallback.peek(limit, key);
      }
    },
    async count(limit, key) {
      try {
        return (await limiterOf(limit).get(key))?.consumedPoints ?? 0;
      } catch (err) {
        log.warn('rate limits counted on this node alone', { err });
        return fallback.count(limit, key);
      }
    },
  };
}
