import { LRUCache } from 'lru-cache';
import type { Clock } from '../../../kernel/clock.ts';

interface Turn {
  begin(): void;
  /** Settles as what is done in it does. */
  done: Promise<void>;
}
interface Row {
  /** The number that comes next. */
  next: number;
  /** The events that came early, by number. */
  early: Map<number, Turn>;
  cancel: (() => void) | null;
  /** Ends once all that was let through is done. */
  done: Promise<unknown>;
}

const rowsHeld = 10_000;
const mostEarly = 100;

/**
 * Does things in the order of their numbers, from 1 on, for each `key`. One that comes early waits for those before it, at most `holdMs`;
 * then the gap counts as lost. One that comes late is done at once, and told so. Resolves when it is done, as `act` does.
 */
export function createOrder({ after }: Pick<Clock, 'after'>, holdMs: number) {
  const rows = new LRUCache<string, Row>({ max: rowsHeld });

  function letThrough(row: Row): void {
    for (let one = row.early.get(row.next); one !== undefined; one = row.early.get(row.next)) {
      row.early.delete(row.next);
      row.next += 1;
      one.begin();
    }
    row.cancel?.();
    row.cancel = row.early.size === 0 ? null : after(holdMs, () => skipGap(row));
  }

  function skipGap(row: Row): void {
    row.next = Math.min(...row.early.keys());
    letThrough(row);
  }

  return async function inOrder(key: string, number: number, act: (isLate: boolean) => Promise<void>): Promise<void> {
    const row = rows.get(key) ?? { next: 1, early: new Map(), cancel: null, done: Promise.resolve() };
    rows.set(key, row);
    if (number < row.next) return enqueue(row, () => act(true));
    // Told twice while it waits, it waits once.
    const turn = row.early.get(number) ?? newTurn(() => enqueue(row, () => act(false)));
    row.early.set(number, turn);
    if (number === row.next || row.cancel === null) letThrough(row);
    if (row.early.size > mostEarly) skipGap(row);
    await turn.done;
  };
}

/** After all that was begun before it. */
function enqueue(row: Row, act: () => Promise<void>): Promise<void> {
  const acts = row.done.then(act);
  // A fault is for its own caller to hear of, not for those that come after it.
  row.done = acts.catch(() => {});
  return acts;
}

function newTurn(act: () => Promise<void>): Turn {
  let begin = (): void => {};
  const done = new Promise<void>((resolve) => {
    begin = () => resolve(act());
  });
  return { begin, done };
}
