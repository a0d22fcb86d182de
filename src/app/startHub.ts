import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createPasswordHasher } from '../adapters/argon2/passwordHasher.ts';
import { createPinoLogger } from '../adapters/telemetry/pinoLogger.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Logger } from '../kernel/observe.ts';
import { composeHub, type Hub } from './compose.ts';
import { type Config, ConfigFaults, readConfig } from './config.ts';
import { demoStaff, provideDemoTenant } from './demoTenant.ts';
import { projectRoot } from './embedded/projectRoot.ts';
import { type ProvidedDatabase, provideDatabase } from './embedded/provideDatabase.ts';
import { StartRefused } from './embedded/startRefused.ts';
import { openMemorySignals, openRedisSignals, type Signals } from './signals.ts';
import { openMemoryStores, openMongoStores, type Stores } from './stores.ts';

/** A drain that takes longer than this is cut off. */
const drainMs = 9000;

/** Starts everything in order, says where it is, and stops everything in the other order on SIGTERM or Ctrl-C. */
export async function startHub(env: NodeJS.ProcessEnv): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  try {
    const config = readConfig(env);
    const log = createPinoLogger(config.log);
    const database = await databaseFor(config, env, log, say);
    const stores = database === null ? openMemoryStores() : await openMongoStores(database.url, log);
    const signals =
      config.redisUrl === null
        ? openMemorySignals(log, systemClock)
        : await openRedisSignals(config.redisUrl, log, systemClock);
    const demo = await provideDemoTenant(
      { store: stores.identity, hasher: createPasswordHasher(), clock: systemClock },
      config,
    );
    const hub = await composeHub(config, stores, signals, log, resolve(projectRoot(), 'dist/client'));
    hub.http.listen(config.port, config.host);
    await once(hub.http, 'listening');
    announce(config, (hub.http.address() as AddressInfo).port, database, demo, say);
    stopOnSignal({ hub, stores, signals, database, log });
  } catch (error) {
    if (!(error instanceof ConfigFaults || error instanceof StartRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Null: the memory store. */
async function databaseFor(
  config: Config,
  env: NodeJS.ProcessEnv,
  log: Logger,
  say: (line: string) => void,
): Promise<ProvidedDatabase | null> {
  if (config.store === 'memory') return null;
  if (config.mongodbUrl !== null) return { url: config.mongodbUrl, engine: 'MongoDB', stop: async () => {} };
  return provideDatabase({ dataDir: config.dataDir, env, log, say });
}

function announce(
  config: Config,
  port: number,
  database: ProvidedDatabase | null,
  demo: Awaited<ReturnType<typeof provideDemoTenant>>,
  say: (line: string) => void,
): void {
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  const base = config.publicUrl ?? `http://${host}:${port}`;
  say('');
  say(`Jorge Hub runs at ${base}`);
  say(`  ${base}/demo   a listing page with the chat`);
  say(`  ${base}/desk   the agents' desk`);
  say(`  ${base}/wall   the supervisors' wall`);
  say(`  ${base}/docs   the API`);
  if (demo !== null) {
    const password =
      demo.newPassword ?? (config.demoPassword === null ? 'as printed at the first start' : 'HUB_DEMO_PASSWORD');
    say(`Demo accounts: ${demoStaff.map(({ email }) => email).join(', ')}`);
    say(`  password: ${password}`);
  }
  say(
    config.anthropic.apiKey === null
      ? 'The offline playbook coaches and answers (set ANTHROPIC_API_KEY for Claude).'
      : 'Claude coaches and answers.',
  );
  say(database === null ? 'HUB_STORE=memory: nothing is kept after the end.' : `Database: ${database.engine}.`);
  say('');
}

function stopOnSignal({
  hub,
  stores,
  signals,
  database,
  log,
}: {
  hub: Hub;
  stores: Stores;
  signals: Signals;
  database: ProvidedDatabase | null;
  log: Logger;
}): void {
  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    log.info('stopping');
    const cutOff = setTimeout(() => process.exit(1), drainMs + 1000);
    cutOff.unref();
    hub.http.close();
    await hub.drain(drainMs - 3000);
    hub.http.closeAllConnections();
    await signals.close();
    await stores.close();
    await database?.stop();
    log.info('stopped');
    process.exit(0);
  }
  const onSignal = (): void =>
    void stop().catch((err: unknown) => {
      log.error('the stop failed', { err });
      process.exit(1);
    });
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  // A fault that nothing caught must show, and must not take the other conversations with it.
  process.on('unhandledRejection', (err) => log.error('a rejection was not handled', { err }));
}
