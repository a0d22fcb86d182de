import { createMemoryTaskStore } from '../../src/adapters/memory/taskStore.ts';
import { createMongoTaskStore } from '../../src/adapters/mongo/taskStore.ts';
import { taskStoreSuite } from '../suites/taskStoreSuite.ts';
import { openMongo } from './openMongo.ts';

taskStoreSuite('memory', async () => ({ store: createMemoryTaskStore(), close: async () => {} }));
taskStoreSuite('MongoDB', () => openMongo(createMongoTaskStore));
