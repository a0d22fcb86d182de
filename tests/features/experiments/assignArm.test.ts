import { expect, test } from 'vitest';
import { createMemoryExperimentStore } from '../../../src/adapters/memory/experimentStore.ts';
import { createMemoryTenantVersionStore } from '../../../src/adapters/memory/tenantVersionStore.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import { assignArm } from '../../../src/features/experiments/assignArm.ts';
import type { Experiment } from '../../../src/features/experiments/model.ts';
import { createArmFinder } from '../../../src/features/experiments/runningArm.ts';
import { checkSampleRatio } from '../../../src/features/experiments/statistics.ts';
import { toldVersions } from '../../../src/features/tenants/raiseVersions.ts';
import { createTenantVersions } from '../../../src/features/tenants/tenantVersions.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { holdClock } from '../../support/heldClock.ts';

/* Hashes of 10,000 leads, and stores in memory: no time to speak of. */

const experiment: Experiment = {
  ...{ id: 'e1', tenantId: 't1', name: 'Facts or feelings', metric: 'replied', minimumPerArm: 20, salt: 'salt' },
  arms: [
    { strategy: 'empathetic', weight: 0.7 },
    { strategy: 'analytical', weight: 0.2 },
    { strategy: 'assertive', weight: 0.1 },
  ],
  plan: { baseRate: 0.2, lift: 0.1 },
  ...{ startedAt: 0, endsAt: 1_750_000_000_000 + 1_000, stoppedAt: null, by: { id: 'p', name: 'Maya' } },
};
const leads = Array.from({ length: 10_000 }, (_, index) => `lead-${index}`);

test('a lead has the same arm each time, by a hash that anybody can compute', () => {
  // printf 't1:e1:salt:lead-0' | sha256sum begins with cfbbb04b, which is 0.811 of all.
  expect(assignArm(experiment, 'lead-0')?.strategy).toBe('analytical');
  for (const lead of leads.slice(0, 100)) expect(assignArm(experiment, lead)).toEqual(assignArm(experiment, lead));
});

test('the arms get their parts of the leads, and another experiment splits them anew', () => {
  const strategies = leads.map((lead) => assignArm(experiment, lead)?.strategy);
  const counts = experiment.arms.map(({ strategy, weight }) => ({
    weight,
    count: strategies.filter((one) => one === strategy).length,
  }));
  expect(checkSampleRatio(counts).mismatch).toBe(false);
  const other = leads.map((lead) => assignArm({ ...experiment, id: 'e2' }, lead)?.strategy);
  const alike = strategies.filter((one, index) => one === other[index]).length / leads.length;
  // As often as two independent splits agree: 0.7² + 0.2² + 0.1² = 0.54.
  expect(Math.abs(alike - 0.54)).toBeLessThan(0.02);
});

test('a node asks its store once, not for every lead, and hears when an experiment starts, is stopped, and ends', async () => {
  const clock = holdClock();
  const versions = toldVersions(createMemoryTenantVersionStore());
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const { hold } = createTenantVersions({ versions, wakeups, clock });
  const store = createMemoryExperimentStore();
  let asked = 0;
  const experiments = {
    findStarted(tenantId: string) {
      asked += 1;
      return store.findStarted(tenantId);
    },
  };
  const armOf = createArmFinder({ hold, experiments, clock });
  const find = () => armOf('t1', async () => 'lead-0');
  expect(await armOf('t1', () => Promise.reject(new Error('no lead is looked up while nothing runs')))).toBeNull();
  for (let times = 0; times < 3; times += 1) expect(await find()).toBeNull();
  expect(asked).toBe(1);

  await store.start(experiment, 100);
  await versions.raise('t1', 'experiments');
  for (let times = 0; times < 3; times += 1)
    expect(await find()).toEqual({ experimentId: 'e1', strategy: assignArm(experiment, 'lead-0')?.strategy });
  expect(asked).toBe(2);
  expect(await armOf('t1', async () => null)).toBeNull();
  expect(await armOf('another', async () => 'lead-0')).toBeNull();

  clock.jump(1_000);
  expect(await find()).toBeNull();
  clock.jump(-1_000);
  await store.stop('t1', 'e1', clock.now());
  await versions.raise('t1', 'experiments');
  expect(await find()).toBeNull();
});
