import mongoose from 'mongoose';
import { expect, inject, it, vi } from 'vitest';
import { createMemoryListingStore } from '../../src/adapters/memory/listingStore.ts';
import { createMongoListingStore } from '../../src/adapters/mongo/listingStore.ts';
import { openMongoStores } from '../../src/app/stores.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { aListing, listingStoreSuite } from '../suites/listingStoreSuite.ts';
import { startDatabase, uniqueDatabaseUrl, untilReached } from '../support/servers.ts';
import { openMongo } from './openMongo.ts';

listingStoreSuite('memory', async () => ({ store: createMemoryListingStore(), close: async () => {} }));
/** On a server of its own: while it looks through thousands of homes it answers nobody else in time. */
async function openAlone() {
  const server = await startDatabase();
  const { store, close } = await openMongo(createMongoListingStore, server.url);
  return { store, close: () => close().finally(server.stop) };
}
// Twenty thousand take a beta database minutes: HUB_TEST_HOMES=20000 takes them.
listingStoreSuite('MongoDB', openAlone, Number(process.env.HUB_TEST_HOMES ?? 600));

it('homes that nodes of another version write beside this one are found, those from before its start and those of later', async () => {
  const url = uniqueDatabaseUrl(inject('mongodbUrl'));
  const connection = await mongoose.createConnection(url).asPromise();
  const rows = connection.collection<{ _id: string }>('listings');
  /** As versions of before keep it: with what they find it by, or with nothing of that kind. */
  const write = async (listingId: string, keyed?: string) => {
    const { tenantId, importedAt, ...facts } = aListing({ listingId, title: `${listingId} Street` });
    const found = keyed === undefined ? {} : { keyed, names: [], marks: ['old'], shown: [], cities: [] };
    const photoAddresses = ['https://photos.example/1.jpg'];
    await rows.insertOne({
      _id: `${tenantId}:${listingId}`,
      tenantId,
      importedAt,
      facts,
      photoAddresses,
      ...found,
    } as never);
  };
  await write('Elm');
  await write('Oak', '!of a version before');
  await write('Ash', '~of a version after');
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const stores = await untilReached(() => openMongoStores(url, silentLogger, 'several'));
    const found = async () => {
      const { homes } = await stores.listings.search('t1', [{}], { without: [], limit: 10 });
      return homes.map(({ listingId }) => listingId).toSorted();
    };
    await expect.poll(found).toEqual(['Ash', 'Elm', 'Oak']);
    expect((await stores.listings.named('t1', 'Is Elm Street sold?')).map(({ listingId }) => listingId)).toEqual([
      'Elm',
    ]);
    expect(await stores.listings.tenantsWantingPhotos()).toEqual([]);
    await write('Fir');
    vi.advanceTimersByTime(30_000);
    await expect.poll(found).toEqual(['Ash', 'Elm', 'Fir', 'Oak']);
    await stores.close();
  } finally {
    vi.useRealTimers();
    await connection.dropDatabase();
    await connection.close();
  }
});
