import { type ListReportsDeps, listReports, readReport } from '../../features/composing/reports/listReports.ts';
import { type MakeReportDeps, makeReport } from '../../features/composing/reports/makeReport.ts';
import { type Route, staffRoute } from '../handle.ts';

export const reportRoutes = (deps: MakeReportDeps & ListReportsDeps): Route[] => [
  staffRoute('GET /reports', {
    summary: 'List the reports that were made, newest first. Agents see lead summaries only.',
    from: 'hub',
    run: ({ session, query }) => listReports(deps, session.scope, query),
  }),
  staffRoute('POST /reports', {
    summary:
      'Make and keep a report: `weekly`, `pipeline` and `briefing` for supervisors, `lead` for everyone on the team. Every figure names its source.',
    from: 'hub',
    run: ({ session, body }) => makeReport(deps, session.scope, body),
  }),
  staffRoute('GET /reports/:id', {
    summary: 'Get a report with its sections, their words and their figures.',
    from: 'hub',
    run: ({ session, params }) => readReport(deps, session.scope, params.id),
  }),
];
