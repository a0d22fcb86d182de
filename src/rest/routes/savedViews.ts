import { keepView, listViews, removeView, type ViewsDeps } from '../../features/settings/manageViews.ts';
import type { SavedPeopleView, SavedView } from '../../features/settings/model.ts';
import { type Route, staffRoute } from '../handle.ts';

export const savedViewRoutes = (parts: ViewsDeps<SavedView>): Route[] => [
  staffRoute('GET /saved-views', {
    summary: 'List your saved views of the inbox.',
    from: 'hub',
    run: async ({ session }) => ({ items: await listViews(parts, session.scope) }),
  }),
  staffRoute('POST /saved-views', {
    summary: 'Save a view of the inbox, up to 20; it replaces one with the same name.',
    from: 'hub',
    run: ({ session, body }) => keepView(parts, session.scope, body),
  }),
  staffRoute('DELETE /saved-views/:id', {
    summary: 'Delete one of your saved views.',
    from: 'hub',
    run: ({ session, params }) => removeView(parts, session.scope, params.id),
  }),
];

export const peopleViewRoutes = (parts: ViewsDeps<SavedPeopleView>): Route[] => [
  staffRoute('GET /people-views', {
    summary: 'List your saved views of the people.',
    from: 'hub',
    run: async ({ session }) => ({ items: await listViews(parts, session.scope) }),
  }),
  staffRoute('POST /people-views', {
    summary: 'Save a view of the people, up to 20; it replaces one with the same name.',
    from: 'hub',
    run: ({ session, body }) => keepView(parts, session.scope, body),
  }),
  staffRoute('DELETE /people-views/:id', {
    summary: 'Delete one of your saved views of the people.',
    from: 'hub',
    run: ({ session, params }) => removeView(parts, session.scope, params.id),
  }),
];
