import { type SearchDeps, searchConversations } from '../../features/search/searchConversations.ts';
import { type Route, staffRoute } from '../handle.ts';

export const searchRoutes = (deps: SearchDeps): Route[] => [
  staffRoute('GET /search', {
    summary: 'Lines of conversations with words that begin so, and leads named so, newest first.',
    from: 'hub',
    run: async ({ session, query }) => ({ items: await searchConversations(deps, session.scope, query) }),
  }),
];
