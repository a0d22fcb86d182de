import { LRUCache } from 'lru-cache';
import type { BoardRow } from '../contract/socket/board.ts';
import { type OfferDeps, offerOver, offerWaiting } from '../features/conversations/speaker/offerWaiting.ts';
import type { Presence } from '../gateway/presence.ts';
import type { Leases } from '../kernel/leases.ts';
import type { Logger } from '../kernel/observe.ts';
import { tenantTopic, type Wakeups } from '../kernel/wakeups.ts';

export interface Dispatcher {
  /** Somebody arrived or left, or became free or busy. */
  look(tenantId: string): void;
  stop(): void;
}

interface Watched {
  running: boolean;
  again: boolean;
  /** Visitors wait, and nobody had room for them. */
  unplaced: boolean;
  /** By conversation: its owner and its wait, as last heard. A row that says the same again is no news. */
  heard: LRUCache<string, string>;
  cancel(): void;
  close(): void;
}

const leaseMs = 5000;
/** The periodic look recovers lost hints and the leases of dead nodes. */
const lookEveryMs = 5000;
const tryAgainMs = 250;
/** Of one brokerage; one that was forgotten costs a look. */
const mostHeard = 5_000;

/** Offers waiting conversations to the people of this node's tenants: when one begins to wait, when somebody comes free, in time. */
export function startDispatcher(
  parts: OfferDeps & {
    wakeups: Wakeups;
    leases: Leases;
    log: Logger;
    here: Presence['here'];
  },
): Dispatcher {
  const { clock } = parts;
  const tenants = new Map<string, Watched>();
  let stopped = false;

  function watch(tenantId: string): Watched {
    const watched: Watched = {
      running: false,
      again: false,
      unplaced: false,
      heard: new LRUCache({ max: mostHeard }),
      cancel: () => {},
      close: () => {},
    };
    watched.close = parts.wakeups.subscribe(tenantTopic(tenantId), (hint) => {
      if (hint.kind === offerOver) void run(tenantId, watched);
      if (hint.kind !== 'row') return;
      const row = hint.row as BoardRow;
      const { conversationId, mode, owner, offered, owed, snoozedUntil } = row;
      const stands = [mode, owner?.id, offered?.id, owed?.kind, snoozedUntil].join(' ');
      if (watched.heard.get(conversationId) === stands) return;
      watched.heard.set(conversationId, stands);
      const waits = mode === 'waiting' && owner === undefined && offered === undefined;
      if (waits || watched.unplaced) void run(tenantId, watched);
    });
    tenants.set(tenantId, watched);
    return watched;
  }

  function forget(tenantId: string, watched: Watched): void {
    watched.cancel();
    watched.close();
    tenants.delete(tenantId);
  }

  const isAnybodyHere = (tenantId: string): boolean => {
    const { atDesk, justLeft } = parts.here(tenantId);
    return atDesk.size + justLeft.size > 0;
  };

  async function run(tenantId: string, watched: Watched): Promise<void> {
    watched.again = watched.running;
    if (watched.running || stopped) return;
    // Their offers run out by time, and on other nodes that know who is here.
    if (!isAnybodyHere(tenantId)) return forget(tenantId, watched);
    watched.running = true;
    watched.cancel();
    let nextMs = lookEveryMs;
    try {
      const lease = await parts.leases.take(`offers:${tenantId}`, leaseMs);
      if (lease === null) nextMs = tryAgainMs;
      else {
        try {
          const { unplaced } = await offerWaiting(parts, tenantId, parts.here(tenantId));
          watched.unplaced = unplaced > 0;
        } finally {
          await lease.release();
        }
      }
    } catch (err) {
      parts.log.warn('waiting conversations could not be offered', { err });
    }
    watched.running = false;
    if (stopped || tenants.get(tenantId) !== watched) return;
    if (watched.again) void run(tenantId, watched);
    else watched.cancel = clock.after(nextMs, () => void run(tenantId, watched));
  }

  return {
    look(tenantId) {
      if (stopped) return;
      const known = tenants.get(tenantId);
      if (known !== undefined) void run(tenantId, known);
      else if (isAnybodyHere(tenantId)) void run(tenantId, watch(tenantId));
    },
    stop() {
      stopped = true;
      for (const [tenantId, watched] of tenants) forget(tenantId, watched);
    },
  };
}
