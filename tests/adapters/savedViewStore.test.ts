import { createMemorySavedViewStore } from '../../src/adapters/memory/savedViewStore.ts';
import { createMongoSavedViewStore } from '../../src/adapters/mongo/savedViewStore.ts';
import { savedViewStoreSuite } from '../suites/savedViewStoreSuite.ts';
import { openMongo } from './openMongo.ts';

savedViewStoreSuite('memory', async () => ({ store: createMemorySavedViewStore(), close: async () => {} }));
savedViewStoreSuite('MongoDB', () => openMongo(createMongoSavedViewStore));
