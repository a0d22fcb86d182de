import { createMemoryRowKeeperStore } from '../../src/adapters/memory/rowKeeperStore.ts';
import { createMongoRowKeeperStore } from '../../src/adapters/mongo/rowKeeperStore.ts';
import { rowKeeperStoreSuite } from '../suites/rowKeeperStoreSuite.ts';
import { openMongo } from './openMongo.ts';

rowKeeperStoreSuite('memory', async () => ({ store: createMemoryRowKeeperStore(), close: async () => {} }));
rowKeeperStoreSuite('MongoDB', () => openMongo(createMongoRowKeeperStore));
