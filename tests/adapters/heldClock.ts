import type { Clock } from '../../src/kernel/clock.ts';

/** A clock that stands until it is told to go on; what falls due meanwhile runs, in order. */
export function heldClock(start = 1_000_000): Clock & { pass(ms: number): void } {
  let now = start;
  let timers: { at: number; act: () => void }[] = [];
  return {
    now: () => now,
    after(delayMs, act) {
      const timer = { at: now + delayMs, act };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass(ms) {
      const until = now + ms;
      for (;;) {
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        now = next.at;
        next.act();
      }
      now = until;
    },
  };
}
