import { createMemoryConversationStore } from '../../src/adapters/memory/conversationStore.ts';
import { createMongoConversationStore } from '../../src/adapters/mongo/conversationStore.ts';
import { boardStoreSuite } from '../suites/boardStoreSuite.ts';
import { conversationStoreSuite } from '../suites/conversationStoreSuite.ts';
import { speakerStoreSuite } from '../suites/speakerStoreSuite.ts';
import { openMongo } from './openMongo.ts';

for (const suite of [conversationStoreSuite, speakerStoreSuite, boardStoreSuite]) {
  suite('memory', async () => ({ store: createMemoryConversationStore(), close: async () => {} }));
  suite('MongoDB', () => openMongo(createMongoConversationStore));
}
