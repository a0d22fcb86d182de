import type { Clock } from './clock.ts';
import type { Logger } from './observe.ts';

/**
 * Says which node works on what, for speed only: correctness rests on the fence in the database and on unique indexes. A lease that
 * is not renewed ends by itself after `ttlMs`.
 */
export interface Leases {
  /** The lease, or null when somebody else holds it. */
  take(name: string, ttlMs: number): Promise<Lease | null>;
}

export interface Lease {
  /** False when it was lost meanwhile: another may work on it too. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

/** A lease in the hands of its holder. */
export interface HeldLease {
  /** False once it was lost, or could not be renewed: another node may work on it, and the former holder begins nothing new. */
  isHeld(): boolean;
  letGo(): Promise<void>;
}

/** Renews a lease every `everyMs` while its holder works, until it is lost or let go. */
export function holdLease(deps: { clock: Clock; log: Logger }, lease: Lease, everyMs: number): HeldLease {
  let cancel = (): void => {};
  let isHeld = true;
  const again = (): void => {
    cancel = deps.clock.after(everyMs, () => {
      lease.renew().then(
        (renewed) => {
          isHeld &&= renewed;
          if (isHeld) again();
        },
        (err: unknown) => {
          isHeld = false;
          deps.log.warn('a lease could not be renewed', { err });
        },
      );
    });
  };
  again();
  return {
    isHeld: () => isHeld,
    async letGo() {
      isHeld = false;
      cancel();
      await lease.release();
    },
  };
}
