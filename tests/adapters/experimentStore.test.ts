import { createMemoryExperimentStore } from '../../src/adapters/memory/experimentStore.ts';
import { createMongoExperimentStore } from '../../src/adapters/mongo/experimentStore.ts';
import { experimentStoreSuite } from '../suites/experimentStoreSuite.ts';
import { openMongo } from './openMongo.ts';

experimentStoreSuite('memory', async () => ({ store: createMemoryExperimentStore(), close: async () => {} }));
experimentStoreSuite('MongoDB', () => openMongo(createMongoExperimentStore));
