import { createMemoryReportScheduleStore } from '../../src/adapters/memory/reportScheduleStore.ts';
import { createMongoReportScheduleStore } from '../../src/adapters/mongo/reportScheduleStore.ts';
import { reportScheduleStoreSuite } from '../suites/reportScheduleStoreSuite.ts';
import { openMongo } from './openMongo.ts';

reportScheduleStoreSuite('memory', async () => ({ store: createMemoryReportScheduleStore(), close: async () => {} }));
reportScheduleStoreSuite('MongoDB', () => openMongo(createMongoReportScheduleStore));
