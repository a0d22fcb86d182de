import { type ListLeadsDeps, listLeads } from '../../features/profiles/listLeads.ts';
import { type ReadLeadDeps, readLead } from '../../features/profiles/readLead.ts';
import { type Route, staffRoute } from '../handle.ts';

export const leadRoutes = (deps: ReadLeadDeps & ListLeadsDeps): Route[] => [
  staffRoute('GET /leads', {
    summary: 'The people whom the brokerage talks with, the one who was spoken with last first.',
    from: 'hub',
    run: ({ session, query }) => listLeads(deps, session.scope, query),
  }),
  staffRoute('GET /leads/:id', {
    summary: 'The profile of a lead, each field with the words it came from.',
    from: 'hub',
    run: ({ session, params }) => readLead(deps, session.scope, params.id),
  }),
];
