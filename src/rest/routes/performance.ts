import type { PerformanceFigures } from '../../contract/rest/performance.ts';
import { HubError } from '../../kernel/hubError.ts';
import { type Route, staffRoute } from '../handle.ts';

export const performanceRoutes = ({ readPerformance }: { readPerformance(): Promise<PerformanceFigures> }): Route[] => [
  staffRoute('GET /metrics/performance', {
    summary: 'Get how long requests, commands, turns, and the model took on this node since it started, for admins.',
    from: 'hub',
    run: ({ session }) => {
      // Like the metrics themselves: it is of the whole node, not of one brokerage.
      if (session.scope.principal.role !== 'admin') throw new HubError('FORBIDDEN');
      return readPerformance();
    },
  }),
];
