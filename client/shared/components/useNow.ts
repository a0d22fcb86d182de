import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) now = Date.now();
  timer ??= setInterval(() => {
    now = Date.now();
    for (const one of [...listeners]) one();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The result of `select` for the time, once a second from one shared clock: drawn again only when that is something else. */
export const useClock = <T>(select: (now: number) => T): T => useSyncExternalStore(subscribe, () => select(now));

/** The time in steps of `stepMs`: a part that shows minutes is drawn once a minute. */
export const useNow = (stepMs: number): number => useClock((time) => Math.floor(time / stepMs) * stepMs);
