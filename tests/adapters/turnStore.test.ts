import { createMemoryTurnStore } from '../../src/adapters/memory/turnStore.ts';
import { createMongoTurnStore } from '../../src/adapters/mongo/turnStore.ts';
import { turnStoreSuite } from '../suites/turnStoreSuite.ts';
import { openMongo } from './openMongo.ts';

turnStoreSuite('memory', async () => ({ store: createMemoryTurnStore(), close: async () => {} }));
turnStoreSuite('MongoDB', () => openMongo(createMongoTurnStore));
