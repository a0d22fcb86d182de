import type { ReportSchedule } from '../../features/composing/reports/model.ts';
import type { ReportScheduleStore } from '../../features/composing/reports/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Schedules of reports in this process only: gone with it. */
export function createMemoryReportScheduleStore(): ReportScheduleStore {
  const schedules = new Map<string, ReportSchedule>();
  const held = (tenantId: string, scheduleId: string): ReportSchedule | null => {
    const found = schedules.get(scheduleId);
    return found?.tenantId === tenantId ? found : null;
  };
  return {
    async add(schedule) {
      schedules.set(schedule.id, jsonCopy(schedule));
    },
    async find(tenantId, scheduleId) {
      return jsonCopy(held(tenantId, scheduleId));
    },
    async list(tenantId) {
      const found = [...schedules.values()].filter((one) => one.tenantId === tenantId);
      return jsonCopy(found.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)));
    },
    async remove(tenantId, scheduleId) {
      return held(tenantId, scheduleId) !== null && schedules.delete(scheduleId);
    },
  };
}
