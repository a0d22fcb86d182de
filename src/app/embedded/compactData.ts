import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '../../kernel/observe.ts';
import { copyDatabases } from './copyDatabases.ts';
import { engineOfData, storageDir } from './databaseRecord.ts';
import type { Engine } from './engine.ts';
import { endLeftServer, type SupervisedServer, superviseServer } from './superviseServer.ts';

const freshOf = (dataDir: string): string => join(dataDir, 'compacting');
const replacedOf = (dataDir: string): string => join(dataDir, 'replaced');

/**
 * Writes the data anew into a folder of its own and puts that in place of the old one, of which nothing is left. Ends the server
 * of the data. Wherever it is cut off, `settleCompaction` comes to one of the two. How many documents.
 */
export async function compactData(
  engine: Engine,
  dataDir: string,
  server: SupervisedServer,
  log: Logger,
): Promise<number> {
  const freshDir = freshOf(dataDir);
  const fresh = await superviseServer(engine, freshDir, log, server.password);
  let documents: number;
  try {
    documents = await copyDatabases(server.url, fresh.url);
  } catch (error) {
    await fresh.stop();
    rmSync(freshDir, { recursive: true });
    throw error;
  }
  // Ended in order both, so that all of it is in their files.
  await fresh.stop();
  await server.stop();
  renameSync(storageDir(dataDir, engine.kind), replacedOf(dataDir));
  await settleCompaction(dataDir);
  return documents;
}

/** Finishes a compaction that was cut off: where the old data has been put aside the new one stands, else the old one. */
export async function settleCompaction(dataDir: string): Promise<void> {
  const freshDir = freshOf(dataDir);
  const replaced = replacedOf(dataDir);
  const kind = engineOfData(freshDir);
  if (existsSync(replaced)) {
    if (kind !== undefined && !existsSync(storageDir(dataDir, kind)))
      renameSync(storageDir(freshDir, kind), storageDir(dataDir, kind));
    rmSync(replaced, { recursive: true });
    // The server's complaint may quote what was deleted.
    rmSync(join(dataDir, 'database.log'), { force: true });
  }
  await endLeftServer(freshDir);
  rmSync(freshDir, { recursive: true, force: true });
}
