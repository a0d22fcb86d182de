import type { Clock } from './clock.ts';
import { HubError } from './hubError.ts';
import { type JobStore, type Jobs, jobDataBytes, keyOf } from './jobs.ts';
import type { Logger, Meter } from './observe.ts';
import type { Wakeups } from './wakeups.ts';

/** The port of this node's job runner, which needs more. */
export interface OwnJobs extends Jobs {
  /** Calls `listener` with the time of every job that this node sets, until the returned function is called. */
  onSet(listener: (at: number) => void): () => void;
  /**
   * Forgets, on every node, that a job is set. To be called before a job that was taken is changed, so that the next `schedule`
   * writes it.
   */
  forget(key: string): void;
}

/** Bounds above the needs of any brokerage or hub: more is a fault, or a flood. */
export interface JobBounds {
  ofTenant: number;
  inAll: number;
  /** Counting is expensive: a tenant's jobs are counted after this many new ones on this node. */
  countEvery: number;
}
const usualBounds: JobBounds = { ofTenant: 200_000, inAll: 1_000_000, countEvery: 1_000 };
/** Keys that a node remembers. */
const mostKnown = 50_000;
/** A job that is due no sooner than this from now cannot have been run by a node whose clock is right. */
const surelyStandsMs = 10_000;

const topic = 'jobs';

/**
 * Jobs on a store. A job that is known to run soon enough is not written again, so a time that moves on with every message costs a
 * write only now and then. Jobs beyond the bounds are refused, which is logged and counted; the work they were for is not done.
 */
export function createJobs(
  deps: { store: JobStore; clock: Clock; wakeups: Wakeups; log: Logger; meter: Meter },
  bounds = usualBounds,
): OwnJobs {
  const { store, clock, wakeups, log, meter } = deps;
  const known = new Map<string, number>();
  const listeners = new Set<(at: number) => void>();
  /** By tenant: how many were set or refused since they were counted, and whether there were too many. */
  const counts = new Map<string, { since: number; full: boolean }>();
  wakeups.subscribe(topic, ({ key }) => void known.delete(String(key)));

  function remember(key: string, at: number): void {
    known.delete(key);
    known.set(key, at);
    if (known.size <= mostKnown) return;
    const [oldest] = known.keys();
    if (oldest !== undefined) known.delete(oldest);
  }
  function forget(key: string): void {
    known.delete(key);
    wakeups.publish(topic, { kind: 'job-changes', key });
  }

  function countOf(tenantId: string): { since: number; full: boolean } {
    const count = counts.get(tenantId) ?? { since: 0, full: false };
    counts.set(tenantId, count);
    return count;
  }
  async function countAgain(tenantId: string): Promise<void> {
    const count = countOf(tenantId);
    count.since = 0;
    try {
      const ofTenant = await store.count(tenantId, bounds.ofTenant);
      count.full = ofTenant >= bounds.ofTenant || (await store.count(null, bounds.inAll)) >= bounds.inAll;
      if (count.full) log.error('too many jobs: new ones are refused', { tenantId });
    } catch (err) {
      log.warn('the jobs could not be counted', { err, tenantId });
    }
  }

  return {
    async schedule({ at, tenantId, kind, about, conversationId = null, data = {}, unlessSet = false }) {
      if (JSON.stringify(data).length > jobDataBytes) throw new HubError('PAYLOAD_TOO_LARGE');
      const key = keyOf({ tenantId, kind, about });
      const before = known.get(key);
      if (before !== undefined && before <= at && before > clock.now() + surelyStandsMs) return;
      const count = countOf(tenantId);
      const job = { key, tenantId, kind, about, conversationId, data, at, unlessSet };
      const isNew = count.full || (await store.set(job));
      if (isNew) count.since += 1;
      if (count.since >= bounds.countEvery) void countAgain(tenantId);
      if (count.full) return meter.count('hub_jobs_refused_total', { kind });
      // The one that stands is run by another, and may be gone any moment.
      if (unlessSet && !isNew) return;
      remember(key, at);
      for (const listener of listeners) listener(at);
    },
    onSet(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forget,
  };
}
