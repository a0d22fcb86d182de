import { createMemoryLedgerStore } from '../../src/adapters/memory/ledgerStore.ts';
import { createMongoLedgerStore } from '../../src/adapters/mongo/ledgerStore.ts';
import { ledgerStoreSuite } from '../suites/ledgerStoreSuite.ts';
import { openMongo } from './openMongo.ts';

ledgerStoreSuite('memory', async () => ({ store: createMemoryLedgerStore(), close: async () => {} }));
ledgerStoreSuite('MongoDB', () => openMongo(createMongoLedgerStore));
