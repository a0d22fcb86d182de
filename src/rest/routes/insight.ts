import type { createDayReader } from '../../features/insight/readDay.ts';
import { type Route, staffRoute } from '../handle.ts';

export const insightRoutes = (readDay: ReturnType<typeof createDayReader>): Route[] => [
  staffRoute('GET /day', {
    summary:
      'Get the tenant’s figures for today so far, for supervisors: conversations, waits, first replies, missed, by person.',
    from: 'hub',
    run: ({ session }) => readDay(session.scope),
  }),
];
