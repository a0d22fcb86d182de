import { type JobLane, type JobStore, longestTakenMs, type TakenJob } from '../../kernel/jobs.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

interface JobRow extends TakenJob {
  lane: JobLane;
  /** When it is due in its lane; when it died. */
  at: number;
}

/** Jobs of this process only: gone with it. No step waits, so each is atomic. */
export function createMemoryJobStore(): JobStore {
  const rows = new Map<string, JobRow>();
  const inLane = (lane: JobLane): JobRow[] =>
    [...rows.values()].filter((row) => row.lane === lane).sort((a, b) => a.at - b.at);
  const asTaken = ({ lane: _, at: __, ...job }: JobRow): TakenJob => jsonCopy(job);
  /** Only while it is as it was taken. */
  const change = (job: TakenJob, to: Partial<JobRow>): boolean => {
    const row = rows.get(job.key);
    if (row?.rev !== job.rev) return false;
    Object.assign(row, to, { rev: row.rev + 1 });
    return true;
  };

  return {
    async set({ at, unlessSet = false, ...job }) {
      const row = rows.get(job.key);
      if (unlessSet && row !== undefined && row.lane !== 'dead') return false;
      const first = Math.min(at, row?.at ?? at);
      const rev = (row?.rev ?? 0) + 1;
      rows.set(job.key, { ...jsonCopy(job), lane: 'scheduled', at: first, dueAt: first, tries: 0, rev });
      return row === undefined;
    },
    async take({ lane, now, limit, leaseMs, aheadMs }) {
      const isDue = ({ at }: JobRow): boolean => at <= now || (lane === 'taken' && at > now + longestTakenMs);
      const due = inLane(lane).filter(isDue);
      const jobs = due.slice(0, limit).map((row) => {
        const dueAt = row.lane === 'scheduled' ? row.at : row.dueAt;
        Object.assign(row, { lane: 'taken', at: now + leaseMs, dueAt, tries: row.tries + 1, rev: row.rev + 1 });
        return asTaken(row);
      });
      const next = inLane(lane).find(({ key }) => !jobs.some((job) => job.key === key))?.at ?? null;
      const nextAt = due.length > limit ? now : next !== null && next <= now + aheadMs ? next : null;
      return { jobs, nextAt };
    },
    async done(job) {
      return change(job, {}) && rows.delete(job.key);
    },
    async runAgain(job, at) {
      return change(job, { lane: 'scheduled', at, tries: 0 });
    },
    async tryAgain(job, at) {
      return change(job, { at, tries: job.tries });
    },
    async bury(job, now) {
      return change(job, { lane: 'dead', at: now });
    },
    async listDead(limit) {
      const dead = inLane('dead').reverse().slice(0, limit);
      return dead.map(({ key, kind, tenantId, conversationId, dueAt, at }) => ({
        ...{ key, kind, tenantId, conversationId, dueAt },
        diedAt: at,
      }));
    },
    async removeDead(before, limit) {
      const old = inLane('dead').filter(({ at }) => at < before);
      for (const { key } of old.slice(0, limit)) rows.delete(key);
    },
    async count(tenantId, upTo) {
      const found = [...rows.values()].filter((row) => tenantId === null || row.tenantId === tenantId);
      return Math.min(upTo, found.length);
    },
  };
}
