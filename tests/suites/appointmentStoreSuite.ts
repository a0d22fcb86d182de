import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment, Offer } from '../../src/features/appointments/model.ts';
import type { AppointmentStore } from '../../src/features/appointments/ports.ts';
import { newId } from '../../src/kernel/ids.ts';
import { rivalCount } from '../support/rivalCount.ts';

const hourMs = 3_600_000;
const now = Date.UTC(2026, 10, 21, 15);
const start = Date.UTC(2026, 10, 23, 16);

function anAppointment(tenantId: string, change: Partial<Appointment> = {}): Appointment {
  const startsAt = change.startsAt ?? start;
  return {
    id: newId(),
    tenantId,
    conversationId: newId(),
    kind: 'viewing',
    agentId: 'ana',
    agentName: 'Ana',
    startsAt,
    endsAt: startsAt + hourMs,
    busyUntil: startsAt + 1.5 * hourMs,
    zone: 'America/Chicago',
    state: 'held',
    heldUntil: now + 600_000,
    reminders: [],
    createdAt: now,
    ...change,
  };
}

/** The promises that every AppointmentStore keeps. */
export function appointmentStoreSuite(
  name: string,
  open: () => Promise<{ store: AppointmentStore; close(): Promise<void> }>,
): void {
  describe(`appointments, ${name}`, () => {
    let store: AppointmentStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('of many at once for one time of one agent, one gets it', async () => {
      const tenantId = newId();
      const rivals = Array.from({ length: rivalCount }, () => anAppointment(tenantId));
      const got = await Promise.all(rivals.map((one) => store.hold(one, now)));
      expect(got.filter(Boolean)).toHaveLength(1);
      expect(await store.find(tenantId, rivals[got.indexOf(true)]!.id)).toEqual(rivals[got.indexOf(true)]);
      expect(await store.find(tenantId, rivals[got.indexOf(false)]!.id)).toBeNull();
    });

    it('of two that overlap one gets it, whichever begins first; the way back counts', async () => {
      const tenantId = newId();
      const later = anAppointment(tenantId, { startsAt: start + hourMs });
      const [a, b] = await Promise.all([store.hold(anAppointment(tenantId), now), store.hold(later, now)]);
      expect([a, b].filter(Boolean)).toHaveLength(1);
      expect(await store.hold(anAppointment(tenantId, { startsAt: start + 3 * hourMs }), now)).toBe(true);
    });

    it('another agent, or an agent of another tenant, has the same time free', async () => {
      const tenantId = newId();
      expect(await store.hold(anAppointment(tenantId), now)).toBe(true);
      expect(await store.hold(anAppointment(tenantId, { agentId: 'ben' }), now)).toBe(true);
      expect(await store.hold(anAppointment(newId()), now)).toBe(true);
    });

    it('the same id again is the same appointment', async () => {
      const one = anAppointment(newId());
      expect(await Promise.all([store.hold(one, now), store.hold(one, now)])).toEqual([true, true]);
      expect(await store.listBusy(one.tenantId, now, now)).toEqual([
        { agentId: 'ana', startsAt: one.startsAt, endsAt: one.busyUntil },
      ]);
    });

    it('a hold that ran out leaves its time to another, and can then not be booked', async () => {
      const tenantId = newId();
      const [late, quick] = [anAppointment(tenantId), anAppointment(tenantId, { heldUntil: now + 2 * hourMs })];
      await store.hold(late, now);
      const after = late.heldUntil + 1;
      expect(await store.listBusy(tenantId, now, after)).toEqual([]);
      expect(await store.hold(quick, after)).toBe(true);
      expect(await store.book(tenantId, late.id, [])).toBeNull();
      expect(await store.book(tenantId, quick.id, [])).toMatchObject({ state: 'booked' });
    });

    it('a booked time stays taken however much time passes', async () => {
      const tenantId = newId();
      const one = anAppointment(tenantId);
      await store.hold(one, now);
      expect(await store.book(tenantId, one.id, [start - hourMs])).toEqual({
        ...one,
        state: 'booked',
        reminders: [start - hourMs],
      });
      expect(await store.book(tenantId, one.id, [])).toMatchObject({ reminders: [start - hourMs] });
      expect(await store.hold(anAppointment(tenantId), one.heldUntil + 1)).toBe(false);
      expect(await store.listBusy(tenantId, now, one.heldUntil + 1)).toHaveLength(1);
      expect(await store.listBusy(tenantId, one.busyUntil, now)).toEqual([]);
    });

    it('a released time is free again, and is released once', async () => {
      const tenantId = newId();
      const one = anAppointment(tenantId);
      await store.hold(one, now);
      await store.book(tenantId, one.id, [start - hourMs]);
      const given = await Promise.all([1, 2, 3].map(() => store.release(tenantId, one.id, 'cancelled')));
      expect(given.filter(Boolean)).toHaveLength(1);
      expect(await store.find(tenantId, one.id)).toMatchObject({ state: 'cancelled', reminders: [] });
      expect(await store.book(tenantId, one.id, [])).toBeNull();
      expect(await store.hold(anAppointment(tenantId), now)).toBe(true);
    });

    it('finds the first to come that is booked in one of the conversations asked for', async () => {
      const tenantId = newId();
      const [later, next] = [
        anAppointment(tenantId, {
          startsAt: start + 9 * hourMs,
          endsAt: start + 10 * hourMs,
          busyUntil: start + 10 * hourMs,
        }),
        anAppointment(tenantId),
      ];
      const given = [later.conversationId, next.conversationId];
      for (const one of [later, next]) await store.hold(one, now);
      expect(await store.findNext(tenantId, given, now)).toBeNull();
      for (const one of [later, next]) await store.book(tenantId, one.id, []);
      expect((await store.findNext(tenantId, given, now))?.id).toBe(next.id);
      expect((await store.findNext(tenantId, given, next.startsAt))?.id).toBe(later.id);
      expect(await store.findNext(newId(), given, now)).toBeNull();
      expect(await store.findNext(tenantId, [newId()], now)).toBeNull();
      await store.release(tenantId, next.id, 'cancelled');
      expect((await store.findNext(tenantId, given, now))?.id).toBe(later.id);
    });

    const to = (startsAt: number, agentId = 'ana') => ({
      ...{ agentId, agentName: agentId, startsAt, endsAt: startsAt + hourMs, busyUntil: startsAt + 1.5 * hourMs },
      setBy: { id: 'sam', name: 'Sam' },
    });
    async function booked(tenantId: string, change: Partial<Appointment> = {}): Promise<Appointment> {
      const one = anAppointment(tenantId, change);
      await store.hold(one, now);
      return (await store.book(tenantId, one.id, [start - hourMs]))!;
    }

    it('a moved appointment takes its new time and frees its old one', async () => {
      const tenantId = newId();
      const one = await booked(tenantId);
      const later = start + 24 * hourMs;
      const moved = await store.move(tenantId, one.id, to(later), [later - hourMs], now);
      expect(moved).toEqual({ ...one, ...to(later), reminders: [later - hourMs], moves: 1, movedFrom: start });
      expect(await store.find(tenantId, one.id)).toEqual(moved);
      expect(await store.hold(anAppointment(tenantId, { startsAt: later }), now)).toBe(false);
      expect(await store.hold(anAppointment(tenantId), now)).toBe(true);
    });

    it('an appointment moved within its own time or to another agent takes just that, and may be released afterward', async () => {
      const tenantId = newId();
      const one = await booked(tenantId);
      await store.move(tenantId, one.id, to(start + 0.5 * hourMs), [], now);
      await store.move(tenantId, one.id, to(start + 0.5 * hourMs, 'ben'), [], now);
      expect(await store.listBusy(tenantId, now, now)).toHaveLength(1);
      expect(await store.hold(anAppointment(tenantId), now)).toBe(true);
      expect(await store.hold(anAppointment(tenantId, { agentId: 'ben' }), now)).toBe(false);
      expect(await store.release(tenantId, one.id, 'cancelled')).toBe(true);
      expect(await store.hold(anAppointment(tenantId, { agentId: 'ben' }), now)).toBe(true);
    });

    it('an appointment is not moved to a taken time, and only a booked one is moved', async () => {
      const tenantId = newId();
      const one = await booked(tenantId);
      const other = await booked(tenantId, { startsAt: start + 5 * hourMs });
      expect(await store.move(tenantId, one.id, to(start + 4 * hourMs), [], now)).toBe('taken');
      expect(await store.find(tenantId, one.id)).toEqual(one);
      expect(await store.hold(anAppointment(tenantId, { startsAt: start + 3 * hourMs }), now)).toBe(true);
      await store.release(tenantId, other.id, 'cancelled');
      expect(await store.move(tenantId, other.id, to(start + 9 * hourMs), [], now)).toBe('gone');
      expect(await store.move(newId(), one.id, to(start + 9 * hourMs), [], now)).toBe('gone');
    });

    it('of twenty who want one time for twenty appointments one gets it, and the others keep theirs', async () => {
      const tenantId = newId();
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, day) => booked(tenantId, { startsAt: start + (day + 1) * 24 * hourMs })),
      );
      const results = await Promise.all(all.map(({ id }) => store.move(tenantId, id, to(start), [], now)));
      expect(results.filter((result) => result !== 'taken')).toHaveLength(1);
      const busy = await store.listBusy(tenantId, now, now);
      expect(new Set(busy.map(({ startsAt }) => startsAt)).size).toBe(20);
    });

    it('after many moves of one appointment at once, only its final time is taken', async () => {
      const tenantId = newId();
      const one = await booked(tenantId);
      await Promise.all(
        Array.from({ length: 10 }, (_, index) => store.move(tenantId, one.id, to(start + index * hourMs), [], now)),
      );
      const stands = (await store.find(tenantId, one.id))!;
      expect(await store.release(tenantId, one.id, 'cancelled')).toBe(true);
      expect(stands.state).toBe('booked');
      for (let index = 0; index < 10; index += 2)
        expect(await store.hold(anAppointment(tenantId, { startsAt: start + index * hourMs }), now)).toBe(true);
    });

    it('lists what was booked by when it begins, a page at a time, of everybody or of one', async () => {
      const tenantId = newId();
      const days = [3, 1, 2].map((day) => start + day * 24 * hourMs);
      const all = await Promise.all(days.map((startsAt) => booked(tenantId, { startsAt })));
      await booked(tenantId, { startsAt: days[0]!, agentId: 'ben' });
      await store.hold(anAppointment(tenantId, { startsAt: start }), now);
      await store.release(tenantId, all[2]!.id, 'cancelled');
      const between = { from: start, to: start + 30 * 24 * hourMs, limit: 10 };
      const listed = await store.listBetween(tenantId, between);
      expect(listed.map(({ startsAt, state }) => [startsAt, state])).toEqual([
        [days[1], 'booked'],
        [days[2], 'cancelled'],
        [days[0], 'booked'],
        [days[0], 'booked'],
      ]);
      const [, , third] = listed;
      expect(await store.listBetween(tenantId, { ...between, after: third })).toEqual(listed.slice(3));
      expect(await store.listBetween(tenantId, { ...between, limit: 2 })).toEqual(listed.slice(0, 2));
      expect(await store.listBetween(tenantId, { ...between, agentId: 'ben' })).toHaveLength(1);
      expect(await store.listBetween(tenantId, { ...between, to: days[1]! })).toEqual([]);
      const conversationIds = [all[0]!.conversationId];
      expect(await store.listBetween(tenantId, { ...between, conversationIds })).toEqual(
        listed.filter(({ conversationId }) => conversationId === all[0]!.conversationId),
      );
      expect(await store.listBetween(tenantId, { ...between, conversationIds: [] })).toEqual([]);
      expect(await store.listBetween(newId(), between)).toEqual([]);
    });

    it('keeps what became of it and the team’s note, the newest of each, until the words are erased', async () => {
      const tenantId = newId();
      const one = await booked(tenantId);
      await store.note(tenantId, one.id, { outcome: 'no-show', note: 'Nobody came.' });
      expect(await store.note(tenantId, one.id, { outcome: 'kept' })).toEqual({
        ...one,
        outcome: 'kept',
        note: 'Nobody came.',
      });
      expect(await store.note(tenantId, one.id, { note: '' })).toEqual({ ...one, outcome: 'kept' });
      await store.note(tenantId, one.id, { note: 'Late.' });
      await store.eraseNotes(newId(), one.conversationId);
      expect(await store.find(tenantId, one.id)).toMatchObject({ note: 'Late.' });
      await store.eraseNotes(tenantId, one.conversationId);
      expect(await store.find(tenantId, one.id)).toEqual({ ...one, outcome: 'kept' });
      expect(await store.note(newId(), one.id, { note: 'x' })).toBeNull();
      const held = anAppointment(tenantId, { startsAt: start + 9 * hourMs });
      await store.hold(held, now);
      expect(await store.note(tenantId, held.id, { note: 'x' })).toBeNull();
    });

    it('takes a reminder off the list once, and all of them with what is given up', async () => {
      const tenantId = newId();
      const booked = anAppointment(tenantId);
      await store.hold(booked, now);
      await store.book(tenantId, booked.id, [start - 24 * hourMs, start - 2 * hourMs]);
      const taken = await Promise.all(
        [1, 2, 3].map(() => store.takeReminder(tenantId, booked.id, start - 24 * hourMs)),
      );
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect((await store.find(tenantId, booked.id))?.reminders).toEqual([start - 2 * hourMs]);
      expect(await store.release(tenantId, booked.id, 'failed')).toBe(true);
      expect((await store.find(tenantId, booked.id))?.reminders).toEqual([]);
    });

    it('keeps an offer as it was made, for its tenant alone', async () => {
      const offer: Offer = {
        id: newId(),
        tenantId: newId(),
        conversationId: newId(),
        kind: 'call',
        zone: 'America/Chicago',
        slots: [{ slotId: newId(), startsAt: start, endsAt: start + hourMs, agentIds: ['ana', 'ben'] }],
        expiresAt: now + hourMs,
      };
      await store.addOffer(offer);
      await store.addOffer({ ...offer, expiresAt: 0 });
      expect(await store.findOffer(offer.tenantId, offer.id)).toEqual(offer);
      expect(await store.findOffer(newId(), offer.id)).toBeNull();
    });

    it('forgets past offers, the oldest first and no more than asked for at once; times that may still be chosen stay', async () => {
      const tenantId = newId();
      const past = now - 1000 * hourMs;
      const offers = [1, 2, 3, 0].map(
        (age): Offer => ({
          id: newId(),
          tenantId,
          conversationId: newId(),
          kind: 'call',
          zone: 'America/Chicago',
          slots: [],
          expiresAt: past - age * hourMs,
        }),
      );
      for (const offer of offers) await store.addOffer(offer);
      const kept = async (): Promise<boolean[]> => {
        const found = await Promise.all(offers.map(({ id }) => store.findOffer(tenantId, id)));
        return found.map((offer) => offer !== null);
      };
      expect(await store.removePast(past, 2)).toBe(2);
      expect(await kept()).toEqual([true, false, false, true]);
      expect(await store.removePast(past, 2)).toBe(1);
      expect(await store.removePast(past, 2)).toBe(0);
      expect(await kept()).toEqual([false, false, false, true]);
    });

    it('forgets no time that is still taken, and keeps the appointments of the past', async () => {
      const tenantId = newId();
      const one = anAppointment(tenantId);
      await store.hold(one, now);
      await store.book(tenantId, one.id, []);
      await store.removePast(one.startsAt, 1000);
      expect(await store.hold(anAppointment(tenantId), one.startsAt)).toBe(false);
      await store.removePast(one.startsAt + 48 * hourMs, 1000);
      expect((await store.find(tenantId, one.id))?.state).toBe('booked');
    });

    it('keeps the hours of an agent until they are taken away', async () => {
      const tenantId = newId();
      const day = { from: '10:00', until: '14:00' };
      const hours = {
        monday: day,
        tuesday: null,
        wednesday: null,
        thursday: null,
        friday: null,
        saturday: day,
        sunday: null,
      };
      await store.setOwnHours(tenantId, 'ana', { zone: 'America/Denver', hours });
      expect(await store.listOwnHours(tenantId)).toEqual([{ agentId: 'ana', zone: 'America/Denver', hours }]);
      await store.setOwnHours(tenantId, 'ana', { zone: 'America/Chicago', hours });
      expect(await store.listOwnHours(tenantId)).toMatchObject([{ zone: 'America/Chicago' }]);
      await store.setOwnHours(tenantId, 'ana', null);
      expect(await store.listOwnHours(tenantId)).toEqual([]);
    });
  });
}
