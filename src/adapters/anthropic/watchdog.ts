import type { Clock } from '../../kernel/clock.ts';

/*
 * The SDK's own timeout ends with the headers: a body that stalls would hang forever. So the bytes are watched where they arrive. 15 s
 * without any byte (a ping is bytes) or 45 s without text is an outage, for a model that is given more time that many times as long.
 */
export const silenceMs = 15_000;
const emptyMs = 45_000;

export interface Watchdog {
  bytes(): void;
  text(): void;
  stop(): void;
}

/** Calls `onOutage` once, unless stopped before. Marking costs one reading of the clock; one timer runs at a time. */
export function watch(clock: Clock, patience: number, onOutage: () => void): Watchdog {
  let lastBytes = clock.now();
  let lastText = lastBytes;
  let cancel = arm(silenceMs * patience);

  function arm(delayMs: number): () => void {
    return clock.after(delayMs, () => {
      const left = Math.min(lastBytes + silenceMs * patience, lastText + emptyMs * patience) - clock.now();
      if (left <= 0) onOutage();
      else cancel = arm(left);
    });
  }

  return {
    bytes() {
      lastBytes = clock.now();
    },
    text() {
      lastText = clock.now();
    },
    stop: () => cancel(),
  };
}
