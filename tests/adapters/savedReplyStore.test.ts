import { createMemorySavedReplyStore } from '../../src/adapters/memory/savedReplyStore.ts';
import { createMongoSavedReplyStore } from '../../src/adapters/mongo/savedReplyStore.ts';
import { savedReplyStoreSuite } from '../suites/savedReplyStoreSuite.ts';
import { openMongo } from './openMongo.ts';

savedReplyStoreSuite('memory', async () => ({ store: createMemorySavedReplyStore(), close: async () => {} }));
savedReplyStoreSuite('MongoDB', () => openMongo(createMongoSavedReplyStore));
