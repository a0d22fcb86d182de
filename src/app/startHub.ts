import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createPasswordHasher } from '../adapters/argon2/passwordHasher.ts';
import { createPinoLogger } from '../adapters/telemetry/pinoLogger.ts';
import { createPromMeter } from '../adapters/telemetry/promMeter.ts';
import { systemClock } from '../kernel/clock.ts';
import { HubError } from '../kernel/hubError.ts';
import { type Logger, silentLogger } from '../kernel/observe.ts';
import { composeHub, type Hub } from './compose/composeHub.ts';
import { type Config, ConfigFaults, readConfig } from './config.ts';
import { demoStaff, provideDemoTenant } from './demoTenant.ts';
import { projectRoot } from './embedded/projectRoot.ts';
import { type ProvidedDatabase, provideDatabase } from './embedded/provideDatabase.ts';
import { StartRefused } from './embedded/startRefused.ts';
import { findLocalModel, howToUse, type LocalModel, localModelPorts } from './findLocalModel.ts';
import { provideSecret } from './provideSecret.ts';
import { allTasks } from './settings.ts';
import { openMemorySignals, openRedisSignals } from './signals.ts';
import { openMemoryStores, openMongoStores } from './stores.ts';
import { warmUp } from './warmUp.ts';

/** A drain that takes longer than this is cut off. */
const drainMs = 9000;

/**
 * Starts everything in order, says where it is, and stops everything in the other order: on SIGTERM, on Ctrl-C, and when
 * the start itself cannot go on. A reason that a person can mend is one line and exit code 1.
 */
export async function startHub(env: NodeJS.ProcessEnv): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const closers: (() => Promise<void>)[] = [];
  const stopped = onceStopped(closers);
  try {
    const config = readConfig(env);
    const log = createPinoLogger(config.log);
    // A fault that nothing caught must show, and must not take the other conversations with it.
    process.on('unhandledRejection', (err) => log.error('a rejection was not handled', { err }));
    process.on('SIGTERM', () => void stopped(0, log));
    process.on('SIGINT', () => void stopped(0, log));
    const database = await databaseFor(config, env, log, say);
    if (database !== null) closers.push(() => database.stop());
    const stores =
      database === null
        ? openMemoryStores()
        : await answering(
            'MONGODB_URL',
            openMongoStores(database.url, log, config.redisUrl === null ? 'one' : 'several'),
          );
    closers.push(() => stores.close());
    const meter = createPromMeter(log);
    const secret = await provideSecret(config, stores.identity);
    const signals =
      config.redisUrl === null
        ? openMemorySignals(log, systemClock)
        : await answering('REDIS_URL', openRedisSignals(config.redisUrl, secret, { log, meter, clock: systemClock }));
    closers.push(() => signals.close());
    const demo = await provideDemoTenant(
      {
        store: stores.identity,
        settings: stores.settings,
        listings: stores.listings,
        hasher: createPasswordHasher(),
        clock: systemClock,
      },
      config,
    );
    if (config.role !== 'gateway') warmUp();
    const hub = await composeHub(config, stores, signals, log, meter, resolve(projectRoot(), 'dist/client'));
    closers.push(async () => {
      hub.http.close();
      await hub.drain(drainMs - 3000);
      hub.http.closeAllConnections();
    });
    await listen(hub, config);
    const { port } = hub.http.address() as AddressInfo;
    const local =
      config.anthropic.apiKey === null ? await findLocalModel(localModelPorts.filter((known) => known !== port)) : null;
    announce(config, port, { database, demo, local }, say);
  } catch (error) {
    const mendable = error instanceof ConfigFaults || error instanceof StartRefused;
    process.stderr.write(`${mendable ? error.message : (error as Error).stack}\n`);
    await stopped(1, silentLogger);
  }
}

/** Closes what was opened, newest first, once; then the process ends. A part that does not close in time is left open. */
function onceStopped(closers: (() => Promise<void>)[]): (exitCode: number, log: Logger) => Promise<void> {
  let stopping = false;
  return async (exitCode, log) => {
    if (stopping) return;
    stopping = true;
    log.info('stopping');
    // Keeps the process alive as well: the timers of the hub do not.
    setTimeout(() => process.exit(1), drainMs + 1000);
    for (const close of closers.toReversed()) {
      await close().catch((err: unknown) => log.error('a part did not stop', { err }));
    }
    log.info('stopped');
    process.exit(exitCode);
  };
}

async function listen(hub: Hub, config: Config): Promise<void> {
  hub.http.listen(config.port, config.host);
  try {
    await once(hub.http, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartRefused(`Port ${config.port} is in use. Stop the program that uses it, or set PORT.`, error);
    if (code === 'EADDRNOTAVAIL' || code === 'EACCES')
      throw new StartRefused(`The hub can’t listen on ${config.host}:${config.port}. Set HOST and PORT.`, error);
    throw error;
  }
}

async function answering<T>(setting: 'MONGODB_URL' | 'REDIS_URL', opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof HubError && error.code === 'DEPENDENCY_DOWN')
      throw new StartRefused(`Can’t reach ${setting}. Check that it is running and that the address is right.`, error);
    throw error;
  }
}

/** Null: the memory store. */
async function databaseFor(
  config: Config,
  env: NodeJS.ProcessEnv,
  log: Logger,
  say: (line: string) => void,
): Promise<Omit<ProvidedDatabase, 'compact'> | null> {
  if (config.store === 'memory') return null;
  if (config.mongodbUrl !== null)
    return { url: config.mongodbUrl, engine: 'the one at MONGODB_URL', stop: async () => {} };
  return provideDatabase({ dataDir: config.dataDir, env, log, say });
}

interface Found {
  database: Pick<ProvidedDatabase, 'engine'> | null;
  demo: Awaited<ReturnType<typeof provideDemoTenant>>;
  local: LocalModel | null;
}

function announce(config: Config, port: number, { database, demo, local }: Found, say: (line: string) => void): void {
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  const base = config.publicUrl ?? `http://${host}:${port}`;
  say('');
  say(`Jorge Hub is running at ${base}`);
  say(`  ${base}/demo   a listing page with the chat`);
  say(`  ${base}/desk   the agents' desk`);
  say(`  ${base}/wall   the supervisors' wall`);
  say(`  ${base}/docs   the API`);
  if (demo !== null) {
    say(`Demo accounts: ${demoStaff.map(({ email }) => email).join(', ')}`);
    // People copy whatever follows "password:", so it is one.
    if (demo.newPassword !== null) say(`  password: ${demo.newPassword}`);
    else if (config.demoPassword === null) say('  with the password printed at the first start');
    else say('  with the password that you set in HUB_DEMO_PASSWORD');
  }
  if (config.anthropic.apiKey === null) {
    say('The offline playbook coaches and answers (set ANTHROPIC_API_KEY for Claude).');
    if (demo !== null) say('To see it as with Claude, without a key: npm run try -- talk (recorded talks)');
  } else say(`${config.models[allTasks] ?? 'Claude'} coaches and answers.`);
  if (local !== null) say(howToUse(local));
  say(database === null ? 'HUB_STORE=memory: nothing is kept after the hub stops.' : `Database: ${database.engine}.`);
  say('');
}
