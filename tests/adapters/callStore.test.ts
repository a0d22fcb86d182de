import { createMemoryCallStore } from '../../src/adapters/memory/callStore.ts';
import { createMongoCallStore } from '../../src/adapters/mongo/callStore.ts';
import { callStoreSuite } from '../suites/callStoreSuite.ts';
import { openMongo } from './openMongo.ts';

/* Costs about 2 s. */
callStoreSuite('memory', async () => ({ store: createMemoryCallStore(), close: async () => {} }));
callStoreSuite('MongoDB', () => openMongo(createMongoCallStore));
