import { inject } from 'vitest';
import { type Balancer, startBalancer } from './balancer.ts';
import { type HubProcess, startHubProcess } from './hubProcess.ts';
import { startRedis, uniqueDatabaseUrl } from './servers.ts';

/** Two hub processes on one database, behind a balancer that sends everybody to the one that is going to be killed. */
export interface TwoNodes {
  balancer: Balancer;
  doomed: HubProcess;
  survivor: HubProcess;
  stop(): Promise<void>;
}

export async function startTwoNodes(): Promise<TwoNodes> {
  const [redis, balancer] = await Promise.all([startRedis(), startBalancer()]);
  const env = {
    MONGODB_URL: uniqueDatabaseUrl(inject('mongodbUrl')),
    REDIS_URL: redis.url,
    HUB_SECRET: 'a-secret-for-this-test-of-32-chars!',
  };
  const doomed = await startHubProcess(env);
  const survivor = await startHubProcess(env);
  balancer.sendTo(doomed);
  return {
    ...{ balancer, doomed, survivor },
    async stop() {
      await doomed.kill();
      await survivor.stop();
      await balancer.close();
      await redis.stop();
    },
  };
}
