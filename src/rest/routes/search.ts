import { type SearchDeps, searchConversations } from '../../features/search/searchConversations.ts';
import { type Route, staffRoute } from '../handle.ts';

export const searchRoutes = (deps: SearchDeps): Route[] => [
  staffRoute('GET /search', {
    summary: 'Search conversations and leads’ names for words that start with the query, newest first.',
    from: 'hub',
    run: async ({ session, query }) => ({ items: await searchConversations(deps, session.scope, query) }),
  }),
];
