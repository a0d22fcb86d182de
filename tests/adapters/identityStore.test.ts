import { createMemoryIdentityStore } from '../../src/adapters/memory/identityStore.ts';
import { createMongoIdentityStore } from '../../src/adapters/mongo/identityStore.ts';
import { identityStoreSuite } from '../suites/identityStoreSuite.ts';
import { openMongo } from './openMongo.ts';

identityStoreSuite('memory', async () => ({ store: createMemoryIdentityStore(), close: async () => {} }));
identityStoreSuite('MongoDB', () => openMongo(createMongoIdentityStore));
