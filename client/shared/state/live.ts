/** A value that changes by itself. */
export interface Live<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

type Schedule = (work: () => void) => void;

/** A hidden page draws no frames, but its title and its drafts have to go on. */
const nextFrame: Schedule = (work) => {
  if (document.visibilityState === 'hidden') setTimeout(work, 250);
  else requestAnimationFrame(work);
};

/** Runs at once after a pause, otherwise once in `everyMs`: a list that changes with each frame can be neither read nor afforded. */
export function atMostEvery(everyMs: number): Schedule {
  let lastAt = Number.NEGATIVE_INFINITY;
  return (work) => {
    const run = () =>
      nextFrame(() => {
        lastAt = performance.now();
        work();
      });
    const waitMs = lastAt + everyMs - performance.now();
    if (waitMs <= 0) run();
    else setTimeout(run, waitMs);
  };
}

/** The same value, with listeners called at most once per animation frame: a hundred changes in a burst draw once. */
export function perFrame<T>(source: Live<T>, schedule: Schedule = nextFrame): Live<T> & { stop(): void } {
  const listeners = new Set<() => void>();
  let shown = source.get();
  let waiting = false;
  const stop = source.subscribe(() => {
    if (waiting) return;
    waiting = true;
    schedule(() => {
      waiting = false;
      shown = source.get();
      for (const listener of [...listeners]) listener();
    });
  });
  return {
    get: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop,
  };
}
