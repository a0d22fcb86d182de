import { createMemoryFileStore } from '../../src/adapters/memory/fileStore.ts';
import { createMongoFileStore } from '../../src/adapters/mongo/fileStore.ts';
import { fileStoreSuite } from '../suites/fileStoreSuite.ts';
import { openMongo } from './openMongo.ts';

fileStoreSuite('memory', async () => ({ store: createMemoryFileStore(), close: async () => {} }));
fileStoreSuite('MongoDB', () => openMongo(createMongoFileStore));
