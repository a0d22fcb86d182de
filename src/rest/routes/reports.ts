import { type ListReportsDeps, listReports, readReport } from '../../features/composing/reports/listReports.ts';
import { type MakeReportDeps, makeReport } from '../../features/composing/reports/makeReport.ts';
import {
  addSchedule,
  listSchedules,
  removeSchedule,
  type SchedulesDeps,
} from '../../features/composing/reports/manageSchedules.ts';
import { type Route, staffRoute } from '../handle.ts';

export const reportRoutes = (deps: MakeReportDeps & ListReportsDeps & SchedulesDeps): Route[] => [
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
  staffRoute('GET /reports/schedules', {
    summary: 'List the schedules by which reports are made, oldest first.',
    from: 'hub',
    run: ({ session }) => listSchedules(deps, session.scope),
  }),
  staffRoute('POST /reports/schedules', {
    summary:
      'Have a report of the team made on days of the week, at a time by the brokerage’s clock. You are notified of each. A brokerage has at most 10 schedules.',
    from: 'hub',
    run: ({ session, body }) => addSchedule(deps, session.scope, body),
  }),
  staffRoute('DELETE /reports/schedules/:id', {
    summary: 'Delete a schedule. Reports that it made stay.',
    from: 'hub',
    run: ({ session, params }) => removeSchedule(deps, session.scope, params.id),
  }),
  staffRoute('GET /reports/:id', {
    summary: 'Get a report with its sections, their words and their figures.',
    from: 'hub',
    run: ({ session, params }) => readReport(deps, session.scope, params.id),
  }),
];
