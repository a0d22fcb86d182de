import { describe, expect, it } from 'vitest';
import { createMemoryJobStore } from '../../src/adapters/memory/jobStore.ts';
import { createMemoryWakeups } from '../../src/adapters/memory/wakeups.ts';
import { createJobs } from '../../src/kernel/createJobs.ts';
import { type JobStore, keyOf, leaseMs, mostTries, pauseAfter } from '../../src/kernel/jobs.ts';
import { silentLogger, silentMeter } from '../../src/kernel/observe.ts';
import { holdClock } from '../support/heldClock.ts';

const dayMs = 86_400_000;
const quiet = { tenantId: 't1', kind: 'quiet', about: 'c1' } as const;

function keeper(bounds?: Parameters<typeof createJobs>[1]) {
  const clock = holdClock();
  const store = createMemoryJobStore();
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const counted: string[] = [];
  let writes = 0;
  const counting: JobStore = {
    ...store,
    set(job) {
      writes += 1;
      return store.set(job);
    },
  };
  const errors: string[] = [];
  const log = { ...silentLogger, error: (message: string) => void errors.push(message) };
  const meter = { ...silentMeter, count: (name: string) => void counted.push(name) };
  /** All that is kept is done, as after their time. */
  async function finishAll(): Promise<void> {
    const end = Number.MAX_SAFE_INTEGER - leaseMs;
    const taken = await store.take({ lane: 'scheduled', now: end, limit: 99, leaseMs, aheadMs: 0 });
    for (const job of taken.jobs) await store.done(job);
  }
  const node = () => createJobs({ store: counting, clock, wakeups, log, meter }, bounds);
  return { clock, store, finishAll, jobs: node(), node, counted, errors, writes: () => writes };
}

describe('a job that is set', () => {
  it('is not written again while it is known to run soon enough, and is once it may have run', async () => {
    const { jobs, clock, writes } = keeper();
    const at = clock.now() + dayMs;
    await jobs.schedule({ ...quiet, at });
    await jobs.schedule({ ...quiet, at: at + 5_000 });
    expect(writes()).toBe(1);
    await jobs.schedule({ ...quiet, at: at - 5_000 });
    expect(writes()).toBe(2);
    await clock.pass(dayMs);
    await jobs.schedule({ ...quiet, at: clock.now() + dayMs });
    expect(writes()).toBe(3);
  });

  it('is written again once any node has changed it, though its time had not come by the clock of this one', async () => {
    const { jobs, node, clock, writes, store, finishAll } = keeper();
    const ahead = node();
    const at = clock.now() + dayMs;
    await jobs.schedule({ ...quiet, at });
    ahead.forget(keyOf(quiet));
    await finishAll();
    await jobs.schedule({ ...quiet, at });
    expect(writes()).toBe(2);
    expect(await store.count('t1', 9)).toBe(1);
  });

  it('carries ids and figures, and no more', async () => {
    const { jobs, clock } = keeper();
    const much = { ...quiet, at: clock.now(), data: { words: 'x'.repeat(2_000) } };
    await expect(jobs.schedule(much)).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  });

  it.each([
    ['of a tenant', { ofTenant: 5, inAll: 100, countEvery: 2 }, 0],
    ['in all', { ofTenant: 100, inAll: 5, countEvery: 2 }, 5],
  ])(
    'is refused beyond the bound %s, which is told, and taken again once there is room',
    async (_, bounds, elsewhere) => {
      const { jobs, clock, store, finishAll, counted, errors } = keeper(bounds);
      const at = clock.now() + dayMs;
      for (let n = 0; n < elsewhere; n++) await jobs.schedule({ ...quiet, tenantId: 't2', about: `o${n}`, at });
      for (let n = 0; n < 20; n++) {
        await jobs.schedule({ ...quiet, about: `c${n}`, at });
        await clock.pass(0);
      }
      expect(await store.count('t1', 99)).toBeLessThanOrEqual(6);
      expect(counted).toContain('hub_jobs_refused_total');
      expect(errors).toContain('too many jobs: new ones are refused');
      await finishAll();
      for (let n = 0; n < 3; n++) {
        await jobs.schedule({ ...quiet, about: `d${n}`, at });
        await clock.pass(0);
      }
      expect(await store.count('t1', 99)).toBeGreaterThan(0);
    },
  );
});

it('failed jobs are retried ever less often, at scattered times, within an hour', () => {
  const pauses = Array.from({ length: mostTries - 1 }, (_, n) => pauseAfter(n + 1, () => 1));
  expect(pauses.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(Math.max(...pauses)).toBe(600_000);
  expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(3_600_000);
  expect(pauseAfter(3, () => 0)).toBe(3_000);
});
