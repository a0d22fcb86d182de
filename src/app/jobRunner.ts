import type { Clock } from '../kernel/clock.ts';
import type { OwnJobs } from '../kernel/createJobs.ts';
import { type Job, type JobStore, leaseMs, mostTries, pauseAfter, type TakenJob } from '../kernel/jobs.ts';
import type { Logger, Meter } from '../kernel/observe.ts';
import { type JobRun, UnknownJob } from './jobKinds.ts';

export interface JobRunner {
  /** Takes no more jobs, and waits for those that run, no longer than `withinMs`. Whether all of them ended. */
  stop(withinMs: number): Promise<boolean>;
}

/** With two lanes this is one question in six seconds; jobs that this node sets run on time without them. */
export const lookEveryMs = 12_000;
const afterFailureMs = 2_000;
const jobsAtOnce = 16;
/** A job that runs later than this is told of. */
const lateAfterMs = 10_000;
/** A job of a later version is left to its nodes. */
const otherVersionMs = 60_000;

const lanes = ['scheduled', 'taken'] as const;
type Lane = (typeof lanes)[number];
/** Nothing runs again sooner. */
const soonestAgainMs = 1_000;

/**
 * Runs jobs when they are due, on any number of nodes: each is one node's while its lease lasts. A failed job is tried
 * again, ever less often; one that fails for good is told by `onDead` and kept as dead. Both lanes are looked at now
 * and then, and when this node knows that something is due.
 */
export function startJobRunner(parts: {
  store: JobStore;
  jobs: Pick<OwnJobs, 'onSet' | 'forget'>;
  run: JobRun;
  /** Tells the team that it was not done; again where that failed. */
  onDead(job: Job & { dueAt: number }): Promise<void>;
  clock: Clock;
  log: Logger;
  meter: Meter;
  random?: () => number;
}): JobRunner {
  const { store, jobs, clock, log, meter, random = Math.random } = parts;
  const running = new Set<Promise<void>>();
  const lookAt: Record<Lane, number> = { scheduled: clock.now(), taken: clock.now() };
  let looking = false;
  let stopped = false;
  let cancelTimer = (): void => {};

  function wake(): void {
    if (stopped || looking || running.size >= jobsAtOnce) return;
    const now = clock.now();
    // No later than usual, also after the clock was put back.
    for (const lane of lanes) lookAt[lane] = Math.min(lookAt[lane], now + lookEveryMs);
    const lane: Lane = lookAt.scheduled <= lookAt.taken ? 'scheduled' : 'taken';
    cancelTimer();
    cancelTimer = clock.after(Math.max(0, lookAt[lane] - now), () => void look(lane).then(wake));
  }
  const stopListening = jobs.onSet((at) => {
    if (at >= lookAt.scheduled) return;
    lookAt.scheduled = at;
    wake();
  });

  async function look(lane: Lane): Promise<void> {
    looking = true;
    const now = clock.now();
    // Before the look: a job set during it may come sooner.
    lookAt[lane] = now + lookEveryMs;
    try {
      const limit = jobsAtOnce - running.size;
      const found = await store.take({ lane, now, limit, leaseMs, aheadMs: lookEveryMs });
      if (found.nextAt !== null) lookAt[lane] = Math.min(lookAt[lane], found.nextAt);
      tellLate(found.jobs, now);
      for (const job of found.jobs) begin(job);
    } catch (err) {
      lookAt[lane] = now + afterFailureMs;
      log.warn('checking for due jobs failed', { err });
    } finally {
      looking = false;
    }
  }

  function tellLate(taken: readonly TakenJob[], now: number): void {
    for (const { kind, dueAt } of taken)
      meter.observe('hub_job_late_seconds', Math.max(0, now - dueAt) / 1000, { kind });
    const late = taken.filter(({ dueAt }) => now - dueAt > lateAfterMs);
    if (late.length === 0) return;
    const kinds = [...new Set(late.map(({ kind }) => kind))].sort().join(', ');
    log.warn('jobs ran late', {
      jobs: late.length,
      kinds,
      latestMs: now - Math.min(...late.map(({ dueAt }) => dueAt)),
    });
  }

  function begin(job: TakenJob): void {
    const run = runOne(job)
      .catch((err: unknown) =>
        log.warn('a job could not be marked as done: it will run again', { err, kind: job.kind }),
      )
      .finally(() => {
        running.delete(run);
        wake();
      });
    running.add(run);
  }

  async function runOne(job: TakenJob): Promise<void> {
    let nextAt: number | null;
    try {
      // Perhaps the node that took it died of it.
      if (job.tries > mostTries) throw new Error('its nodes died');
      nextAt = await parts.run(job);
    } catch (err) {
      return putOff(job, err);
    }
    // Before the store is told: a job set from here on is written.
    jobs.forget(job.key);
    if (nextAt === null) return void (await store.done(job));
    const at = Math.max(nextAt, clock.now() + soonestAgainMs);
    if (await store.runAgain(job, at)) lookAt.scheduled = Math.min(lookAt.scheduled, at);
  }

  async function putOff(job: TakenJob, err: unknown): Promise<void> {
    const { kind, tries, conversationId } = job;
    const now = clock.now();
    jobs.forget(job.key);
    if (err instanceof UnknownJob) return again({ ...job, tries: tries - 1 }, now + otherVersionMs);
    meter.count('hub_job_failures_total', { kind });
    log.warn('a job failed', { err, kind, tries, conversationId });
    if (tries < mostTries) return again(job, now + pauseAfter(tries, random));
    // First told, then dead: told again after a crash in between is told once.
    await parts.onDead(job);
    log.error('a job failed too often and was given up', { kind, conversationId });
    meter.count('hub_jobs_dead_total', { kind });
    await store.bury(job, now);
  }

  async function again(job: TakenJob, at: number): Promise<void> {
    if (await store.tryAgain(job, at)) lookAt.taken = Math.min(lookAt.taken, at);
  }

  wake();
  return {
    async stop(withinMs) {
      stopped = true;
      cancelTimer();
      stopListening();
      const late = new Promise<void>((done) => clock.after(withinMs, done));
      await Promise.race([Promise.allSettled(running), late]);
      return running.size === 0;
    },
  };
}
