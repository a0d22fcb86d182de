import { type Clock, systemClock } from '../../kernel/clock.ts';
import type { Leases } from '../../kernel/leases.ts';

/** Leases within this process. One that its holder forgot ends by itself. */
export function createMemoryLeases(clock: Clock = systemClock): Leases {
  const held = new Map<string, { until: number }>();

  return {
    async take(name, ttlMs) {
      const standing = held.get(name);
      if (standing && standing.until > clock.now()) return null;
      const mine = { until: clock.now() + ttlMs };
      held.set(name, mine);
      const holds = (): boolean => held.get(name) === mine && mine.until > clock.now();
      const forgetWhenOver = (delayMs: number): void => {
        clock.after(delayMs, () => {
          if (held.get(name) !== mine) return;
          if (mine.until <= clock.now()) held.delete(name);
          else forgetWhenOver(mine.until - clock.now());
        });
      };
      forgetWhenOver(ttlMs);
      return {
        async renew() {
          if (!holds()) return false;
          mine.until = clock.now() + ttlMs;
          return true;
        },
        async release() {
          if (held.get(name) === mine) held.delete(name);
        },
      };
    },
  };
}
