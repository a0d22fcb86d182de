import { describe, expect, it } from 'vitest';
import { createMemoryJobStore } from '../../src/adapters/memory/jobStore.ts';
import { createMemoryWakeups } from '../../src/adapters/memory/wakeups.ts';
import { UnknownJob } from '../../src/app/jobKinds.ts';
import { lookEveryMs, startJobRunner } from '../../src/app/jobRunner.ts';
import { createJobs } from '../../src/kernel/createJobs.ts';
import { type Job, type JobStore, leaseMs, mostTries } from '../../src/kernel/jobs.ts';
import { silentLogger, silentMeter } from '../../src/kernel/observe.ts';
import { holdClock } from '../support/heldClock.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const aWait = { tenantId: 't1', kind: 'wait', about: 'c1', conversationId: 'c1' } as const;

/** Nodes on one store and one clock. */
function fleet(instead: Partial<JobStore> = {}) {
  const clock = holdClock();
  const plain = createMemoryJobStore();
  const store = { ...plain, ...instead };
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const ran: { about: string; at: number; node: string }[] = [];
  const dead: string[] = [];
  const told: { message: string; fields: Record<string, unknown> | undefined }[] = [];
  const observed: { name: string; seconds: number }[] = [];
  const log = {
    ...silentLogger,
    warn: (message: string, fields?: Record<string, unknown>) => void told.push({ message, fields }),
  };
  const meter = {
    ...silentMeter,
    observe: (name: string, seconds: number) => void observed.push({ name, seconds }),
  };
  const node = (
    name: string,
    does: (job: Job) => Promise<number | null> = async () => null,
    nodeClock: typeof clock = clock,
  ) => {
    const jobs = createJobs({ store, clock: nodeClock, wakeups, log, meter });
    const runner = startJobRunner({
      ...{ store, jobs, clock: nodeClock, log, meter, random: () => 1 },
      async run(job) {
        ran.push({ about: job.about, at: clock.now(), node: name });
        return does(job);
      },
      onDead: async ({ about }) => void dead.push(about),
    });
    return { jobs, runner };
  };
  return { clock, store, plain, node, ran, dead, told, observed };
}

/** A clock that runs with another one and can be put forward and back. */
function jumping(clock: ReturnType<typeof holdClock>) {
  const off = { ms: 0 };
  return { off, clock: { ...clock, now: () => clock.now() + off.ms } };
}

