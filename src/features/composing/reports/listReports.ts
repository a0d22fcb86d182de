import type { ReportKind } from '../../../contract/reportFigures.ts';
import type { Report, ReportsAnswer } from '../../../contract/rest/reports.ts';
import { HubError } from '../../../kernel/hubError.ts';
import type { StaffScope } from '../../identity/model.ts';
import { headOf, reportOf } from './makeReport.ts';
import type { ReportStore } from './ports.ts';

export interface ListReportsDeps {
  reports: Pick<ReportStore, 'find' | 'list'>;
}

const forAgents: readonly ReportKind[] = ['lead'];

/**
 * The reports that were made, the newest first, a page at a time; agents see lead summaries alone.
 * @throws HubError `VALIDATION_FAILED` for a cursor that was never given
 */
export async function listReports(
  { reports }: ListReportsDeps,
  { tenantId, principal }: StaffScope,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<ReportsAnswer> {
  const found = await reports.list(tenantId, {
    ...(principal.role === 'agent' ? { kinds: forAgents } : {}),
    ...(cursor === undefined ? {} : { after: readCursor(cursor) }),
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ sections: _, ...report }) => headOf(report)),
    ...(found.length > limit && last ? { nextCursor: `${last.createdAt}.${last.id}` } : {}),
  };
}

/** @throws HubError `NOT_FOUND`, also to agents for what is for supervisors */
export async function readReport(
  { reports }: ListReportsDeps,
  { tenantId, principal }: StaffScope,
  reportId: string,
): Promise<Report> {
  const report = await reports.find(tenantId, reportId);
  if (report === null || (principal.role === 'agent' && !forAgents.includes(report.kind)))
    throw new HubError('NOT_FOUND');
  return reportOf(report);
}

function readCursor(cursor: string): { createdAt: number; id: string } {
  const match = /^(\d{1,15})\.([\w-]{1,64})$/.exec(cursor);
  if (!match) throw new HubError('VALIDATION_FAILED', { field: 'cursor' });
  return { createdAt: Number(match[1]), id: match[2] as string };
}
