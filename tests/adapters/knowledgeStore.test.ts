import { createMemoryKnowledgeStore } from '../../src/adapters/memory/knowledgeStore.ts';
import { createMongoKnowledgeStore } from '../../src/adapters/mongo/knowledgeStore.ts';
import { knowledgeStoreSuite } from '../suites/knowledgeStoreSuite.ts';
import { openMongo } from './openMongo.ts';

knowledgeStoreSuite('memory', async () => ({ store: createMemoryKnowledgeStore(), close: async () => {} }));
knowledgeStoreSuite('MongoDB', () => openMongo(createMongoKnowledgeStore));