describe('the runner of jobs', () => {
  it('runs what its own node set to the millisecond, and the sooner one first', async () => {
    const { clock, node, ran } = fleet();
    const { jobs, runner } = node('a');
    await clock.pass(0);
    const from = clock.now();
    await jobs.schedule({ ...aWait, about: 'late', at: from + 9_000 });
    await jobs.schedule({ ...aWait, about: 'soon', at: from + 3_001 });
    await clock.pass(20_000);
    expect(ran.map(({ about, at }) => [about, at - from])).toEqual([
      ['soon', 3_001],
      ['late', 9_000],
    ]);
    await runner.stop(0);
  });

  it('runs on time what another node set long before, though that node is dead', async () => {
    const { clock, node, ran } = fleet();
    const dying = node('a');
    const at = clock.now() + 10 * minuteMs + 17;
    await dying.jobs.schedule({ ...aWait, at });
    await dying.runner.stop(0);
    const { runner } = node('b');
    await clock.pass(11 * minuteMs);
    expect(ran).toEqual([{ about: 'c1', at, node: 'b' }]);
    await runner.stop(0);
  });

  it('runs a job once, however many nodes there are', async () => {
    const { clock, node, ran } = fleet();
    const nodes = ['a', 'b', 'c'].map((name) => node(name));
    for (let n = 0; n < 40; n++) await nodes[0]?.jobs.schedule({ ...aWait, about: `c${n}`, at: clock.now() + n });
    await clock.pass(minuteMs);
    expect(ran.map(({ about }) => about).toSorted()).toEqual(Array.from({ length: 40 }, (_, n) => `c${n}`).toSorted());
    for (const { runner } of nodes) await runner.stop(0);
  });

  it('runs again when a job says so, and is set anew while it runs without being lost', async () => {
    const { clock, node, ran } = fleet();
    const from = clock.now();
    let times = 0;
    const { jobs, runner } = node('a', async () => {
      times += 1;
      if (times === 2) await jobs.schedule({ ...aWait, at: clock.now() + minuteMs });
      return times === 1 ? clock.now() + 5_000 : null;
    });
    await jobs.schedule({ ...aWait, at: from });
    await clock.pass(10 * minuteMs);
    // Once the lease is over already: a job may run early.
    expect(ran.map(({ at }) => at - from)).toEqual([0, 5_000, 5_000 + leaseMs]);
    await runner.stop(0);
  });

  it('is taken up by another node when its own dies in the middle of a job', async () => {
    const { clock, node, ran, store } = fleet();
    const from = clock.now();
    const { jobs } = node('dying', () => new Promise(() => {}));
    await jobs.schedule({ ...aWait, at: from });
    await clock.pass(1_000);
    clock.loseTimers();
    const { runner } = node('b');
    await clock.pass(leaseMs + lookEveryMs);
    expect(ran.map(({ node }) => node)).toEqual(['dying', 'b']);
    expect(await store.count(null, 9)).toBe(0);
    await runner.stop(0);
  });

  it('tries what fails again, ever later, tells the team when it gives up, and does not hold up the others', async () => {
    const { clock, node, ran, dead, told, store } = fleet();
    const from = clock.now();
    const { jobs, runner } = node('a', async ({ about }) => {
      if (about === 'bad') throw new Error('a fault of this one');
      return null;
    });
    await jobs.schedule({ ...aWait, about: 'bad', at: from });
    await jobs.schedule({ ...aWait, about: 'good', at: from });
    await clock.pass(2 * hourMs);
    const bad = ran.filter(({ about }) => about === 'bad').map(({ at }) => at - from);
    expect(bad).toHaveLength(mostTries);
    expect(bad.slice(0, 4)).toEqual([0, 1_000, 3_000, 7_000]);
    expect(ran.filter(({ about }) => about === 'good')).toHaveLength(1);
    expect(dead).toEqual(['bad']);
    expect(await store.listDead(9)).toMatchObject([{ key: 't1/wait:bad', conversationId: 'c1' }]);
    expect(told.filter(({ message }) => message === 'a job failed')).toHaveLength(mostTries);
    await runner.stop(0);
  });

  it('gives up a job that its nodes die of', async () => {
    const { clock, node, dead, plain } = fleet();
    await plain.set({ ...aWait, key: 't1/wait:c1', data: {}, at: clock.now() });
    for (let n = 0; n < mostTries; n++) {
      const lane = n === 0 ? 'scheduled' : 'taken';
      await plain.take({ lane, now: clock.now(), limit: 1, leaseMs, aheadMs: 0 });
      await clock.pass(leaseMs);
    }
    const { runner } = node('a');
    await clock.pass(minuteMs);
    expect(dead).toEqual(['c1']);
    await runner.stop(0);
  });

  it('tells the team again where that failed, and only then gives up', async () => {
    const { clock, plain: store } = fleet();
    const quietly = { clock, log: silentLogger, meter: silentMeter };
    const jobs = createJobs({ store, wakeups: createMemoryWakeups(quietly), ...quietly });
    let told = 0;
    const runner = startJobRunner({
      ...{ store, jobs, ...quietly, random: () => 1 },
      run: () => Promise.reject(new Error('a fault')),
      async onDead() {
        told += 1;
        if (told === 1) throw new Error('the database is away');
      },
    });
    await jobs.schedule({ ...aWait, at: clock.now() });
    await clock.pass(3 * hourMs);
    expect(told).toBe(2);
    expect(await store.listDead(9)).toHaveLength(1);
    await runner.stop(0);
  });

  it('leaves a job of a later version alone, for as long as its nodes need', async () => {
    const { clock, node, ran, dead } = fleet();
    const old = node('old', async () => {
      throw new UnknownJob('a kind of tomorrow');
    });
    await old.jobs.schedule({ ...aWait, at: clock.now() });
    await clock.pass(hourMs);
    expect(dead).toEqual([]);
    await old.runner.stop(0);
    const { runner } = node('new');
    await clock.pass(2 * minuteMs);
    expect(ran.at(-1)?.node).toBe('new');
    await runner.stop(0);
  });

  it('shows what ran late, in a figure and in one line, and nothing of what was on time', async () => {
    const { clock, node, told, observed } = fleet();
    const before = node('before');
    const from = clock.now();
    for (let n = 0; n < 3; n++) await before.jobs.schedule({ ...aWait, about: `c${n}`, at: from + minuteMs });
    await before.runner.stop(0);
    await clock.pass(hourMs);
    const { jobs, runner } = node('after');
    await clock.pass(1_000);
    const late = { jobs: 3, kinds: 'wait', latestMs: hourMs - minuteMs };
    expect(told).toEqual([{ message: 'jobs ran late', fields: late }]);
    expect(observed.map(({ name, seconds }) => [name, seconds])).toEqual(
      Array.from({ length: 3 }, () => ['hub_job_late_seconds', 3_540]),
    );
    await jobs.schedule({ ...aWait, at: clock.now() + 5_000 });
    await clock.pass(minuteMs);
    expect(told).toHaveLength(1);
    await runner.stop(0);
  });

  it('asks the database twice in twelve seconds when there is nothing to do', async () => {
    let asked = 0;
    const counted = createMemoryJobStore();
    const { clock, node } = fleet({
      take(look) {
        asked += 1;
        return counted.take(look);
      },
    });
    const { runner } = node('a');
    await clock.pass(10 * minuteMs);
    expect(asked).toBeLessThanOrEqual(2 + (10 * minuteMs) / (lookEveryMs / 2));
    await runner.stop(0);
  });

  it('goes on after the database was away, with one warning for each look', async () => {
    let isAway = true;
    const counted = createMemoryJobStore();
    const { clock, node, told, ran, store } = fleet({
      ...counted,
      take: async (look) => (isAway ? Promise.reject(new Error('away')) : counted.take(look)),
    });
    const { jobs, runner } = node('a');
    await jobs.schedule({ ...aWait, at: clock.now() });
    await clock.pass(5_000);
    expect(new Set(told.map(({ message }) => message))).toEqual(new Set(['checking for due jobs failed']));
    isAway = false;
    await clock.pass(5_000);
    expect(ran).toHaveLength(1);
    expect(await store.count(null, 9)).toBe(0);
    await runner.stop(0);
  });
});

