import {
  accessSync,
  chmodSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { processMark } from './processMark.ts';
import { StartRefused } from './startRefused.ts';

interface Holder {
  pid: number;
  mark: string;
}

/**
 * One hub per data directory. The lock of a hub that died is taken over, also when its pid is somebody else's by now.
 * @throws StartRefused while another hub holds it
 * @returns what gives it back
 */
export function lockData(dataDir: string): () => void {
  makeFolder(dataDir);
  const path = join(dataDir, 'hub.lock');
  const own = JSON.stringify({ pid: process.pid, mark: processMark(process.pid) ?? 'alive' } satisfies Holder);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, own);
  try {
    // Linking a finished file makes the lock appear with its content, so nobody reads a half-written one.
    while (!tryLink(draft, path)) clearStaleLock(path, dataDir);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (read(path) === own) rmSync(path, { force: true });
  };
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
    const { mode, uid } = statSync(dataDir);
    // One that everybody writes to, such as /tmp, is not ours alone whoever owns it; the files that we put there have rights of their own.
    if ((mode & 0o077) !== 0 && (mode & 0o1000) === 0 && uid === process.getuid?.()) chmodSync(dataDir, 0o700);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOTDIR')
      throw new StartRefused(`HUB_DATA_DIR is ${dataDir}, which is a file. Choose a folder.`, error);
    throw new StartRefused(
      `HUB_DATA_DIR is ${dataDir}, which can’t be written to (${code}). Choose another folder.`,
      error,
    );
  }
}

/** The pid of the live hub that holds this data, if one does. */
export function lockHolder(dataDir: string): number | undefined {
  return liveHolder(read(join(dataDir, 'hub.lock')));
}

function clearStaleLock(path: string, dataDir: string): void {
  const found = read(path);
  if (found === undefined) return;
  const pid = liveHolder(found);
  if (pid !== undefined) {
    throw new StartRefused(
      `Another hub (pid ${pid}) is using the data in ${dataDir}. Stop it first, or give this one its own HUB_DATA_DIR.`,
    );
  }
  // Two starts may find the same dead lock. Moving it aside is atomic; a start that moved a living one by mistake puts it back.
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== found) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function liveHolder(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  try {
    const { pid, mark } = JSON.parse(text) as Holder;
    return Number.isInteger(pid) && processMark(pid) === mark ? pid : undefined;
  } catch (error) {
    // A torn file after a power cut is nobody's lock.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** Also where a file stands in place of the folder: `lockData` says so in words. */
export const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
