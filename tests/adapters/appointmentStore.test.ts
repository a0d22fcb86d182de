import { expect, it } from 'vitest';
import { createMemoryAppointmentStore } from '../../src/adapters/memory/appointmentStore.ts';
import { cellModel, createMongoAppointmentStore } from '../../src/adapters/mongo/appointmentStore.ts';
import { appointmentStoreSuite } from '../suites/appointmentStoreSuite.ts';
import { openMongo } from './openMongo.ts';

appointmentStoreSuite('memory', async () => ({ store: createMemoryAppointmentStore(), close: async () => {} }));
appointmentStoreSuite('MongoDB', () => openMongo(createMongoAppointmentStore));

it('the pieces of an agent’s time that are past go with the offers, so that the collection stays as small as what lies ahead', async () => {
  const { store, connection, close } = await openMongo((connection) => ({
    ...createMongoAppointmentStore(connection),
    connection,
  })).then(({ store, close }) => ({ store, connection: store.connection, close }));
  try {
    const startsAt = Date.UTC(2026, 10, 23, 16);
    const hourMs = 3_600_000;
    const taken = (day: number) => ({
      id: `visit-${day}`,
      tenantId: 't',
      conversationId: 'c',
      kind: 'viewing' as const,
      agentId: 'ana',
      agentName: 'Ana',
      startsAt: startsAt + day * 24 * hourMs,
      endsAt: startsAt + day * 24 * hourMs + hourMs,
      busyUntil: startsAt + day * 24 * hourMs + 1.5 * hourMs,
      zone: 'America/Chicago',
      state: 'held' as const,
      heldUntil: startsAt,
      reminders: [],
      createdAt: 0,
    });
    for (const day of [0, 1]) {
      await store.hold(taken(day), startsAt - hourMs);
      await store.book('t', `visit-${day}`, []);
    }
    const cells = cellModel(connection);
    expect(await cells.countDocuments()).toBe(6);
    expect(await store.removePast(startsAt + 12 * hourMs, 2)).toBe(2);
    expect(await store.removePast(startsAt + 12 * hourMs, 2)).toBe(1);
    expect(await store.removePast(startsAt + 12 * hourMs, 2)).toBe(0);
    expect(await cells.countDocuments()).toBe(3);
  } finally {
    await close();
  }
});
