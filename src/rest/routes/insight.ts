import type { createDayReader } from '../../features/insight/readDay.ts';
import { type HelpReportDeps, readHelp } from '../../features/insight/readHelp.ts';
import { type Route, staffRoute } from '../handle.ts';

export const insightRoutes = (parts: HelpReportDeps & { readDay: ReturnType<typeof createDayReader> }): Route[] => [
  staffRoute('GET /day', {
    summary:
      'Get the tenant’s figures for today so far, for supervisors: conversations, waits, first replies, missed, by person.',
    from: 'hub',
    run: ({ session }) => parts.readDay(session.scope),
  }),
  staffRoute('GET /help', {
    summary:
      'Get what hints and suggestions were worth in the last `days`, for supervisors: seen, used, dismissed and said, by rule, strategy, stage, version and person.',
    from: 'hub',
    run: ({ session, query }) => readHelp(parts, session.scope, query.days),
  }),
];
