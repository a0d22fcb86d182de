import { createMemoryConversationStore } from '../../src/adapters/memory/conversationStore.ts';
import { createMongoConversationStore } from '../../src/adapters/mongo/conversationStore.ts';
import { conversationStoreSuite } from '../suites/conversationStoreSuite.ts';
import { openMongo } from './openMongo.ts';

conversationStoreSuite('memory', async () => ({ store: createMemoryConversationStore(), close: async () => {} }));
conversationStoreSuite('MongoDB', () => openMongo(createMongoConversationStore));
