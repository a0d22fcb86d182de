import { createMemoryWebhookStore } from '../../src/adapters/memory/webhookStore.ts';
import { createMongoWebhookStore } from '../../src/adapters/mongo/webhookStore.ts';
import { webhookStoreSuite } from '../suites/webhookStoreSuite.ts';
import { openMongo } from './openMongo.ts';

webhookStoreSuite('memory', async () => ({ store: createMemoryWebhookStore(), close: async () => {} }));
webhookStoreSuite('MongoDB', () => openMongo(createMongoWebhookStore));
