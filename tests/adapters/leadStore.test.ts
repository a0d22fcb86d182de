import { createMemoryLeadStore } from '../../src/adapters/memory/leadStore.ts';
import { createMongoLeadStore } from '../../src/adapters/mongo/leadStore.ts';
import { leadStoreSuite } from '../suites/leadStoreSuite.ts';
import { openMongo } from './openMongo.ts';

leadStoreSuite('memory', async () => ({ store: createMemoryLeadStore(), close: async () => {} }));
leadStoreSuite('MongoDB', () => openMongo((connection) => createMongoLeadStore(connection, { contactKey: 'key' })));
