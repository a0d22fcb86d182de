import type { KeptReport } from '../../features/composing/reports/model.ts';
import type { ReportStore } from '../../features/composing/reports/ports.ts';
import { writingsPage } from '../../features/composing/writingsPage.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Reports in this process only: gone with it. */
export function createMemoryReportStore(): ReportStore {
  const reports = new Map<string, KeptReport>();
  const newestFirst = (tenantId: string): KeptReport[] =>
    [...reports.values()]
      .filter((one) => one.tenantId === tenantId)
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
  return {
    async add(report, most) {
      if (reports.has(report.id)) return false;
      reports.set(report.id, jsonCopy(report));
      for (const { id } of newestFirst(report.tenantId).slice(most)) reports.delete(id);
      return true;
    },
    async find(tenantId, reportId) {
      const report = reports.get(reportId);
      return report?.tenantId === tenantId ? jsonCopy(report) : null;
    },
    async list(tenantId, { kinds, after, limit }) {
      const found = newestFirst(tenantId).filter(
        ({ kind, createdAt, id }) =>
          (kinds === undefined || kinds.includes(kind)) &&
          (after === undefined || createdAt < after.createdAt || (createdAt === after.createdAt && id < after.id)),
      );
      return jsonCopy(found.slice(0, limit));
    },
    async ofLead(tenantId, leadId, after = '') {
      const found = newestFirst(tenantId).filter((one) => one.leadId === leadId && one.id > after);
      return jsonCopy(found.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, writingsPage));
    },
    async erase(tenantId, conversationId) {
      for (const { id, conversationIds } of newestFirst(tenantId))
        if (conversationIds.includes(conversationId)) reports.delete(id);
    },
  };
}
