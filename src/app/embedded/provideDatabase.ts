import { resolve } from 'node:path';
import type { Logger } from '../../kernel/observe.ts';
import { chooseEngine } from './chooseEngine.ts';
import { engineOfData, readDatabaseRecord } from './databaseRecord.ts';
import { lockData, lockHolder } from './dataLock.ts';
import { serverUrl } from './pingServer.ts';
import { projectRoot } from './projectRoot.ts';
import { superviseServer } from './superviseServer.ts';

export interface DatabaseOptions {
  dataDir: string;
  env: NodeJS.ProcessEnv;
  log: Logger;
  /** Progress for a person, a line at a time. */
  say(line: string): void;
  /** Where fetched servers are kept; the project's `.engine` unless given. */
  engineDir?: string;
}

export interface ProvidedDatabase {
  url: string;
  /** For people, such as `SecantusDB 0.7.0b3`. */
  engine: string;
  /** Ends the server and gives the data free. */
  stop(): Promise<void>;
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
      url: serverUrl(server.port),
      engine: engine.label,
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

/** The database of the hub that runs on this data now, or, when none does, one of our own: for `npm run admin` beside a running hub. */
export async function joinDatabase(options: DatabaseOptions): Promise<ProvidedDatabase> {
  const record = readDatabaseRecord(resolve(options.dataDir));
  if (lockHolder(resolve(options.dataDir)) === undefined || record?.pid === undefined) return provideDatabase(options);
  return { url: serverUrl(record.port), engine: record.engine, stop: async () => {} };
}
