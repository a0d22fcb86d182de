import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createPasswordHasher } from '../../src/adapters/argon2/passwordHasher.ts';
import { createPromMeter } from '../../src/adapters/telemetry/promMeter.ts';
import { composeHub } from '../../src/app/compose.ts';
import { readConfig } from '../../src/app/config.ts';
import { provideDemoTenant } from '../../src/app/demoTenant.ts';
import { provideSecret } from '../../src/app/provideSecret.ts';
import { openMemorySignals, openRedisSignals } from '../../src/app/signals.ts';
import { openMemoryStores, openMongoStores, type Stores } from '../../src/app/stores.ts';
import type { Gateway } from '../../src/gateway/server.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { type Logger, silentLogger } from '../../src/kernel/observe.ts';
import { replayHub } from './replayHub.ts';

export const demoPassword = 'demo-password-1';

export interface OpenHub {
  url: string;
  stores: Stores;
  gateway: Gateway;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A hub in this process on a free port, with the demo tenant: on the memory stores, or on the servers that are given. When it
 * closes, every conversation is stepped again and has to come out the same.
 */
export async function openHub(
  given: { mongodbUrl?: string; redisUrl?: string; env?: NodeJS.ProcessEnv; log?: Logger; clientDir?: string } = {},
): Promise<OpenHub> {
  const log = given.log ?? silentLogger;
  const config = readConfig({ PORT: '0', HUB_DEMO_PASSWORD: demoPassword, ...given.env });
  const stores = given.mongodbUrl === undefined ? openMemoryStores() : await openMongoStores(given.mongodbUrl, log);
  const talks = new Set<string>();
  const { insert } = stores.turns;
  stores.turns.insert = (turn) => {
    talks.add(turn.conversationId);
    return insert(turn);
  };
  const meter = createPromMeter(log);
  const signals =
    given.redisUrl === undefined
      ? openMemorySignals(log, systemClock)
      : await openRedisSignals(given.redisUrl, await provideSecret(config, stores.identity), {
          log,
          meter,
          clock: systemClock,
        });
  await provideDemoTenant(
    {
      store: stores.identity,
      settings: stores.settings,
      listings: stores.listings,
      hasher: createPasswordHasher(),
      clock: systemClock,
    },
    config,
  );
  const hub = await composeHub(
    config,
    stores,
    signals,
    log,
    meter,
    given.clientDir ?? resolve(import.meta.dirname, '../../dist/client'),
  );
  hub.http.listen(0, '127.0.0.1');
  await once(hub.http, 'listening');
  let closed = false;
  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    hub.http.close();
    await hub.drain(3000);
    hub.http.closeAllConnections();
    await signals.close();
    try {
      await replayHub(stores, talks);
    } finally {
      await stores.close();
    }
  }
  return {
    url: `http://127.0.0.1:${(hub.http.address() as AddressInfo).port}`,
    stores,
    gateway: hub.gateway,
    close,
    [Symbol.asyncDispose]: close,
  };
}
