import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fewAtOnce } from '../../src/kernel/fewAtOnce.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type Job, type JobStore, keyOf, leaseMs, longestTakenMs, type TakenJob } from '../../src/kernel/jobs.ts';
import { rivalCount } from '../support/rivalCount.ts';

const hourMs = 3_600_000;

/** The promises that every JobStore keeps. */
export function jobStoreSuite(name: string, open: () => Promise<{ store: JobStore; close(): Promise<void> }>): void {
  describe(`jobs, ${name}`, () => {
    let store: JobStore;
    let close: () => Promise<void>;
    /** Each test has a time of its own, so that none takes the jobs of another. */
    let base = -1_000_000 * hourMs;
    beforeAll(async () => {
      ({ store, close } = await open());
    });
    afterAll(() => close());

    const aJob = (over: Partial<Job> = {}): Job & { key: string } => {
      const job: Job = { tenantId: newId(), kind: 'wait', about: newId(), conversationId: null, data: {}, ...over };
      return { ...job, key: keyOf(job) };
    };
    const take = (now: number, over: Partial<Parameters<JobStore['take']>[0]> = {}) =>
      store.take({ lane: 'scheduled', now, limit: 50, leaseMs, aheadMs: 0, ...over });
    /** Ends what a test leaves behind. */
    async function clear(): Promise<void> {
      const end = Number.MAX_SAFE_INTEGER - leaseMs;
      for (const lane of ['scheduled', 'taken'] as const)
        for (const job of (await take(end, { lane })).jobs) await store.done(job);
      await store.removeDead(end, 50);
    }
    const set = async (at: number, over: Partial<Job> = {}) => {
      const job = aJob(over);
      await store.set({ ...job, at });
      return job;
    };
    const timeOfItsOwn = () => {
      base += 100 * hourMs;
      return base;
    };

    it('gives what is due, as it was set, the oldest first, and says when the next is due', async () => {
      const now = timeOfItsOwn();
      const data = { seq: 4, why: 'x', on: true, none: null };
      const late = await set(now, { data, conversationId: 'c1', kind: 'appointment' });
      const later = await set(now - 5);
      await set(now + 100);
      const { jobs, nextAt } = await take(now, { aheadMs: 100 });
      expect(jobs.map(({ key }) => key)).toEqual([later.key, late.key]);
      expect(jobs[1]).toEqual({ ...late, dueAt: now, tries: 1, rev: expect.any(Number) });
      expect(nextAt).toBe(now + 100);
      expect(await take(now, { aheadMs: 99 })).toEqual({ jobs: [], nextAt: null });
      await clear();
    });

    it('gives no more than asked for, and says that more is due', async () => {
      const now = timeOfItsOwn();
      const all = await Promise.all([1, 2, 3].map((ago) => set(now - ago)));
      const first = await take(now, { limit: 2 });
      expect(first.jobs.map(({ key }) => key)).toEqual([all[2]?.key, all[1]?.key]);
      expect(first.nextAt).toBe(now);
      expect((await take(now, { limit: 2 })).jobs.map(({ key }) => key)).toEqual([all[0]?.key]);
      await clear();
    });

    it('keeps one of a kind and thing, at the soonest of the times it was set for', async () => {
      const now = timeOfItsOwn();
      const job = aJob();
      expect(await store.set({ ...job, at: now + 50 })).toBe(true);
      expect(await store.set({ ...job, at: now + 90 })).toBe(false);
      expect(await store.set({ ...job, at: now + 20 })).toBe(false);
      expect((await take(now + 19)).jobs).toEqual([]);
      expect((await take(now + 20)).jobs).toHaveLength(1);
      await clear();
    });

    it('set unless it is set stays as it is, whether it waits or runs, and a dead one begins anew', async () => {
      const now = timeOfItsOwn();
      const job = aJob({ data: { place: 1 } });
      const again = { ...job, data: { place: 2 }, at: now - 9, unlessSet: true };
      expect(await store.set({ ...job, at: now, unlessSet: true })).toBe(true);
      expect(await store.set(again)).toBe(false);
      expect((await take(now - 1)).jobs).toEqual([]);
      const [taken] = (await take(now)).jobs;
      expect(await store.set(again)).toBe(false);
      expect(taken?.data).toEqual({ place: 1 });
      expect(await store.bury(taken as TakenJob, now)).toBe(true);
      await store.set(again);
      expect((await take(now)).jobs).toMatchObject([{ key: job.key, data: { place: 2 } }]);
      await clear();
    });

    it('set at once by many is one job', async () => {
      const now = timeOfItsOwn();
      const job = aJob();
      const made = await fewAtOnce(
        Array.from({ length: rivalCount }, (_, n) => n),
        (n) => store.set({ ...job, at: now + n }),
      );
      expect(made.filter(Boolean)).toHaveLength(1);
      expect((await take(now)).jobs.map(({ key }) => key)).toEqual([job.key]);
      await clear();
    });

    it('gives each job to one of any number of nodes', async () => {
      const now = timeOfItsOwn();
      const all = await Promise.all([1, 2, 3, 4, 5].map(() => set(now)));
      const taken = await Promise.all(Array.from({ length: 10 }, () => take(now)));
      const keys = taken.flatMap(({ jobs }) => jobs.map(({ key }) => key));
      expect(keys.toSorted()).toEqual(all.map(({ key }) => key).toSorted());
      await clear();
    });

    it('gives a job again when the lease of a node that died is over, as often as it takes', async () => {
      const now = timeOfItsOwn();
      const { key } = await set(now);
      await take(now);
      expect((await take(now + leaseMs, { lane: 'taken' })).jobs).toMatchObject([{ key, tries: 2, dueAt: now }]);
      expect((await take(now + leaseMs, { lane: 'taken' })).jobs).toEqual([]);
      expect((await take(now + 2 * leaseMs, { lane: 'taken' })).jobs).toMatchObject([{ key, tries: 3 }]);
      await clear();
    });

    it('holds a lease that ends later than any can for one of a clock that was wrong: the job is due', async () => {
      const now = timeOfItsOwn();
      const { key } = await set(now);
      expect((await take(now + hourMs)).jobs).toHaveLength(1);
      // The clock was put back, and the node is dead.
      expect((await take(now, { lane: 'taken' })).jobs).toMatchObject([{ key, tries: 2 }]);
      expect((await take(now, { lane: 'taken' })).jobs).toEqual([]);
      const [job] = (await take(now + leaseMs, { lane: 'taken' })).jobs;
      await store.tryAgain(job as TakenJob, now + hourMs + longestTakenMs);
      expect((await take(now, { lane: 'taken' })).jobs).toMatchObject([{ key }]);
      await clear();
    });

    it('is over once it is done; one that was set anew meanwhile stays', async () => {
      const now = timeOfItsOwn();
      const over = await set(now);
      const anew = await set(now);
      const { jobs } = await take(now);
      await store.set({ ...anew, at: now + 10 });
      const done = await Promise.all(jobs.map(async (job) => [job.key, await store.done(job)]));
      expect(Object.fromEntries(done)).toEqual({ [over.key]: true, [anew.key]: false });
      expect((await take(now + 10)).jobs).toMatchObject([{ key: anew.key, tries: 1 }]);
      expect((await take(now + 10 * hourMs, { lane: 'taken' })).jobs.map(({ key }) => key)).not.toContain(over.key);
      await clear();
    });

    it('is run again at a time as if it had never failed, or tried again with its tries', async () => {
      const now = timeOfItsOwn();
      const again = await set(now);
      const failed = await set(now - 1);
      const { jobs } = await take(now);
      expect(await store.tryAgain(jobs[0] as TakenJob, now + 7)).toBe(true);
      expect(await store.runAgain(jobs[1] as TakenJob, now + 9)).toBe(true);
      expect(await store.runAgain(jobs[1] as TakenJob, now + 5)).toBe(false);
      expect((await take(now + 9)).jobs).toMatchObject([{ key: again.key, tries: 1, dueAt: now + 9 }]);
      expect((await take(now + 7, { lane: 'taken' })).jobs).toMatchObject([
        { key: failed.key, tries: 2, dueAt: now - 1 },
      ]);
      await clear();
    });

    it('keeps what was given up until it is set anew or long ago', async () => {
      const now = timeOfItsOwn();
      const old = await set(now, { conversationId: 'c1' });
      const young = await set(now + 1);
      const { jobs } = await take(now + 1);
      for (const [n, job] of jobs.entries()) expect(await store.bury(job, now + 50 + n)).toBe(true);
      expect(await store.listDead(2)).toMatchObject([{ key: young.key }, { key: old.key, conversationId: 'c1' }]);
      expect(await store.listDead(2)).toMatchObject([{ diedAt: now + 51 }, { diedAt: now + 50, dueAt: now }]);
      expect((await take(now + hourMs)).jobs).toEqual([]);
      expect((await take(now + hourMs, { lane: 'taken' })).jobs).toEqual([]);
      await store.removeDead(now + 51, 10);
      expect(await store.listDead(1)).toMatchObject([{ key: young.key }]);
      await store.set({ ...young, at: now + 60 });
      expect((await take(now + 60)).jobs).toMatchObject([{ key: young.key, tries: 1 }]);
      await clear();
    });

    it('counts the jobs of a tenant and of all, no further than asked', async () => {
      const now = timeOfItsOwn();
      const tenantId = newId();
      await Promise.all([1, 2, 3].map(() => set(now, { tenantId })));
      await set(now, { tenantId: `${tenantId}0` });
      expect(await store.count(tenantId, 10)).toBe(3);
      expect(await store.count(tenantId, 2)).toBe(2);
      expect(await store.count(newId(), 10)).toBe(0);
      expect(await store.count(null, 4)).toBe(4);
      await clear();
      expect(await store.count(tenantId, 10)).toBe(0);
    });
  });
}
