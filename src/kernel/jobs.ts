/** Each has its row in `app/jobKinds.ts`, which says what is done. An interface, so that another file may declare a kind. */
export interface JobKinds {
  appointment: true;
  'busy-times': true;
  call: true;
  cooling: true;
  experiment: true;
  'forget-past': true;
  'home-photos': true;
  narratives: true;
  offer: true;
  'password-mail': true;
  pause: true;
  quiet: true;
  report: true;
  'report-mail': true;
  'scheduled-message': true;
  sending: true;
  speaker: true;
  task: true;
  wait: true;
  webhook: true;
}
export type JobKind = keyof JobKinds;

/**
 * A thing to look at when its time comes. `about` is its id: each thing has one job of each kind. The job reads from
 * the thing itself what to do, so it may run early, late or twice; it says when it wants to run again.
 */
export interface Job {
  tenantId: string;
  kind: JobKind;
  about: string;
  /** The conversation that tells the team when it cannot be done; null if it has none. */
  conversationId: string | null;
  data: JobData;
}
/** Ids and figures, no words of anybody's: `jobDataBytes` as JSON at most. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

/** The port of features that keep time. */
export interface Jobs {
  /**
   * Durable when it resolves. No later than `at` (ms since the epoch) the job runs; one of that kind and thing that was to run sooner
   * still does. Set it before the write that it is for: without that write it finds nothing to do.
   */
  schedule(job: JobToSet): Promise<void>;
}
export interface JobToSet extends Omit<Job, 'conversationId' | 'data'> {
  conversationId?: string;
  data?: JobData;
  at: number;
  /** One that is set already, or runs now, stays as it is. */
  unlessSet?: boolean;
}

/**
 * The state of a job: `scheduled` for a time that may be far away; `taken` by a node until its lease ends, or to be tried again soon;
 * `dead` when it failed too often.
 */
export type JobLane = 'scheduled' | 'taken' | 'dead';

/** A job in the hands of one node. `dueAt`: when it was to run; `tries`: with this one; `rev`: as it was taken. */
export interface TakenJob extends Job {
  key: string;
  dueAt: number;
  tries: number;
  rev: number;
}
export interface DeadJob extends Pick<TakenJob, 'key' | 'kind' | 'tenantId' | 'conversationId' | 'dueAt'> {
  diedAt: number;
}

/** All that the hub has to do later. Each change of a taken job happens only while nobody has set it anew: true when it did. */
export interface JobStore {
  /**
   * Sets a job, or brings it forward to `at`. One that is dead is scheduled anew, one that is taken no later than its lease ends, for its
   * node may have died. True when there was none. `unlessSet`: one that is there and not dead stays as it is.
   */
  set(job: Job & { key: string; at: number; unlessSet?: boolean }): Promise<boolean>;
  /**
   * Takes what is due of a lane, the oldest first, each for `leaseMs` and for one of any number of nodes. `nextAt`: when the next is due,
   * where that is within `aheadMs`; `now` where more may be due than `limit`. A job that seems taken for longer than `longestTakenMs`
   * was taken by a clock that was wrong, and is due.
   */
  take(look: {
    lane: 'scheduled' | 'taken';
    now: number;
    limit: number;
    leaseMs: number;
    aheadMs: number;
  }): Promise<{ jobs: TakenJob[]; nextAt: number | null }>;
  /** Removes a job that is over. */
  done(job: TakenJob): Promise<boolean>;
  /** It runs again at a time, as if it had never failed. */
  runAgain(job: TakenJob, at: number): Promise<boolean>;
  /** It failed, and is tried again, with as many tries as `job` says. */
  tryAgain(job: TakenJob, at: number): Promise<boolean>;
  /** It failed too often. */
  bury(job: TakenJob, now: number): Promise<boolean>;
  /** The newest first. */
  listDead(limit: number): Promise<DeadJob[]>;
  /** Removes dead jobs older than `before`, the oldest `limit` at most. */
  removeDead(before: number, limit: number): Promise<void>;
  /** How many a tenant has, or all: no further than `upTo`. */
  count(tenantId: string | null, upTo: number): Promise<number>;
}

/** The tenant first, so that its jobs can be counted. */
export const keyOf = ({ tenantId, kind, about }: Pick<Job, 'tenantId' | 'kind' | 'about'>): string =>
  `${tenantId}/${kind}:${about}`;
/** For jobs that are no tenant's. */
export const noTenant = '*';

export const jobDataBytes = 1024;
/** How long a node that died holds a job; a job that takes longer may be run by another node as well. */
export const leaseMs = 30_000;
/** Together with the pauses of `pauseAfter` about forty minutes. */
export const mostTries = 12;
const firstPauseMs = 1000;
const longestPauseMs = 600_000;
/** No lease and no pause is longer: a row that says so was written by a wrong clock. */
export const longestTakenMs = longestPauseMs + 60_000;

/**
 * The pause before the next try, in milliseconds: doubled with each try, a quarter of it by chance, so that what failed together is
 * not tried together.
 */
export function pauseAfter(tries: number, random: () => number): number {
  const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1));
  return Math.round(pauseMs * (0.75 + 0.25 * random()));
}
