import { createMemoryNotificationStore } from '../../src/adapters/memory/notificationStore.ts';
import { createMongoNotificationStore } from '../../src/adapters/mongo/notificationStore.ts';
import { notificationStoreSuite } from '../suites/notificationStoreSuite.ts';
import { openMongo } from './openMongo.ts';

notificationStoreSuite('memory', async () => ({ store: createMemoryNotificationStore(), close: async () => {} }));
notificationStoreSuite('MongoDB', () => openMongo(createMongoNotificationStore));
