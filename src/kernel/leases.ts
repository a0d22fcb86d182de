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
