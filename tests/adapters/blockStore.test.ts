import { createMemoryBlockStore } from '../../src/adapters/memory/blockStore.ts';
import { createMongoBlockStore } from '../../src/adapters/mongo/blockStore.ts';
import { blockStoreSuite } from '../suites/blockStoreSuite.ts';
import { openMongo } from './openMongo.ts';

blockStoreSuite('memory', async () => ({ store: createMemoryBlockStore(), close: async () => {} }));
blockStoreSuite('MongoDB', () => openMongo(createMongoBlockStore));
