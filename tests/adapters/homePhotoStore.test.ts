import { createMemoryHomePhotoStore } from '../../src/adapters/memory/homePhotoStore.ts';
import { createMongoHomePhotoStore } from '../../src/adapters/mongo/homePhotoStore.ts';
import { homePhotoStoreSuite } from '../suites/homePhotoStoreSuite.ts';
import { openMongo } from './openMongo.ts';

homePhotoStoreSuite('memory', async () => ({ store: createMemoryHomePhotoStore(), close: async () => {} }));
homePhotoStoreSuite('MongoDB', () => openMongo(createMongoHomePhotoStore));
