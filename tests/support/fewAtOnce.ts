const few = 20;

/** Does it for each of many, a few at a time: a small database server has no connections for all of them at once. */
export async function fewAtOnce<T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += few) await Promise.all(all.slice(from, from + few).map(act));
}
