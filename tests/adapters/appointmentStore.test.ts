import { createMemoryAppointmentStore } from '../../src/adapters/memory/appointmentStore.ts';
import { createMongoAppointmentStore } from '../../src/adapters/mongo/appointmentStore.ts';
import { appointmentStoreSuite } from '../suites/appointmentStoreSuite.ts';
import { openMongo } from './openMongo.ts';

appointmentStoreSuite('memory', async () => ({ store: createMemoryAppointmentStore(), close: async () => {} }));
appointmentStoreSuite('MongoDB', () => openMongo(createMongoAppointmentStore));
