import { createMemoryListingStore } from '../../src/adapters/memory/listingStore.ts';
import { createMongoListingStore } from '../../src/adapters/mongo/listingStore.ts';
import { listingStoreSuite } from '../suites/listingStoreSuite.ts';
import { openMongo } from './openMongo.ts';

listingStoreSuite('memory', async () => ({ store: createMemoryListingStore(), close: async () => {} }));
listingStoreSuite('MongoDB', () => openMongo(createMongoListingStore));
