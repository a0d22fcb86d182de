import type { Clock } from '../../src/kernel/clock.ts';

/** A clock that stands still until the test moves it. Timers run in the order of their time. */
export interface HeldClock extends Clock {
  /** Moves on by `ms`, running what is due, with the promises that it leads to in between. */
  pass(ms: number): Promise<void>;
  /** The time is set forward or back by `ms`; timers go on as they were, as those of a process do. */
  jump(ms: number): void;
  /** How long each waiting timer still has to go. */
  delays(): number[];
  /** As if the process that set them had died. */
  loseTimers(): void;
  /** How often the time was asked for; `askedMoreThan` resolves once it was asked more often than that. */
  asked(): number;
  askedMoreThan(times: number): Promise<void>;
}

export function holdClock(at = 1_750_000_000_000): HeldClock {
  let now = at;
  let off = 0;
  let nextId = 0;
  let asked = 0;
  const timers = new Map<number, { at: number; act: () => void }>();
  // Enough turns for the promises of one step; a step that waits for real I/O is not for a held clock.
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 100; i++) await Promise.resolve();
  };
  return {
    now() {
      asked += 1;
      return now + off;
    },
    after(delayMs, act) {
      const id = nextId++;
      timers.set(id, { at: now + delayMs, act });
      return () => timers.delete(id);
    },
    async pass(ms) {
      const until = now + ms;
      await settle();
      for (;;) {
        const due = [...timers]
          .filter(([, timer]) => timer.at <= until)
          .sort((a, b) => a[1].at - b[1].at || a[0] - b[0])[0];
        if (due === undefined) break;
        timers.delete(due[0]);
        now = Math.max(now, due[1].at);
        due[1].act();
        await settle();
      }
      now = until;
      await settle();
    },
    jump(ms) {
      off += ms;
    },
    delays: () => [...timers.values()].map((timer) => timer.at - now),
    loseTimers: () => timers.clear(),
    asked: () => asked,
    async askedMoreThan(times) {
      while (asked <= times) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
