import { resolve } from 'node:path';
import type { Logger } from '../../kernel/observe.ts';
import { chooseEngine } from './chooseEngine.ts';
import { compactData, settleCompaction } from './compactData.ts';
import { engineOfData, readDatabaseRecord } from './databaseRecord.ts';
import { lockData, lockHolder } from './dataLock.ts';
import { serverUrl } from './pingServer.ts';
import { projectRoot } from './projectRoot.ts';
import { StartRefused } from './startRefused.ts';
import { superviseServer } from './superviseServer.ts';

export interface DatabaseOptions {
  dataDir: string;
  env: NodeJS.ProcessEnv;
  log: Logger;
  /** Progress for a person, a line at a time. */
  say(line: string): void;
  /** The folder for fetched servers; the project's `.engine` unless given. */
  engineDir?: string;
}

export interface ProvidedDatabase {
  url: string;
  /** For people, such as `SecantusDB 0.7.0b3`. */
  engine: string;
  /** Ends the server and gives the data free. */
  stop(): Promise<void>;
  /** Writes the data anew, without the remains of what was deleted, and ends the server. How many documents. @throws StartRefused beside a hub */
  compact(): Promise<number>;
}

/**
 * A database server for one hub, on 127.0.0.1, with its data in `dataDir`. The engine is chosen at the first start and kept with the data.
 * @throws StartRefused, within 15 s, when no server can be had or another hub uses this data
 */
export async function provideDatabase(options: DatabaseOptions): Promise<ProvidedDatabase> {
  const { env, log, say } = options;
  const dataDir = resolve(options.dataDir);
  const unlock = lockData(dataDir);
  try {
    await settleCompaction(dataDir);
    const kind = engineOfData(dataDir);
    const engine = await chooseEngine(
      {
        env,
        say,
        engineDir: options.engineDir ?? resolve(projectRoot(), '.engine'),
      },
      kind === undefined ? undefined : { kind, binary: readDatabaseRecord(dataDir)?.binary },
    );
    const server = await superviseServer(engine, dataDir, log);
    log.info('database server ready', { engine: engine.label, port: server.port, adopted: server.adopted });
    return {
      url: server.url,
      engine: engine.label,
      compact: () => compactData(engine, dataDir, server, log),
      async stop() {
        await server.stop();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * The database of the hub that runs on this data now, or, when none does, one of our own on the same data: for `npm run admin`.
 * @throws StartRefused where there is no data: a new database would look like success under a mistyped name
 */
export async function joinDatabase(options: DatabaseOptions): Promise<ProvidedDatabase> {
  const dataDir = resolve(options.dataDir);
  if (engineOfData(dataDir) === undefined)
    throw new StartRefused(
      `There is no database in ${dataDir} (HUB_DATA_DIR). Nothing was changed. Set HUB_DATA_DIR to your hub’s data folder, or start the hub there once.`,
    );
  const record = readDatabaseRecord(dataDir);
  const hub = lockHolder(dataDir);
  if (hub === undefined || record?.pid === undefined) return provideDatabase(options);
  return {
    url: serverUrl(record.port, record.password),
    engine: record.engine,
    stop: async () => {},
    async compact() {
      throw new StartRefused(`A hub (pid ${hub}) is using this data. Stop it first, then compact.`);
    },
  };
}
