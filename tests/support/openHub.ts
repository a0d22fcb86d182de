import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createPasswordHasher } from '../../src/adapters/argon2/passwordHasher.ts';
import { createPromMeter } from '../../src/adapters/telemetry/promMeter.ts';
import { channels } from '../../src/app/compose/channels.ts';
import { composeHub } from '../../src/app/compose/composeHub.ts';
import { readConfig } from '../../src/app/config.ts';
import { provideDemoTenant } from '../../src/app/demoTenant.ts';
import { provideSecret } from '../../src/app/provideSecret.ts';
import { openMemorySignals, openRedisSignals } from '../../src/app/signals.ts';
import { openMemoryStores, openMongoStores, type Stores } from '../../src/app/stores.ts';
import { warmUp } from '../../src/app/warmUp.ts';
import type { Channel, ChannelRow } from '../../src/features/channels/model.ts';
import type { PasswordHasher } from '../../src/features/identity/ports.ts';
import type { Gateway } from '../../src/gateway/server.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { type Logger, silentLogger } from '../../src/kernel/observe.ts';
import { withDemoHomes } from './demoHomes.ts';
import { replayHub, untilRowsStand } from './replayHub.ts';
import { untilReached } from './servers.ts';

export const demoPassword = 'demo-password-1';
/** No test asks a company outside: nothing listens there. */
export const noOutside = { TWILIO_BASE_URL: 'http://127.0.0.1:1' };

/** A password takes long to hash, on purpose: that of the demo is hashed once for all hubs of a process. */
const hasher = createPasswordHasher();
const hashes = new Map<string, Promise<string>>();
const demoHasher: PasswordHasher = {
  hash(password) {
    const hash = hashes.get(password) ?? hasher.hash(password);
    hashes.set(password, hash);
    return hash;
  },
  verify: async (stored, password) =>
    (stored !== null && stored === (await hashes.get(password))) || hasher.verify(stored, password),
};

/** As a hub does before it lets anybody in: the first message of a process takes so long that a busy machine loses connections over it. */
let isWarm = false;
function warmUpOnce(): void {
  if (!isWarm) warmUp();
  isWarm = true;
}

export interface OpenHub {
  url: string;
  stores: Stores;
  gateway: Gateway;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A hub in this process on a free port, with the demo tenant: on the memory stores, or on the servers that are given. When it
 * closes, every conversation is stepped again and has to come out the same, and every row has to be what its logs say.
 */
export async function openHub(
  given: {
    mongodbUrl?: string;
    redisUrl?: string;
    env?: NodeJS.ProcessEnv;
    log?: Logger;
    clientDir?: string;
    /** Beside the chat of a page; a row is given the accounts of `HUB_CHANNELS`. */
    channels?: readonly (Channel | ChannelRow)[];
  } = {},
): Promise<OpenHub> {
  warmUpOnce();
  const log = given.log ?? silentLogger;
  const config = readConfig({ PORT: '0', HUB_DEMO_PASSWORD: demoPassword, ...noOutside, ...given.env });
  const { mongodbUrl } = given;
  const stores =
    mongodbUrl === undefined ? openMemoryStores() : await untilReached(() => openMongoStores(mongodbUrl, log));
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
  await untilReached(() =>
    provideDemoTenant(
      {
        store: stores.identity,
        settings: stores.settings,
        listings: withDemoHomes(stores.listings, systemClock),
        hasher: demoHasher,
        clock: systemClock,
      },
      config,
    ),
  );
  const hub = await composeHub(
    config,
    stores,
    signals,
    log,
    meter,
    given.clientDir ?? resolve(import.meta.dirname, '../../dist/client'),
    [...channels, ...(given.channels ?? []).map((one) => (typeof one === 'function' ? one : () => one))],
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
      await untilReached(() => replayHub(stores, talks));
      // Nodes that go on, and work that draining did not wait for, write what they have just heard a moment later.
      await untilRowsStand(stores);
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
