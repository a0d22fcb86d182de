import { createMemoryNarrativeStore } from '../../src/adapters/memory/narrativeStore.ts';
import { createMongoNarrativeStore } from '../../src/adapters/mongo/narrativeStore.ts';
import { narrativeStoreSuite } from '../suites/narrativeStoreSuite.ts';
import { openMongo } from './openMongo.ts';

/** Costs: two seconds, most of them for the database. */
narrativeStoreSuite('memory', async () => ({ store: createMemoryNarrativeStore(), close: async () => {} }));
narrativeStoreSuite('MongoDB', () => openMongo(createMongoNarrativeStore));
