import { createMemoryHandoffOutcomeStore } from '../../src/adapters/memory/handoffOutcomeStore.ts';
import { createMongoHandoffOutcomeStore } from '../../src/adapters/mongo/handoffOutcomeStore.ts';
import { handoffOutcomeStoreSuite } from '../suites/handoffOutcomeStoreSuite.ts';
import { openMongo } from './openMongo.ts';

handoffOutcomeStoreSuite('memory', async () => ({ store: createMemoryHandoffOutcomeStore(), close: async () => {} }));
handoffOutcomeStoreSuite('MongoDB', () => openMongo(createMongoHandoffOutcomeStore));
