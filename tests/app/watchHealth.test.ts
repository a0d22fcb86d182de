import { expect, it } from 'vitest';
import { createMemoryWakeups } from '../../src/adapters/memory/wakeups.ts';
import { watchHealth } from '../../src/app/watchHealth.ts';
import type { HubHealth } from '../../src/contract/socket/health.ts';
import { HubError } from '../../src/kernel/hubError.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { holdClock } from '../support/heldClock.ts';

const answers = async () => {};
const fails = async () => {
  throw new HubError('DEPENDENCY_DOWN');
};

function nodes() {
  const clock = holdClock();
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const checks = { database: answers as () => Promise<void>, redis: answers as () => Promise<void> };
  const start = (node: string) =>
    watchHealth({
      node,
      clock,
      wakeups,
      modelState: () => 'well',
      checks: { database: () => checks.database(), redis: () => checks.redis() },
    });
  return { clock, checks, start };
}

it('a part that becomes slow or goes away is reported once, and so is its return', async () => {
  const { clock, checks, start } = nodes();
  const health = start('a');
  const told: HubHealth[] = [];
  health.onChange((next) => told.push(next));
  await clock.pass(10_000);
  expect(health.now()).toEqual({ model: 'well', database: 'well', redis: 'well', nodes: { here: 1, known: 1 } });
  checks.redis = fails;
  checks.database = () => new Promise((resolve) => clock.after(1_200, resolve));
  await clock.pass(20_000);
  expect(health.now()).toMatchObject({ database: 'slow', redis: 'away' });
  checks.redis = answers;
  checks.database = () => new Promise(() => undefined);
  await clock.pass(20_000);
  expect(health.now()).toMatchObject({ database: 'away', redis: 'well' });
  checks.database = answers;
  await clock.pass(10_000);
  expect(told.map(({ database, redis }) => [database, redis])).toEqual([
    ['well', 'well'],
    ['slow', 'away'],
    ['away', 'well'],
    ['well', 'well'],
  ]);
  health.stop();
});

it('a node that said goodbye is not missed', async () => {
  const { clock, start } = nodes();
  const mine = start('a');
  const other = start('b');
  await clock.pass(4_000);
  expect(mine.now().nodes).toEqual({ here: 2, known: 2 });
  other.stop();
  await clock.pass(4_000);
  expect(mine.now().nodes).toEqual({ here: 1, known: 1 });
  mine.stop();
});

it('a crashed node is gone after eight seconds, and its successor is not one more', async () => {
  const clock = holdClock();
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const watching = watchHealth({
    node: 'a',
    clock,
    wakeups,
    modelState: () => 'none',
    checks: { database: answers, redis: null },
  });
  wakeups.publish('nodes', { kind: 'node-here', node: 'b' });
  await clock.pass(6_000);
  expect(watching.now()).toMatchObject({ redis: 'none', nodes: { here: 2, known: 2 } });
  await clock.pass(4_000);
  expect(watching.now().nodes).toEqual({ here: 1, known: 2 });
  wakeups.publish('nodes', { kind: 'node-here', node: 'b2' });
  await clock.pass(0);
  expect(watching.now().nodes).toEqual({ here: 2, known: 2 });
});
