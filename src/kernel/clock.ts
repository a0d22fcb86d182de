/** Time comes in through here, so that tests can hold it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `act` once after `delayMs`, unless canceled. Never keeps the process alive. */
  after(delayMs: number, act: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, act) {
    const timer = setTimeout(act, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Milliseconds since the epoch as an ISO time. */
export const isoOf = (ms: number): string => new Date(ms).toISOString();
