import { createMemoryLeases } from '../../src/adapters/memory/leases.ts';
import { createRedisLeases } from '../../src/adapters/redis/leases.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { leasesSuite } from '../suites/leasesSuite.ts';
import { openRedis } from './openRedis.ts';

leasesSuite('memory', async () => {
  const leases = createMemoryLeases();
  return { here: leases, there: leases, close: async () => {} };
});
leasesSuite('Redis', async () => {
  const nodes = await Promise.all([openRedis(), openRedis()]);
  const [here, there] = nodes.map(({ commands }) => createRedisLeases(commands, { log: silentLogger }));
  return {
    here: here!,
    there: there!,
    async close() {
      await Promise.all(nodes.map((node) => node.close()));
    },
  };
});
