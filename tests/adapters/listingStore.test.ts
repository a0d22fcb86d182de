import { createRequire } from 'node:module';
import mongoose from 'mongoose';
import { expect, inject, it, vi } from 'vitest';
import { createMemoryListingStore } from '../../src/adapters/memory/listingStore.ts';
import { createMongoListingStore, keyListings } from '../../src/adapters/mongo/listingStore.ts';
import { openMongoStores } from '../../src/app/stores.ts';
import { matchListings } from '../../src/features/listings/matchListings.ts';
import { putAtOnce } from '../../src/features/listings/ports.ts';
import { newId } from '../../src/kernel/ids.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { aListing, listingStoreSuite } from '../suites/listingStoreSuite.ts';
import { manyHomes, manyWishes } from '../suites/manyHomes.ts';
import { startDatabase, uniqueDatabaseUrl, untilReached } from '../support/servers.ts';
import { openMongo } from './openMongo.ts';

interface Asked {
  find?: string;
  getMore?: unknown;
  collection?: string;
  filter?: object;
  projection?: object;
  limit?: number;
}
const fromMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'));
const { Connection } = fromMongoose('mongodb/lib/cmap/connection.js') as {
  Connection: { prototype: { command(to: object, command: Asked, ...rest: unknown[]): Promise<unknown> } };
};

listingStoreSuite('memory', async () => ({ store: createMemoryListingStore(), close: async () => {} }));
/** On a server of its own: while it looks through thousands of homes it answers nobody else in time. */
async function openAlone() {
  const server = await startDatabase();
  const { store, close } = await openMongo(createMongoListingStore, server.url);
  return { store, close: () => close().finally(server.stop) };
}
// Twenty thousand take a beta database minutes: HUB_TEST_HOMES=20000 takes them.
listingStoreSuite('MongoDB', openAlone, Number(process.env.HUB_TEST_HOMES ?? 600));

it('a search, and a page by ID, ask the database as often among three times as many homes', async () => {
  const { store, close } = await openAlone();
  let finds = 0;
  const { command: send } = Connection.prototype;
  vi.spyOn(Connection.prototype, 'command').mockImplementation(function record(this: unknown, to, command, ...rest) {
    const { find, filter = {}, limit = 0 } = command;
    // But for those that count the homes, now and then: they read them by ID, and as many as there are.
    if (find === 'listings' && (limit > 0 || !('facts.listingId' in filter))) finds += 1;
    return send.call(this as never, to, command, ...rest);
  });
  try {
    const tenantId = newId();
    const homes = manyHomes(tenantId, 3_000);
    const asks = [
      ...manyWishes(40).map((wish) => () => store.search(tenantId, [wish], { without: [], limit: 4 })),
      () => store.page(tenantId, 101),
      () => store.page(tenantId, 101, 'home-5'),
    ];
    const findsAmong = async (from: number, to: number) => {
      for (let at = from; at < to; at += putAtOnce) await store.put(homes.slice(at, at + putAtOnce));
      await store.summary(tenantId);
      const each: number[] = [];
      for (const ask of asks) {
        finds = 0;
        await ask();
        each.push(finds);
      }
      return each;
    };
    const few = await findsAmong(0, 1_000);
    const many = await findsAmong(1_000, homes.length);
    const sum = (each: number[]) => each.reduce((all, one) => all + one, 0);
    expect(sum(few)).toBeGreaterThan(asks.length);
    expect(sum(many)).toBeLessThanOrEqual(1.2 * sum(few));
    // The homes of one number of bedrooms have seven numbers of bathrooms here, each a question of its own.
    expect(Math.max(...many)).toBeLessThan(20);
  } finally {
    vi.restoreAllMocks();
    await close();
  }
}, 120_000);

