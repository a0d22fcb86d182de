import { createMemoryDeliveryStore } from '../../src/adapters/memory/deliveryStore.ts';
import { createMongoDeliveryStore } from '../../src/adapters/mongo/deliveryStore.ts';
import { deliveryStoreSuite } from '../suites/deliveryStoreSuite.ts';
import { openMongo } from './openMongo.ts';

deliveryStoreSuite('memory', async () => ({ store: createMemoryDeliveryStore(), close: async () => {} }));
deliveryStoreSuite('MongoDB', () => openMongo(createMongoDeliveryStore));
