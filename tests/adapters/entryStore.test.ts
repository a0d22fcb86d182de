import { createMemoryEntryStore } from '../../src/adapters/memory/entryStore.ts';
import { createMongoEntryStore } from '../../src/adapters/mongo/entryStore.ts';
import { entryStoreSuite } from '../suites/entryStoreSuite.ts';
import { openMongo } from './openMongo.ts';

entryStoreSuite('memory', async () => ({ store: createMemoryEntryStore(), close: async () => {} }));
entryStoreSuite('MongoDB', () => openMongo(createMongoEntryStore));