it('a search waits for no count of a brokerage whose homes have doubled, and finds all the same', async () => {
  const { store, close } = await openMongo((connection) => ({ connection, ...createMongoListingStore(connection) }));
  const { command: send } = Connection.prototype;
  try {
    const { connection } = store;
    const tenantId = newId();
    const homes = manyHomes(tenantId, 800);
    const few = homes.slice(0, 350);
    const more = homes
      .slice(350)
      .map((home, at) => ({ ...home, area: `New part ${at % 20}`, priceCents: 10 * home.priceCents }));
    const put = async (some: typeof homes) => {
      for (let at = 0; at < some.length; at += putAtOnce) await store.put(some.slice(at, at + putAtOnce));
    };
    await put(few);
    expect((await store.summary(tenantId)).total).toBe(few.length);
    await put(more);
    // As after many more writes.
    await connection
      .collection('listingSummaries')
      .updateOne({ _id: tenantId } as object, { $inc: { changes: 5_000 } });
    vi.spyOn(Connection.prototype, 'command').mockImplementation(function record(this: unknown, to, command, ...rest) {
      const { find, filter = {} } = command;
      if (find === 'listings' && 'facts.listingId' in filter) return Promise.reject(new Error('not counted yet'));
      return send.call(this as never, to, command, ...rest);
    });
    for (const wish of [
      ...manyWishes(20),
      { areas: ['New part 3'] },
      { priceCents: { from: 500_000_000, to: null } },
    ]) {
      const { homes: found } = await store.search(tenantId, [wish], { without: [], limit: 4 });
      const ids = matchListings([...few, ...more], wish).map(({ listingId }) => listingId);
      expect(found.map(({ listingId }) => listingId)).toEqual(ids.slice(0, 4));
    }
  } finally {
    vi.restoreAllMocks();
    await close();
  }
});

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

it('the homes of a brokerage that another version keyed are keyed anew a few hundred at a time, and once', async () => {
  const { store, close } = await openMongo((connection) => ({ connection, ...createMongoListingStore(connection) }));
  const { command: send } = Connection.prototype;
  const left: number[] = [];
  const reads: { isWhole: boolean; homes: number }[] = [];
  const old = '!of a version before';
  try {
    const { connection } = store;
    const tenantId = newId();
    const homes = manyHomes(tenantId, 1_000);
    for (let at = 0; at < homes.length; at += putAtOnce) await store.put(homes.slice(at, at + putAtOnce));
    const rows = connection.collection('listings');
    await rows.updateMany({}, { $set: { keyed: old, marks: [] } });
    // Nor had versions of before noted fences.
    await connection.collection('listingSummaries').updateMany({}, { $unset: { fences: 1 } });
    vi.spyOn(Connection.prototype, 'command').mockImplementation(async function record(
      this: unknown,
      to,
      command,
      ...rest
    ) {
      const { find, getMore, filter = {}, projection } = command;
      // An index of the keys reads all that are old, in one go: few may be left by then.
      if (find === 'listings' && 'keyed' in filter) left.push(await rows.countDocuments({ keyed: old }));
      const answer = await send.call(this as never, to, command, ...rest);
      if (find === 'listings') reads.push({ isWhole: projection === undefined, homes: 0 });
      const read =
        find === 'listings' || (getMore !== undefined && command.collection === 'listings') ? reads.at(-1) : undefined;
      if (read !== undefined) read.homes += (answer as { batchSize: number }).batchSize;
      return answer;
    });
    const readsOfKeying = async () => {
      reads.length = 0;
      await keyListings(connection);
      return [...reads];
    };
    const wholes = (await readsOfKeying()).flatMap(({ isWhole, homes }) => (isWhole ? [homes] : []));
    expect(wholes.reduce((sum, count) => sum + count, 0)).toBe(homes.length);
    expect(Math.max(...wholes)).toBeLessThanOrEqual(putAtOnce);
    expect(left).toEqual([0, 0, 0]);
    const [area] = homes.filter(({ status }) => status === 'active').map((home) => home.area);
    const wish = { areas: [area ?? ''] };
    const { homes: found } = await store.search(tenantId, [wish], { without: [], limit: 4 });
    const ids = matchListings(homes, wish).map(({ listingId }) => listingId);
    expect(found.map(({ listingId }) => listingId)).toEqual(ids.slice(0, 4));
    const { version } = (await store.find(tenantId, ids[0] ?? ''))?.record ?? {};
    expect((await readsOfKeying()).map(({ homes }) => homes)).toEqual([0, 0, 0]);
    expect((await store.find(tenantId, ids[0] ?? ''))?.record.version).toBe(version);
  } finally {
    vi.restoreAllMocks();
    await close();
  }
});
