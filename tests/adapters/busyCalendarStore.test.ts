import { createMemoryBusyCalendarStore } from '../../src/adapters/memory/busyCalendarStore.ts';
import { createMongoBusyCalendarStore } from '../../src/adapters/mongo/busyCalendarStore.ts';
import { busyCalendarStoreSuite } from '../suites/busyCalendarStoreSuite.ts';
import { openMongo } from './openMongo.ts';

busyCalendarStoreSuite('memory', async () => ({ store: createMemoryBusyCalendarStore(), close: async () => {} }));
busyCalendarStoreSuite('MongoDB', () => openMongo(createMongoBusyCalendarStore));
