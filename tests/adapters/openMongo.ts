import type { Connection } from 'mongoose';
import { inject } from 'vitest';
import { buildIndexes } from '../../src/adapters/mongo/buildIndexes.ts';
import { connectMongo } from '../../src/adapters/mongo/connectMongo.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { uniqueDatabaseUrl, untilReached } from '../support/servers.ts';

/** A store on an empty database of its own, with its indexes, on the server of all tests or another; `close` drops it. */
export async function openMongo<Store>(
  create: (connection: Connection) => Store,
  serverUrl = inject('mongodbUrl'),
): Promise<{ store: Store; close(): Promise<void> }> {
  const mongo = await untilReached(() => connectMongo(uniqueDatabaseUrl(serverUrl), { log: silentLogger }));
  await buildIndexes(mongo.connection);
  return {
    store: create(mongo.connection),
    async close() {
      await mongo.connection.dropDatabase();
      await mongo.close();
    },
  };
}
