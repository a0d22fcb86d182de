import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isAbsent } from './dataLock.ts';

/**
 * `database.json` beside the data: which engine wrote it and the password to it (forever), and the process that serves it (while
 * it runs).
 */
const databaseRecordSchema = z.object({
  engine: z.enum(['mongod', 'secantus']),
  binary: z.string(),
  port: z.int().min(1).max(65535),
  /** Of the server's one account. Absent until the account is made; where this file was lost, it is given a new one. */
  password: z.string().optional(),
  pid: z.int().positive().optional(),
  /** `processMark` of that pid. */
  mark: z.string().optional(),
  startedAt: z.string().optional(),
});
export type DatabaseRecord = z.infer<typeof databaseRecordSchema>;
export type EngineKind = DatabaseRecord['engine'];

export function readDatabaseRecord(dataDir: string): DatabaseRecord | undefined {
  try {
    return databaseRecordSchema.safeParse(JSON.parse(readFileSync(recordPath(dataDir), 'utf8'))).data;
  } catch (error) {
    if (isAbsent(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function writeDatabaseRecord(dataDir: string, record: DatabaseRecord): void {
  const draft = `${recordPath(dataDir)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, recordPath(dataDir));
}

export function storageDir(dataDir: string, engine: EngineKind): string {
  return join(dataDir, engine);
}

/** The engine that wrote the data here; when `database.json` was lost, the directory with files in it tells. */
export function engineOfData(dataDir: string): EngineKind | undefined {
  const kinds: EngineKind[] = ['mongod', 'secantus'];
  return readDatabaseRecord(dataDir)?.engine ?? kinds.find((kind) => hasFiles(storageDir(dataDir, kind)));
}

function hasFiles(dir: string): boolean {
  return existsSync(dir) && readdirSync(dir).length > 0;
}

function recordPath(dataDir: string): string {
  return join(dataDir, 'database.json');
}
