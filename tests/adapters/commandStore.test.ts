import { createMemoryCommandStore } from '../../src/adapters/memory/commandStore.ts';
import { createMongoCommandStore } from '../../src/adapters/mongo/commandStore.ts';
import { commandStoreSuite } from '../suites/commandStoreSuite.ts';
import { openMongo } from './openMongo.ts';

commandStoreSuite('memory', async () => ({ store: createMemoryCommandStore(), close: async () => {} }));
commandStoreSuite('MongoDB', () => openMongo(createMongoCommandStore));
