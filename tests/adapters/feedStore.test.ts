import { createMemoryFeedStore } from '../../src/adapters/memory/feedStore.ts';
import { createMongoFeedStore } from '../../src/adapters/mongo/feedStore.ts';
import { feedStoreSuite } from '../suites/feedStoreSuite.ts';
import { openMongo } from './openMongo.ts';

feedStoreSuite('memory', async () => ({ store: createMemoryFeedStore(), close: async () => {} }));
feedStoreSuite('MongoDB', () => openMongo(createMongoFeedStore));
