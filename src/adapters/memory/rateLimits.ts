import { LRUCache } from 'lru-cache';
import type { Clock } from '../../kernel/clock.ts';
import type { RateLimits } from '../../kernel/rateLimits.ts';

// Beyond this the address that was quiet longest is forgotten: strangers cannot fill the memory.
const maxKeys = 50_000;

/** Fixed windows, counted in this process. */
export function createMemoryRateLimits(clock: Clock): RateLimits {
  const windows = new LRUCache<string, { count: number; endsAt: number }>({ max: maxKeys });
  const current = (name: string, key: string) => {
    const window = windows.get(`${name}:${key}`);
    return window && window.endsAt > clock.now() ? window : null;
  };
  return {
    async take(limit, key, points = 1) {
      const window = current(limit.name, key) ?? { count: 0, endsAt: clock.now() + limit.perMs };
      window.count += points;
      windows.set(`${limit.name}:${key}`, window);
      return window.count > limit.points ? window.endsAt - clock.now() : 0;
    },
    async peek(limit, key) {
      const window = current(limit.name, key);
      return window && window.count >= limit.points ? window.endsAt - clock.now() : 0;
    },
    async count(limit, key) {
      return current(limit.name, key)?.count ?? 0;
    },
  };
}
