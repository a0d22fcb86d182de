import { createMemoryRecordStore } from '../../src/adapters/memory/recordStore.ts';
import { createMongoRecordStore } from '../../src/adapters/mongo/recordStore.ts';
import { recordStoreSuite } from '../suites/recordStoreSuite.ts';
import { openMongo } from './openMongo.ts';

recordStoreSuite('memory', async () => ({ store: createMemoryRecordStore(), close: async () => {} }));
recordStoreSuite('MongoDB', () => openMongo(createMongoRecordStore));
