import type { Connection } from 'mongoose';
import { inject } from 'vitest';
import { buildIndexes } from '../../src/adapters/mongo/buildIndexes.ts';
import { connectMongo } from '../../src/adapters/mongo/connectMongo.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

/** A store on an empty database of its own, with its indexes; `close` drops it. */
export async function openMongo<Store>(
  create: (connection: Connection) => Store,
): Promise<{ store: Store; close(): Promise<void> }> {
  const mongo = await connectMongo(uniqueDatabaseUrl(inject('mongodbUrl')), { log: silentLogger });
  await buildIndexes(mongo.connection);
  return {
    store: create(mongo.connection),
    async close() {
      await mongo.connection.dropDatabase();
      await mongo.close();
    },
  };
}
