import {
  listExperiments,
  type ManageDeps,
  startExperiment,
  stopExperiment,
} from '../../features/experiments/manageExperiments.ts';
import { type ReadDeps, readExperiment } from '../../features/experiments/readExperiment.ts';
import { type Route, staffRoute } from '../handle.ts';

export const experimentRoutes = (
  deps: ManageDeps & ReadDeps & { experiments: ManageDeps['experiments'] & ReadDeps['experiments'] },
): Route[] => [
  staffRoute('POST /experiments', {
    summary:
      'Try two to five coaching strategies side by side on a brokerage’s leads, for supervisors. One experiment runs at a time. The answer tells how many leads each arm needs.',
    from: 'hub',
    status: 201,
    run: ({ session, body }) => startExperiment(deps, session.scope, body),
  }),
  staffRoute('GET /experiments', {
    summary: 'List the experiments of the brokerage, newest first; the last 100 are kept.',
    from: 'hub',
    run: ({ session }) => listExperiments(deps, session.scope),
  }),
  staffRoute('GET /experiments/:id', {
    summary:
      'Get how an experiment stands: leads, outcomes and rates by arm, and a comparison once its planned end has come with enough leads.',
    from: 'hub',
    run: ({ session, params }) => readExperiment(deps, session.scope, params.id),
  }),
  staffRoute('POST /experiments/:id/stop', {
    summary: 'End an experiment before its time. Its arms are never compared.',
    from: 'hub',
    run: ({ session, params }) => stopExperiment(deps, session.scope, params.id),
  }),
];
