const few = 20;

/**
 * Runs `act` for each of many, twenty at a time, and resolves to the results in their order: a small database server has no
 * connections for all of them at once, and refuses those that wait. Throws what `act` throws.
 */
export async function fewAtOnce<T, R>(all: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += few)
    done.push(...(await Promise.all(all.slice(from, from + few).map((one) => act(one)))));
  return done;
}
