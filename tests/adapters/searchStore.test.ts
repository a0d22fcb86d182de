import { createMemorySearchStore } from '../../src/adapters/memory/searchStore.ts';
import { createMongoSearchStore } from '../../src/adapters/mongo/searchStore.ts';
import { searchStoreSuite } from '../suites/searchStoreSuite.ts';
import { openMongo } from './openMongo.ts';

searchStoreSuite('memory', async () => ({ store: createMemorySearchStore(), close: async () => {} }));
searchStoreSuite('MongoDB', () => openMongo(createMongoSearchStore));
