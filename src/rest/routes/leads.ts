import { exportAsJson } from '../../features/composing/personExport/exportAsJson.ts';
import { exportAsPage } from '../../features/composing/personExport/exportAsPage.ts';
import { type ExportDeps, exportPerson } from '../../features/composing/personExport/exportPerson.ts';
import { type InsightDeps, readInsight } from '../../features/insight/readings/readInsight.ts';
import { type ExportLeadsDeps, exportLeads } from '../../features/profiles/exportLeads.ts';
import { homesKept } from '../../features/profiles/homesAfter.ts';
import { type ListChangedLeadsDeps, listChangedLeads } from '../../features/profiles/listChangedLeads.ts';
import { listLeads } from '../../features/profiles/listLeads.ts';
import {
  readPreferences,
  type SwitchPreferencesDeps,
  switchPreferences,
} from '../../features/profiles/preferences/readPreferences.ts';
import { type ReadHomesDeps, readHomes } from '../../features/profiles/readHomes.ts';
import { type ReadLeadDeps, readLead } from '../../features/profiles/readLead.ts';
import { readTimeline, type TimelineDeps } from '../../features/profiles/readTimeline.ts';
import { changesAsked } from '../../kernel/changes.ts';
import { HubError } from '../../kernel/hubError.ts';
import { type Route, staffRoute } from '../handle.ts';
import { sendPieces } from '../sendPieces.ts';

export const leadRoutes = (
  deps: ReadLeadDeps &
    ReadHomesDeps &
    TimelineDeps &
    ExportLeadsDeps &
    ListChangedLeadsDeps &
    InsightDeps & { personExport: ExportDeps; preferences: SwitchPreferencesDeps },
): Route[] => [
  staffRoute('GET /leads', {
    summary:
      'List the people the brokerage has talked with, most recent first. With `since`, lists what changed since then, oldest first. As CSV: all who pass the filters (supervisor, admin), and the access is recorded.',
    from: 'hub',
    alsoAs: 'text/csv',
    async run({ session, query, req, res }) {
      res.vary('accept');
      const asked = changesAsked(query);
      if (req.accepts(['application/json', 'text/csv']) !== 'text/csv')
        return asked ? listChangedLeads(deps, session.scope, asked) : listLeads(deps, session.scope, query);
      if (asked) throw new HubError('VALIDATION_FAILED', { field: 'since' });
      const { since: _, cursor: __, limit: ___, ...filter } = query;
      const lines = await exportLeads(deps, session.scope, filter);
      res.type('text/csv; charset=utf-8').attachment('people.csv');
      return sendPieces(res, lines);
    },
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
  staffRoute('GET /leads/:id/homes', {
    summary: 'List the homes that a lead looked at, on their pages and as cards in the chat, newest first.',
    from: 'hub',
    run: async ({ session, params }) => ({
      items: (await readHomes(deps, session.scope, params.id)).slice(0, homesKept),
    }),
  }),
  staffRoute('GET /leads/:id/preferences', {
    summary:
      'Get what a person prefers, as seen in their own words, each with why and what is adapted to it. Empty while it is turned off.',
    from: 'hub',
    run: ({ session, params }) => readPreferences(deps.preferences, session.scope, params.id),
  }),
  staffRoute('PUT /leads/:id/preferences', {
    summary: 'Turn adapting to a person’s preferences off or on: for Jorge, coaching, and drafts.',
    from: 'hub',
    run: ({ session, params, body }) => switchPreferences(deps.preferences, session.scope, params.id, body.adapts),
  }),
  staffRoute('GET /leads/:id/timeline', {
    summary:
      'Get what happened with a person over all their conversations, newest first: calls, appointments, notes, tasks, scores, hand-overs.',
    from: 'hub',
    run: ({ session, params }) => readTimeline(deps, session.scope, params.id),
  }),
  staffRoute('GET /leads/:id/export', {
    summary:
      'Export everything the hub holds about a person, as JSON or as a page to read (supervisor, admin). The access is recorded.',
    from: 'hub',
    alsoAs: 'text/html',
    async run({ session, params, req, res }) {
      const found = await exportPerson(deps.personExport, session.scope, params.id);
      const isPage = req.accepts(['application/json', 'text/html']) === 'text/html';
      res.vary('accept').type(isPage ? 'html' : 'json');
      res.attachment(`person-${found.exportedAt.slice(0, 10)}.${isPage ? 'html' : 'json'}`);
      return sendPieces(res, isPage ? exportAsPage(found) : exportAsJson(found));
    },
  }),
];