describe('a clock that jumps', () => {
  it('an hour forward and back runs a job early at most, and once in effect', async () => {
    const { clock, node, ran } = fleet();
    const wrong = jumping(clock);
    const effects = new Set<string>();
    // As in every job, the work is read from the thing, under a key of its own.
    const { jobs, runner } = node(
      'a',
      async ({ about }) => {
        effects.add(about);
        return null;
      },
      wrong.clock,
    );
    await jobs.schedule({ ...aWait, at: clock.now() + 30 * minuteMs });
    wrong.off.ms = hourMs;
    await clock.pass(minuteMs);
    expect(ran).toHaveLength(1);
    wrong.off.ms = 0;
    await clock.pass(2 * hourMs);
    expect(ran).toHaveLength(1);
    expect(effects.size).toBe(1);
    await runner.stop(0);
  });

  it('an hour back keeps nothing waiting that falls due afterward', async () => {
    const { clock, node, ran } = fleet();
    const wrong = jumping(clock);
    wrong.off.ms = hourMs;
    const { runner } = node('a', undefined, wrong.clock);
    await clock.pass(minuteMs);
    wrong.off.ms = 0;
    const other = node('b', () => new Promise(() => {}));
    await other.runner.stop(0);
    const at = clock.now() + minuteMs;
    await other.jobs.schedule({ ...aWait, at });
    await clock.pass(2 * minuteMs);
    expect(ran).toEqual([{ about: 'c1', at, node: 'a' }]);
    await runner.stop(0);
  });

  it('does not keep a job whose node died with a lease that ends in an hour', async () => {
    const { clock, node, ran } = fleet();
    const wrong = jumping(clock);
    const { jobs } = node('dying', () => new Promise(() => {}), wrong.clock);
    wrong.off.ms = hourMs;
    await jobs.schedule({ ...aWait, at: clock.now() });
    await clock.pass(1_000);
    expect(ran).toHaveLength(1);
    clock.loseTimers();
    const { runner } = node('b');
    await clock.pass(lookEveryMs);
    expect(ran.map(({ node }) => node)).toEqual(['dying', 'b']);
    await runner.stop(0);
  });

  it('does not put off for an hour what failed while it was wrong', async () => {
    const { clock, node, ran } = fleet();
    const wrong = jumping(clock);
    let fails = true;
    const { jobs, runner } = node(
      'a',
      async () => {
        if (fails) throw new Error('a fault');
        return null;
      },
      wrong.clock,
    );
    await clock.pass(0);
    wrong.off.ms = hourMs;
    await jobs.schedule({ ...aWait, at: clock.now() });
    await clock.pass(100);
    wrong.off.ms = 0;
    fails = false;
    await clock.pass(2 * lookEveryMs);
    expect(ran).toHaveLength(2);
    await runner.stop(0);
  });
});
