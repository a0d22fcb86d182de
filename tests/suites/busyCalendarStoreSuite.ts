import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BusyCalendar } from '../../src/features/appointments/model.ts';
import type { BusyCalendarStore } from '../../src/features/appointments/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const aCalendar = (tenantId: string, over: Partial<BusyCalendar> = {}): BusyCalendar => ({
  ...{ tenantId, userId: 'ana', sealedUrl: 'sealed', setAt: 1, etag: null, readAt: null, problem: null },
  ...{ failures: 0, busy: [] },
  ...over,
});

/** The promises that every BusyCalendarStore keeps. */
export function busyCalendarStoreSuite(
  name: string,
  open: () => Promise<{ store: BusyCalendarStore; close(): Promise<void> }>,
): void {
  describe(`busy times, ${name}`, () => {
    let store: BusyCalendarStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('keeps one each, with what was last read of it, and of another address nothing', async () => {
      const tenantId = newId();
      const calendar = aCalendar(tenantId);
      await store.set(calendar);
      const busy = [{ startsAt: 5, endsAt: 9 }];
      const read = { etag: '"1"', readAt: 7, busy, problem: null, failures: 0 };
      await store.keep(calendar, read);
      expect(await store.ofPerson(tenantId, 'ana')).toEqual({ ...calendar, ...read });
      expect(await store.ofPerson(newId(), 'ana')).toBeNull();
      await store.set({ ...calendar, sealedUrl: 'another' });
      await store.keep(calendar, { ...read, problem: 'refused', failures: 2 });
      expect(await store.ofPerson(tenantId, 'ana')).toEqual({ ...calendar, sealedUrl: 'another' });
    });

    it('tells the busy times of everybody of a tenant, and forgets those of one', async () => {
      const tenantId = newId();
      const busy = [{ startsAt: 5, endsAt: 9 }];
      await store.set(aCalendar(tenantId, { busy }));
      await store.set(aCalendar(tenantId, { userId: 'ben' }));
      await store.set(aCalendar(newId(), { busy }));
      const all = await store.busyOf(tenantId);
      expect(all.toSorted((a, b) => a.userId.localeCompare(b.userId))).toEqual([
        { userId: 'ana', busy },
        { userId: 'ben', busy: [] },
      ]);
      await store.remove(tenantId, 'ana');
      expect(await store.busyOf(tenantId)).toEqual([{ userId: 'ben', busy: [] }]);
    });
  });
}
