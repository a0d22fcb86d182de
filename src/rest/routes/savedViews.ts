import { keepView, listViews, removeView, type ViewsDeps } from '../../features/settings/manageViews.ts';
import { type Route, staffRoute } from '../handle.ts';

export const savedViewRoutes = (parts: ViewsDeps): Route[] => [
  staffRoute('GET /saved-views', {
    summary: 'One’s own saved views of the inbox.',
    from: 'hub',
    run: async ({ session }) => ({ items: await listViews(parts, session.scope) }),
  }),
  staffRoute('POST /saved-views', {
    summary: 'Keep a view of the inbox for oneself, in the place of the one of the same name: at most twenty.',
    from: 'hub',
    run: ({ session, body }) => keepView(parts, session.scope, body),
  }),
  staffRoute('DELETE /saved-views/:id', {
    summary: 'Forget a saved view of one’s own.',
    from: 'hub',
    run: ({ session, params }) => removeView(parts, session.scope, params.id),
  }),
];
