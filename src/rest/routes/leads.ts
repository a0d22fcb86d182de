import { type InsightDeps, readInsight } from '../../features/insight/readings/readInsight.ts';
import { type ListLeadsDeps, listLeads } from '../../features/profiles/listLeads.ts';
import { type ReadLeadDeps, readLead } from '../../features/profiles/readLead.ts';
import { type Route, staffRoute } from '../handle.ts';

export const leadRoutes = (deps: ReadLeadDeps & ListLeadsDeps & InsightDeps): Route[] => [
  staffRoute('GET /leads', {
    summary: 'List the people the brokerage has talked with, most recent first.',
    from: 'hub',
    run: ({ session, query }) => listLeads(deps, session.scope, query),
  }),
  staffRoute('GET /leads/:id', {
    summary: 'Get a lead’s profile, each field with the words it came from.',
    from: 'hub',
    run: ({ session, params }) => readLead(deps, session.scope, params.id),
  }),
  staffRoute('GET /leads/:id/insight', {
    summary:
      'Get what a lead’s conversations say of what they will do: readings with what each is made of, stage, next contact, one score.',
    from: 'hub',
    run: ({ session, params }) => readInsight(deps, session.scope, params.id),
  }),
];
