import { createMemoryJobStore } from '../../src/adapters/memory/jobStore.ts';
import { createMongoJobStore } from '../../src/adapters/mongo/jobStore.ts';
import { jobStoreSuite } from '../suites/jobStoreSuite.ts';
import { openMongo } from './openMongo.ts';

jobStoreSuite('memory', async () => ({ store: createMemoryJobStore(), close: async () => {} }));
jobStoreSuite('MongoDB', () => openMongo(createMongoJobStore));
