import type { Clock } from './clock.ts';
import type { Logger } from './observe.ts';

/**
 * Who works on what, for speed only: correctness rests on the fence in the database and on unique indexes.
 * A lease that is not renewed ends by itself after `ttlMs`.
 */
export interface Leases {
  /** The lease, or null when somebody else holds it. */
  take(name: string, ttlMs: number): Promise<Lease | null>;
}

export interface Lease {
  /** False when it was lost meanwhile: stop working. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

/** Renews a lease while its holder works, until it is lost or the returned function gives it back. */
export function holdLease(parts: { clock: Clock; log: Logger }, lease: Lease, everyMs: number): () => Promise<void> {
  let cancel = (): void => {};
  const again = (): void => {
    cancel = parts.clock.after(everyMs, () => {
      lease.renew().then(
        (held) => held && again(),
        (err: unknown) => parts.log.warn('a lease could not be renewed', { err }),
      );
    });
  };
  again();
  return async () => {
    cancel();
    await lease.release();
  };
}
