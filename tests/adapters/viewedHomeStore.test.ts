import { createMemoryViewedHomeStore } from '../../src/adapters/memory/viewedHomeStore.ts';
import { createMongoViewedHomeStore } from '../../src/adapters/mongo/viewedHomeStore.ts';
import { viewedHomeStoreSuite } from '../suites/viewedHomeStoreSuite.ts';
import { openMongo } from './openMongo.ts';

viewedHomeStoreSuite('memory', async () => {
  const store = createMemoryViewedHomeStore();
  return { store, another: store, close: async () => {} };
});
viewedHomeStoreSuite('MongoDB', async () => {
  const { store, close } = await openMongo((connection) => ({
    one: createMongoViewedHomeStore(connection),
    other: createMongoViewedHomeStore(connection),
  }));
  return { store: store.one, another: store.other, close };
});
