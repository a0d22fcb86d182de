import { createPasswordHasher } from '../adapters/argon2/passwordHasher.ts';
import { connectRedis, type RedisClients } from '../adapters/redis/connectRedis.ts';
import { createRedisStreamLog } from '../adapters/redis/streamLog.ts';
import { rebuildBoard } from '../features/conversations/board/rebuildBoard.ts';
import { nothingFollows } from '../features/conversations/log/writtenEntries.ts';
import { importListings } from '../features/listings/importListings.ts';
import { reindex } from '../features/search/reindex.ts';
import { setMarket } from '../features/settings/changeSettings.ts';
import { eraseConversation } from '../features/turns/eraseConversation.ts';
import { systemClock } from '../kernel/clock.ts';
import { HubError } from '../kernel/hubError.ts';
import { silentLogger, silentMeter } from '../kernel/observe.ts';
import { readAdminArguments } from './adminArguments.ts';
import { type AdminDeps, AdminRefused } from './adminCommand.ts';
import { type AdminCommandName, runAdminCommand } from './adminCommands.ts';
import { composeLog } from './compose/log.ts';
import { type Config, ConfigFaults, readConfig } from './config.ts';
import { forgetWrites } from './embedded/forgetWrites.ts';
import { joinDatabase, type ProvidedDatabase } from './embedded/provideDatabase.ts';
import { StartRefused } from './embedded/startRefused.ts';
import { provideSecret } from './provideSecret.ts';
import { type Resealed, resealSecrets } from './resealSecrets.ts';
import { openMemorySignals } from './signals.ts';
import { joinMongoStores, type Stores } from './stores.ts';

/** The exit codes: 0 done, 1 could not be done, 2 not understood. */
async function main(args: readonly string[]): Promise<number> {
  const request = readAdminArguments(args);
  if (request.kind === 'help') return print(request.text, 0);
  if (request.kind === 'faulty') return complain(`${request.faults.join('\n')}\n\n${request.text}`, 2);
  try {
    return print((await runOnDatabase(request.name, request.options)).join('\n'), 0);
  } catch (err) {
    if (err instanceof AdminRefused || err instanceof StartRefused || err instanceof ConfigFaults)
      return complain(err.message, 1);
    if (err instanceof HubError && err.code === 'DEPENDENCY_DOWN')
      return complain('Can’t reach a database. Check MONGODB_URL and REDIS_URL.', 1);
    throw err;
  }
}

async function runOnDatabase(name: AdminCommandName, options: unknown): Promise<string[]> {
  const config = readConfig(process.env);
  if (config.store === 'memory')
    throw new AdminRefused('HUB_STORE=memory stores nothing, so there is nothing to administer.');
  const embedded = config.mongodbUrl
    ? null
    : await joinDatabase({
        dataDir: config.dataDir,
        env: process.env,
        log: silentLogger,
        say: (line) => void complain(line, 0),
      });
  let redis: RedisClients | null = null;
  try {
    if (config.redisUrl !== null) redis = await connectRedis(config.redisUrl, { log: silentLogger });
    const stores = await joinMongoStores(embedded?.url ?? config.mongodbUrl ?? '', silentLogger);
    const here = { ...stores, store: stores.identity, hasher: createPasswordHasher(), clock: systemClock };
    try {
      return await runAdminCommand(
        {
          ...here,
          ...addressOf(config, process.env),
          reindex: (tenantId) => reindex(here, tenantId),
          rebuildBoard: () => rebuildBoard(here),
          persons: personsOf(stores, redis),
          kept: keptBy(embedded),
          reseal: () => resealBy(config, stores),
          setMarket: (tenantId, market) => setMarket(here, tenantId, market),
          importListings: (tenantId, csv) => importListings(here, tenantId, csv),
        },
        name,
        options,
      );
    } finally {
      await stores.close();
    }
  } finally {
    await redis?.close();
    await embedded?.stop();
  }
}

async function resealBy({ secret, oldSecret }: Config, stores: Stores): Promise<Resealed> {
  if (secret === null) throw new AdminRefused('Set HUB_SECRET to the new secret first.');
  return resealSecrets(stores, oldSecret ?? (await provideSecret({ secret: null }, stores.identity)), secret);
}

/** The steps that the embedded database does itself after a deletion, and that a person has to do on any other. */
function keptBy(embedded: ProvidedDatabase | null): AdminDeps['kept'] {
  if (embedded === null) return { forgetWrites: async () => ownDatabaseLines, compact: async () => ownDatabaseLines };
  return {
    async forgetWrites() {
      await forgetWrites(embedded.url);
      return [
        'Still to do: the database files, and copies of them, hold deleted data until they are rewritten.',
        '  Stop the hub and run: npm run admin -- compact',
        '  Then start the hub and replace your earlier backups.',
      ];
    },
    async compact() {
      const documents = await embedded.compact();
      return [`Rewrote ${documents} documents. The old files are gone. Replace your earlier backups.`];
    },
  };
}

const ownDatabaseLines = [
  'Still to do on your MongoDB: its files, oplog, and backups hold deleted data for a while.',
  '  On each member:  mongosh "<its address>" --eval \'db.getCollectionNames().forEach((name) => db.runCommand({ compact: name, force: true }))\'',
  '  The oplog drops it once its window has passed:  rs.printReplicationInfo()',
  '  To be certain right away, resync each member into an empty folder. Then replace your earlier backups.',
];

/**
 * The records of persons, and how a conversation of theirs is deleted. A hub that runs beside hears of it at its next read; the
 * streams that nodes share through Redis are forgotten here.
 */
function personsOf(stores: Stores, redis: RedisClients | null): AdminDeps['persons'] {
  const [clock, log] = [systemClock, silentLogger];
  const { wakeups, streamLog } = openMemorySignals(log, clock);
  const logs = composeLog(stores, { wakeups, clock, log, meter: silentMeter }, nothingFollows);
  const shared = redis === null ? streamLog : createRedisStreamLog(redis.commands);
  const erasing = { ...stores, ...logs, streamLog: shared };
  return {
    ...stores,
    eraseConversation: (tenantId, id) => eraseConversation(erasing, tenantId, id),
    eraseWritings: stores.narratives.eraseOfLead,
  };
}

/** The hub's public address, as far as this command can know: its settings are those of this shell, not the hub's. */
function addressOf(
  { publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>,
  env: NodeJS.ProcessEnv,
): { publicUrl: string; addressNote: string[] } {
  if (publicUrl !== null) return { publicUrl, addressNote: [] };
  const given = Boolean(env.PORT) && port !== 0;
  const guess = `http://localhost:${given ? port : 8080}`;
  const why = given ? 'PUBLIC_URL is not set' : 'Neither PUBLIC_URL nor PORT is set here';
  return {
    publicUrl: guess,
    addressNote: ['', `${why}: if your hub isn’t at ${guess}, use its real address instead.`],
  };
}

function print(text: string, exitCode: number): number {
  process.stdout.write(`${text}\n`);
  return exitCode;
}
function complain(text: string, exitCode: number): number {
  process.stderr.write(`${text}\n`);
  return exitCode;
}

process.exitCode = await main(process.argv.slice(2));
