import { LRUCache } from 'lru-cache';
import type { Clock } from '../../../kernel/clock.ts';
import type { Wakeups } from '../../../kernel/wakeups.ts';

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
  /** All below this number are done or lost. */
  doneBelow: number;
  stopListening(): void;
}

const rowsHeld = 10_000;
/** Time without an event after which a row goes: later ones ask the other nodes, or wait once. */
const keptMs = 600_000;
const mostEarly = 100;

/** One node tells the others how far it is, and asks them. */
const doneHint = 'done';
const askedHint = 'asked';

/**
 * Does things in the order of their numbers, from 1 on, for each `key`. One that comes early waits for those before it, here or on another
 * node, at most `holdMs`; then the gap counts as lost, and so it does where a hint of another node gets lost. One that comes late is done at once, and told
 * so. Resolves when it is done, as `act` does.
 */
export function createOrder({ after, wakeups }: Pick<Clock, 'after'> & { wakeups: Wakeups }, holdMs: number) {
  const rows = new LRUCache<string, Row>({
    max: rowsHeld,
    ttl: keptMs,
    ttlAutopurge: true,
    dispose: (row, _, reason) => reason !== 'set' && row.stopListening(),
  });

  function rowOf(key: string): Row {
    const known = rows.get(key);
    if (known !== undefined) return known;
    const none = { next: 1, early: new Map(), cancel: null, done: Promise.resolve(), doneBelow: 1 };
    const stopListening = wakeups.subscribe(topicOf(key), ({ kind, below }) => {
      if (kind === askedHint) tell(key, row);
      else if (kind === doneHint && typeof below === 'number') takeDone(row, below);
    });
    const row: Row = { ...none, stopListening };
    return row;
  }

  function tell(key: string, { doneBelow: below }: Row): void {
    if (below > 1) wakeups.publish(topicOf(key), { kind: doneHint, below });
  }

  /** Another node has done those below this number, or given them up. */
  function takeDone(row: Row, below: number): void {
    if (below <= row.next) return;
    for (const [number, one] of [...row.early].sort(([a], [b]) => a - b)) {
      if (number >= below) break;
      row.early.delete(number);
      one.begin();
    }
    row.next = below;
    letThrough(row);
  }

  function noteDone(key: string, row: Row, number: number): void {
    if (number < row.doneBelow) return;
    row.doneBelow = number + 1;
    tell(key, row);
  }

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
    const row = rowOf(key);
    rows.set(key, row);
    if (number < row.next) return enqueue(row, () => act(true));
    // Told twice while it waits, it waits once.
    const turn =
      row.early.get(number) ?? newTurn(() => enqueue(row, () => act(false)).finally(() => noteDone(key, row, number)));
    row.early.set(number, turn);
    if (number === row.next || row.cancel === null) letThrough(row);
    if (row.early.size > mostEarly) skipGap(row);
    if (row.early.has(number)) wakeups.publish(topicOf(key), { kind: askedHint });
    await turn.done;
  };
}

const topicOf = (key: string): string => `call-order:${key}`;

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
