import { createMemoryInterventionStore } from '../../src/adapters/memory/interventionStore.ts';
import { createMongoInterventionStore } from '../../src/adapters/mongo/interventionStore.ts';
import { interventionStoreSuite } from '../suites/interventionStoreSuite.ts';
import { openMongo } from './openMongo.ts';

interventionStoreSuite('memory', async () => ({ store: createMemoryInterventionStore(), close: async () => {} }));
interventionStoreSuite('MongoDB', () => openMongo(createMongoInterventionStore));
