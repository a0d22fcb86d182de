/** Of one call to the database. */
const mostItems = 200;
const mostChars = 2_000_000;
const waitMs = 5;

/** How long what a turn writes at its end waits, so that the turns of many conversations share a command. */
export const turnEndLingerMs = 50;

/** The outcome of one of many. */
export type Settled<Outcome> = { value: Outcome } | { error: unknown };

interface Waiting<Item, Outcome> {
  item: Item;
  chars: number;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

export interface Gathered<Item, Outcome> {
  (item: Item): Promise<Outcome>;
  /** Lets nothing wait any longer; resolves when all that was asked for has its outcome. */
  settle(): Promise<void>;
}

/**
 * Makes one call of what many ask for at about the same time, in the order in which they asked. While no call is under way the next one
 * goes at once; while one is, new items wait until it has ended, 5 ms at most. With `lingerMs` everything waits that long: only for
 * work that no person waits for. A call has at most 200 items and two million characters. `act` answers for each item, in their order; its
 * errors are thrown to all of the call.
 */
export function gather<Item, Outcome>(
  act: (items: readonly Item[]) => Promise<readonly Settled<Outcome>[]>,
  { charsOf, lingerMs = 0 }: { charsOf: (item: Item) => number; lingerMs?: number },
): Gathered<Item, Outcome> {
  const waiting: Waiting<Item, Outcome>[] = [];
  const calls = new Set<Promise<void>>();
  let underWay = 0;
  let cancelNext: (() => void) | null = null;

  function takeSome(): Waiting<Item, Outcome>[] {
    let chars = 0;
    let count = 0;
    for (const one of waiting) {
      chars += one.chars;
      // The first goes however large it is.
      if (count > 0 && (count === mostItems || chars > mostChars)) break;
      count += 1;
    }
    return waiting.splice(0, count);
  }

  function goNow(): void {
    const call = callNow().finally(() => calls.delete(call));
    calls.add(call);
  }

  async function callNow(): Promise<void> {
    cancelNext?.();
    cancelNext = null;
    const some = takeSome();
    underWay += 1;
    if (waiting.length > 0) planNext();
    try {
      const outcomes = await act(some.map(({ item }) => item));
      for (const [index, one] of some.entries()) {
        const outcome = outcomes[index] ?? { error: new Error('a call left an item out') };
        if ('error' in outcome) one.reject(outcome.error);
        else one.resolve(outcome.value);
      }
    } catch (error) {
      for (const one of some) one.reject(error);
    }
    underWay -= 1;
    if (waiting.length > 0 && lingerMs === 0) goNow();
  }

  function planNext(): void {
    if (cancelNext !== null) return;
    if (lingerMs === 0 && underWay === 0) {
      // After the code that runs now, so that what it asks for together goes together.
      const soon = setImmediate(goNow);
      cancelNext = () => clearImmediate(soon);
      return;
    }
    const timer = setTimeout(goNow, lingerMs || waitMs);
    cancelNext = () => clearTimeout(timer);
  }

  const ask = (item: Item) =>
    new Promise<Outcome>((resolve, reject) => {
      waiting.push({ item, chars: charsOf(item), resolve, reject });
      planNext();
    });
  return Object.assign(ask, {
    async settle() {
      while (waiting.length > 0) goNow();
      await Promise.all(calls);
    },
  });
}
