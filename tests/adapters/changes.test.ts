// Costs about 20 s, nearly all of it waiting until changes have settled in the database, and 1 MB.
import { inject } from 'vitest';
import { openMemoryStores, openMongoStores } from '../../src/app/stores.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { changesSuite } from '../suites/changesSuite.ts';
import { uniqueDatabaseUrl, untilReached } from '../support/servers.ts';

changesSuite('memory', async () => ({ store: openMemoryStores(), close: async () => {} }));
changesSuite('MongoDB', async () => {
  const url = uniqueDatabaseUrl(inject('mongodbUrl'));
  const store = await untilReached(() => openMongoStores(url, silentLogger));
  return { store, close: () => store.close() };
});
