import { createMemoryLeadStore } from '../../src/adapters/memory/leadStore.ts';
import { createMemoryRecordStore } from '../../src/adapters/memory/recordStore.ts';
import { createMongoLeadStore } from '../../src/adapters/mongo/leadStore.ts';
import { createMongoRecordStore } from '../../src/adapters/mongo/recordStore.ts';
import { mostRecords } from '../../src/features/profiles/person.ts';
import { reachSuite } from '../suites/reachSuite.ts';
import { openMongo } from './openMongo.ts';

reachSuite(
  'memory',
  async () => ({
    parts: { leads: createMemoryLeadStore(), records: createMemoryRecordStore() },
    close: async () => {},
  }),
  mostRecords + 3,
);
reachSuite(
  'MongoDB',
  async () => {
    const { store, close } = await openMongo((connection) => ({
      leads: createMongoLeadStore(connection, { contactKey: 'key' }),
      records: createMongoRecordStore(connection),
    }));
    return { parts: store, close };
  },
  70,
);
