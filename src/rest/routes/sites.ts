import {
  addSite,
  changeSite,
  listSites,
  makeIdentitySecret,
  removeIdentitySecret,
  removeSite,
  type SitesDeps,
} from '../../features/settings/manageSites.ts';
import { type Route, staffRoute } from '../handle.ts';

export const siteRoutes = (parts: SitesDeps): Route[] => [
  staffRoute('GET /sites', {
    summary: 'List the websites that may show the widget (admin).',
    from: 'hub',
    run: async ({ session }) => ({ items: await listSites(parts, session.scope) }),
  }),
  staffRoute('POST /sites', {
    summary: 'Allow a website to show the widget (admin).',
    from: 'hub',
    run: ({ session, body }) => addSite(parts, session.scope, body),
  }),
  staffRoute('PUT /sites/:id', {
    summary: 'Change a website’s name and allowed origins, and how the widget behaves there (admin).',
    from: 'hub',
    run: ({ session, params, body }) => changeSite(parts, session.scope, params.id, body),
  }),
  staffRoute('DELETE /sites/:id', {
    summary: 'Remove the widget from a website (admin). Its conversations are kept.',
    from: 'hub',
    run: ({ session, params }) => removeSite(parts, session.scope, params.id),
  }),
  staffRoute('POST /sites/:id/identity-secret', {
    summary:
      'Create the secret with which the site signs its visitors’ identities (admin). It is shown only once and replaces the previous one.',
    from: 'hub',
    run: ({ session, params }) => makeIdentitySecret(parts, session.scope, params.id),
  }),
  staffRoute('DELETE /sites/:id/identity-secret', {
    summary: 'Delete the secret: identities from this site are no longer accepted (admin).',
    from: 'hub',
    run: ({ session, params }) => removeIdentitySecret(parts, session.scope, params.id),
  }),
];
