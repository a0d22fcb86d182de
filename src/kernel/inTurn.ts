/** Runs calls with the same key one after the other, in their order; an error in one stops no other. */
export type InTurn = <R>(key: string, act: () => Promise<R>) => Promise<R>;

/** Runs tasks of one key in order, those of different keys side by side. */
export function createInTurn(): InTurn {
  const queues = new Map<string, Promise<unknown>>();
  return async (key, act) => {
    const before = queues.get(key);
    const mine = before === undefined ? act() : before.then(act, act);
    queues.set(key, mine);
    try {
      return await mine;
    } finally {
      if (queues.get(key) === mine) queues.delete(key);
    }
  };
}
