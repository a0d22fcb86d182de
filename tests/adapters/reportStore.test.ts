import { createMemoryReportStore } from '../../src/adapters/memory/reportStore.ts';
import { createMongoReportStore } from '../../src/adapters/mongo/reportStore.ts';
import { reportStoreSuite } from '../suites/reportStoreSuite.ts';
import { openMongo } from './openMongo.ts';

reportStoreSuite('memory', async () => ({ store: createMemoryReportStore(), close: async () => {} }));
reportStoreSuite('MongoDB', () => openMongo(createMongoReportStore));
