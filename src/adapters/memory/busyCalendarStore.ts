import type { BusyCalendar } from '../../features/appointments/model.ts';
import type { BusyCalendarStore } from '../../features/appointments/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Busy times of people in this process only: gone with it. */
export function createMemoryBusyCalendarStore(): BusyCalendarStore {
  const calendars = new Map<string, BusyCalendar>();
  const keyOf = (tenantId: string, userId: string): string => `${tenantId}:${userId}`;
  return {
    async set(calendar) {
      calendars.set(keyOf(calendar.tenantId, calendar.userId), jsonCopy(calendar));
    },
    async ofPerson(tenantId, userId) {
      return jsonCopy(calendars.get(keyOf(tenantId, userId)) ?? null);
    },
    async keep({ tenantId, userId, sealedUrl }, read) {
      const found = calendars.get(keyOf(tenantId, userId));
      if (found?.sealedUrl === sealedUrl) calendars.set(keyOf(tenantId, userId), { ...found, ...jsonCopy(read) });
    },
    async remove(tenantId, userId) {
      calendars.delete(keyOf(tenantId, userId));
    },
    async busyOf(tenantId) {
      const own = [...calendars.values()].filter((one) => one.tenantId === tenantId);
      return jsonCopy(own.map(({ userId, busy }) => ({ userId, busy })));
    },
  };
}
