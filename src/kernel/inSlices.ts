/** Long work that may be put aside at each `yield`. */
export type SlicedWork<T> = Generator<void, T, undefined>;

/** Does it all now. */
export function atOnce<T>(work: SlicedWork<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Does it a few milliseconds at a time, so that others who wait for this process are answered in between. */
export async function inSlices<T>(work: SlicedWork<T>, sliceMs = 10): Promise<T> {
  for (;;) {
    const until = performance.now() + sliceMs;
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < until);
    await new Promise<void>((go) => setImmediate(go));
  }
}
