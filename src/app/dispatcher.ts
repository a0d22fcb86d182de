import type { BoardRow } from '../contract/board.ts';
import { offerWaiting } from '../features/conversations/offerWaiting.ts';
import type { ConversationParts } from '../features/conversations/parts.ts';
import type { IdentityStore } from '../features/identity/ports.ts';
import type { Presence } from '../gateway/presence.ts';
import type { Leases } from '../kernel/leases.ts';
import type { Logger } from '../kernel/observe.ts';
import { tenantTopic } from '../kernel/wakeups.ts';

export interface Dispatcher {
  /** Somebody arrived or left, or became free or busy. */
  look(tenantId: string): void;
  stop(): void;
}

interface Watched {
  running: boolean;
  again: boolean;
  /** Somebody waits for whom nobody had room. */
  unplaced: boolean;
  cancel(): void;
  close(): void;
}

const leaseMs = 5000;
/** What was missed, a hint or a lease of a node that died, is made good for with the next look. */
const lookEveryMs = 5000;
const tryAgainMs = 250;

/** Offers waiting conversations to the people of this node's tenants: when one begins to wait, when somebody comes free, in time. */
export function startDispatcher(
  parts: ConversationParts & {
    identity: Pick<IdentityStore, 'listUsers'>;
    leases: Leases;
    log: Logger;
    here: Presence['here'];
  },
): Dispatcher {
  const { clock } = parts;
  const tenants = new Map<string, Watched>();
  let stopped = false;

  function watch(tenantId: string): Watched {
    const watched: Watched = { running: false, again: false, unplaced: false, cancel: () => {}, close: () => {} };
    watched.close = parts.wakeups.subscribe(tenantTopic(tenantId), (hint) => {
      if (hint.kind !== 'row') return;
      const row = hint.row as BoardRow;
      const waits = row.mode === 'waiting' && row.owner === undefined && row.offered === undefined;
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

  async function run(tenantId: string, watched: Watched): Promise<void> {
    watched.again = watched.running;
    if (watched.running || stopped) return;
    watched.running = true;
    watched.cancel();
    let nextMs = lookEveryMs;
    try {
      const lease = await parts.leases.take(`offers:${tenantId}`, leaseMs);
      if (lease === null) nextMs = tryAgainMs;
      else {
        try {
          const { nextAt, unplaced } = await offerWaiting(parts, tenantId, parts.here(tenantId));
          watched.unplaced = unplaced > 0;
          if (nextAt !== null) nextMs = Math.min(lookEveryMs, Math.max(0, nextAt - clock.now()));
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
      const { atDesk, justLeft } = parts.here(tenantId);
      if (atDesk.size + justLeft.size === 0) {
        // Their offers run out by time, and by whoever is here on another node.
        if (known !== undefined) forget(tenantId, known);
        return;
      }
      void run(tenantId, known ?? watch(tenantId));
    },
    stop() {
      stopped = true;
      for (const [tenantId, watched] of tenants) forget(tenantId, watched);
    },
  };
}
