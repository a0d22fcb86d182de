import { inject } from 'vitest';
import { connectRedis, type RedisClients } from '../../src/adapters/redis/connectRedis.ts';
import { createSeal, redisKeyFrom, type Seal } from '../../src/adapters/redis/sealMessages.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/observe.ts';

/** Connections as a node has them. Every test uses ids of its own, so one Redis serves all. */
export const openRedis = (url = inject('redisUrl')): Promise<RedisClients> => connectRedis(url, { log: silentLogger });

/** As the nodes of one hub have it. */
export const newSeal = (): Seal =>
  createSeal(redisKeyFrom('the secret of these tests'), { clock: systemClock, onForged() {} });
