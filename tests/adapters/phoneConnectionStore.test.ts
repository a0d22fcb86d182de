import { createMemoryPhoneConnectionStore } from '../../src/adapters/memory/phoneConnectionStore.ts';
import { createMongoPhoneConnectionStore } from '../../src/adapters/mongo/phoneConnectionStore.ts';
import { phoneConnectionStoreSuite } from '../suites/phoneConnectionStoreSuite.ts';
import { openMongo } from './openMongo.ts';

/* Costs about 1 s. */
phoneConnectionStoreSuite('memory', async () => ({
  store: createMemoryPhoneConnectionStore(),
  close: async () => {},
}));
phoneConnectionStoreSuite('MongoDB', () => openMongo(createMongoPhoneConnectionStore));
