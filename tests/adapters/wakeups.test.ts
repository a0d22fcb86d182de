import { createMemoryWakeups } from '../../src/adapters/memory/wakeups.ts';
import { createRedisWakeups } from '../../src/adapters/redis/wakeups.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { wakeupsSuite } from '../suites/wakeupsSuite.ts';
import { newSeal, openRedis } from './openRedis.ts';

const log = silentLogger;

wakeupsSuite('memory', async () => {
  const wakeups = createMemoryWakeups({ log });
  return { here: wakeups, there: wakeups, settled: async () => {}, close: async () => {} };
});
wakeupsSuite('Redis', async () => {
  const nodes = await Promise.all([openRedis(), openRedis()]);
  return {
    here: createRedisWakeups(nodes[0], { log, seal: newSeal() }),
    there: createRedisWakeups(nodes[1], { log, seal: newSeal() }),
    // Answered on the same connection after the subscriptions that were asked for before.
    async settled() {
      await Promise.all(nodes.map(({ subscriber }) => subscriber.ping()));
    },
    async close() {
      await Promise.all(nodes.map((node) => node.close()));
    },
  };
});
