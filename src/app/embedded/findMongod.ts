import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Engine, EngineSearch } from './engine.ts';
import { mongodEngine } from './mongodEngine.ts';
import { runProgram } from './runProgram.ts';
import { StartRefused } from './startRefused.ts';

/**
 * `MONGOD_BINARY`, or a `mongod` on the PATH.
 * @throws StartRefused when `MONGOD_BINARY` names something that does not run: a setting that is silently passed over misleads
 */
export async function findMongod({ env }: Pick<EngineSearch, 'env'>): Promise<Engine | undefined> {
  if (env.MONGOD_BINARY) {
    const engine = await mongodAt(env.MONGOD_BINARY);
    if (engine === undefined)
      throw new StartRefused(`MONGOD_BINARY=${env.MONGOD_BINARY} isn’t a mongod that runs on this machine.`);
    return engine;
  }
  const name = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
  const paths = (env.PATH ?? '').split(delimiter).filter((dir) => dir !== '');
  const found = paths.map((dir) => join(dir, name)).find(isExecutable);
  return found === undefined ? undefined : mongodAt(found);
}

/** The engine of a binary, if it is one that starts at all on this machine. */
export async function mongodAt(path: string): Promise<Engine | undefined> {
  if (!isExecutable(path)) return undefined;
  const { ok, output } = await runProgram(path, ['--version'], { timeoutMs: 5000 });
  return ok ? mongodEngine(path, /version v(\d+\.\d+\.\d+)/.exec(output)?.[1]) : undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there, or not ours to run: either way not an executable.
    return false;
  }
}
