import type { EngineKind } from './databaseRecord.ts';
import { downloadMongod } from './downloadMongod.ts';
import type { Engine, EngineSearch } from './engine.ts';
import { findMongod, mongodAt } from './findMongod.ts';
import { installSecantus } from './installSecantus.ts';
import { StartRefused } from './startRefused.ts';

const nothingToBeHad =
  'No database server found. Set MONGODB_URL, install MongoDB or Python 3.11 or newer, or start with HUB_STORE=memory.';

/**
 * The engine that wrote the data (`known`), else the first that can be had: a mongod of this machine, one that is fetched, SecantusDB.
 * @throws StartRefused when there is none; data is never left behind for another engine
 */
export async function chooseEngine(
  search: EngineSearch,
  known?: { kind: EngineKind; binary: string | undefined },
): Promise<Engine> {
  if (known === undefined) {
    const engine = (await findMongod(search)) ?? (await downloadMongod(search)) ?? (await installSecantus(search));
    if (engine === undefined) throw new StartRefused(nothingToBeHad);
    return engine;
  }
  const engine = await (known.kind === 'mongod' ? sameMongod(search, known.binary) : installSecantus(search));
  if (engine === undefined) throw new StartRefused(goneLine(known.kind));
  return engine;
}

async function sameMongod(search: EngineSearch, binary: string | undefined): Promise<Engine | undefined> {
  const before = search.env.MONGOD_BINARY || binary === undefined ? undefined : await mongodAt(binary);
  return before ?? (await findMongod(search)) ?? (await downloadMongod(search));
}

function goneLine(kind: EngineKind): string {
  return kind === 'mongod'
    ? 'The data here was written by MongoDB, which can’t be found. Install it again, set MONGOD_BINARY, or choose another HUB_DATA_DIR.'
    : 'The data here was written by SecantusDB, which can’t be found or installed. Install Python 3.11 or newer, or choose another HUB_DATA_DIR.';
}
