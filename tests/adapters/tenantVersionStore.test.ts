import { createMemoryTenantVersionStore } from '../../src/adapters/memory/tenantVersionStore.ts';
import { createMongoTenantVersionStore } from '../../src/adapters/mongo/tenantVersionStore.ts';
import { tenantVersionStoreSuite } from '../suites/tenantVersionStoreSuite.ts';
import { openMongo } from './openMongo.ts';

tenantVersionStoreSuite('memory', async () => ({ store: createMemoryTenantVersionStore(), close: async () => {} }));
tenantVersionStoreSuite('MongoDB', () => openMongo(createMongoTenantVersionStore));
