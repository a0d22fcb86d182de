import { searchAnswer, searchQuery } from '../../contract/settings.ts';
import { type SearchDeps, searchConversations } from '../../features/search/searchConversations.ts';
import { type Route, staffRoute } from '../handle.ts';

export const searchRoutes = (deps: SearchDeps): Route[] => [
  staffRoute({
    method: 'get',
    path: '/search',
    summary: 'Lines of conversations with words that begin so, and leads named so, newest first.',
    from: 'hub',
    query: searchQuery,
    answer: searchAnswer,
    run: async ({ session, query }) => ({ items: await searchConversations(deps, session.scope, query) }),
  }),
];
