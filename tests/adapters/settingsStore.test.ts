import { createMemorySettingsStore } from '../../src/adapters/memory/settingsStore.ts';
import { createMongoSettingsStore } from '../../src/adapters/mongo/settingsStore.ts';
import { settingsStoreSuite } from '../suites/settingsStoreSuite.ts';
import { openMongo } from './openMongo.ts';

settingsStoreSuite('memory', async () => ({ store: createMemorySettingsStore(), close: async () => {} }));
settingsStoreSuite('MongoDB', () => openMongo(createMongoSettingsStore));
