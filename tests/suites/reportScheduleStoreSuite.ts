import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportSchedule } from '../../src/features/composing/reports/model.ts';
import type { ReportScheduleStore } from '../../src/features/composing/reports/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const aSchedule = (over: Partial<ReportSchedule> = {}): ReportSchedule => ({
  ...{ id: newId(), tenantId: newId(), kind: 'weekly', weekdays: ['monday', 'friday'], time: '08:00', createdAt: 1 },
  by: { id: 'p', name: 'Maya' },
  ...over,
});

/** The promises that every ReportScheduleStore keeps. `open` gives an empty one. */
export function reportScheduleStoreSuite(
  name: string,
  open: () => Promise<{ store: ReportScheduleStore; close(): Promise<void> }>,
): void {
  describe(`schedules of reports, ${name}`, () => {
    let store: ReportScheduleStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('finds and lists those of its tenant alone, the oldest first, until they are removed', async () => {
      const tenantId = newId();
      const [second, first] = [aSchedule({ tenantId, createdAt: 2 }), aSchedule({ tenantId, kind: 'pipeline' })];
      for (const one of [second, first, aSchedule()]) await store.add(one);
      expect(await store.list(tenantId)).toEqual([first, second]);
      expect(await store.find(tenantId, first.id)).toEqual(first);
      expect(await store.find(newId(), first.id)).toBeNull();
      expect(await store.find(tenantId, newId())).toBeNull();
      expect(await store.remove(newId(), first.id)).toBe(false);
      expect(await store.remove(tenantId, first.id)).toBe(true);
      expect(await store.remove(tenantId, first.id)).toBe(false);
      expect(await store.list(tenantId)).toEqual([second]);
    });
  });
}
