import { approveProposal, type DecideDeps, rejectProposal } from '../../features/interventions/decideProposal.ts';
import { listProposals } from '../../features/interventions/listProposals.ts';
import type { InterventionStore } from '../../features/interventions/ports.ts';
import { type Route, staffRoute } from '../handle.ts';

export const interventionRoutes = (deps: DecideDeps & { interventions: InterventionStore }): Route[] => [
  staffRoute('GET /interventions', {
    summary:
      'List the follow-ups proposed for leads who went silent, riskiest first: why, by which way, and a draft. At most 100.',
    from: 'hub',
    run: ({ session }) => listProposals(deps, session.scope),
  }),
  staffRoute('POST /interventions/:id/approve', {
    summary:
      'Follow up with these words, or the draft’s: sent where the hub has a channel open to the lead, otherwise a task for you. Consent, hours, and limits are checked again.',
    from: 'hub',
    run: ({ session, params, body }) => approveProposal(deps, session.scope, params.id, body),
  }),
  staffRoute('POST /interventions/:id/reject', {
    summary: 'Drop a proposed follow-up.',
    from: 'hub',
    run: ({ session, params, body }) => rejectProposal(deps, session.scope, params.id, body),
  }),
];
