import type { Clock } from '../../../kernel/clock.ts';
import { newId } from '../../../kernel/ids.ts';
import { holdLease, type Leases } from '../../../kernel/leases.ts';
import type { Logger } from '../../../kernel/observe.ts';
import type { Place } from '../log/appendEntry.ts';
import type { EntryStore } from '../ports.ts';
import type { RowKeeperStore } from './ports.ts';
import type { BoardProjection } from './projectBoard.ts';

export interface MendDeps {
  keepers: RowKeeperStore;
  entries: Pick<EntryStore, 'writtenBetween'>;
  rows: Pick<BoardProjection, 'touch' | 'settle'>;
  /** Does anew what a dead node may not have come to in a conversation: its words made findable, its events queued. Again is harmless. */
  redo(place: Place): Promise<unknown>;
  /** No other node runs beside this one: every other known node is dead. */
  isOnly: boolean;
  leases: Leases;
  clock: Clock;
  log: Logger;
}

const sayEveryMs = 20_000;
/** A node that is silent for this long counts as dead. One that is only slow loses nothing by it. */
const deadAfterMs = 60_000;
/** Rows are stored within moments: entries that a dead node wrote longer before its last sign of life are on their rows. */
const behindMs = 30_000;
/** A node may have written on for this long after its last sign of life. */
const beyondMs = deadAfterMs;
const touchedAtOnce = 50;
/** One question to the store: a busy hub writes much in two minutes. */
const readAtOnceMs = 60_000;
const leaseMs = 20_000;

export interface RowMending {
  /** The first look is over, and this node is known. */
  begun: Promise<void>;
  /** To be called last. Only where every row is kept does nobody have to look after this node. */
  stop(isEveryRowKept: boolean): Promise<void>;
}

/**
 * Brings on the rows that nodes left behind their logs when they died, however long ago: each node says now and then that it is there,
 * and a node that finds another silent looks at everything written in that node's last minute, and runs the reactions again. At the
 * start too, and on nodes that live on.
 */
export function mendRows({ keepers, entries, rows, redo, isOnly, leases, clock, log }: MendDeps): RowMending {
  const node = newId();
  const stopping = new AbortController();
  let cancel = (): void => {};

  const sayThatItIsThere = (): Promise<void> => keepers.keeps(node, clock.now());

  /** Said again between the steps: a node that mends for longer than a minute is not dead. */
  async function mendAfter(dead: { node: string; at: number }): Promise<void> {
    const written = new Map<string, Place>();
    for (let from = dead.at - behindMs; from <= dead.at + beyondMs; from += readAtOnceMs)
      for (const place of await entries.writtenBetween(from, Math.min(from + readAtOnceMs - 1, dead.at + beyondMs)))
        written.set(place.conversationId, place);
    const places = [...written.values()];
    for (let from = 0; from < places.length; from += touchedAtOnce) {
      if (stopping.signal.aborted) return;
      for (const { tenantId, conversationId } of places.slice(from, from + touchedAtOnce))
        rows.touch(tenantId, conversationId, 'lags');
      await rows.settle();
      await sayThatItIsThere();
    }
    // After all rows, for the board is looked at first, and it has the name by which a lead is found.
    for (const [index, place] of places.entries()) {
      if (stopping.signal.aborted) return;
      await redo(place);
      if (index % touchedAtOnce === 0) await sayThatItIsThere();
    }
    // Only now: if this node dies over it, the next one does it.
    await keepers.forget(dead.node);
  }

  async function look(): Promise<void> {
    await sayThatItIsThere();
    const others = await keepers.silentSince(isOnly ? Number.MAX_SAFE_INTEGER : clock.now() - deadAfterMs);
    for (const dead of others) {
      if (dead.node === node) continue;
      const lease = await leases.take(`rows:${dead.node}`, leaseMs);
      if (lease === null) continue;
      const { letGo } = holdLease({ clock, log }, lease, leaseMs / 3);
      await mendAfter(dead).finally(letGo);
    }
  }
  async function lookOn(): Promise<void> {
    await look().catch((err: unknown) => log.warn('rows of dead nodes were not checked', { err }));
    if (stopping.signal.aborted) return;
    cancel = clock.after(sayEveryMs, () => {
      running = lookOn();
    });
  }
  let running = lookOn();

  return {
    begun: running,
    async stop(isEveryRowKept) {
      stopping.abort();
      cancel();
      await running;
      if (!isEveryRowKept) return log.warn('rows may be out of date: the next node that checks updates them', { node });
      await keepers.forget(node).catch((err: unknown) => log.warn('the end of a node could not be recorded', { err }));
    },
  };
}
