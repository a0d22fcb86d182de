const few = 20;

/**
 * What `act` gives for each of many, in their order, twenty at a time: a small database server has no connections for all of them
 * at once, and whoever waits behind them is refused. Throws what `act` throws.
 */
export async function fewAtOnce<T, R>(all: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += few)
    done.push(...(await Promise.all(all.slice(from, from + few).map((one) => act(one)))));
  return done;
}
