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
    summary: 'The websites that may carry the widget (admin).',
    from: 'hub',
    run: async ({ session }) => ({ items: await listSites(parts, session.scope) }),
  }),
  staffRoute('POST /sites', {
    summary: 'Let a website carry the widget (admin).',
    from: 'hub',
    run: ({ session, body }) => addSite(parts, session.scope, body),
  }),
  staffRoute('PUT /sites/:id', {
    summary: 'Change the name and the origins of a website, and how the widget behaves there (admin).',
    from: 'hub',
    run: ({ session, params, body }) => changeSite(parts, session.scope, params.id, body),
  }),
  staffRoute('DELETE /sites/:id', {
    summary: 'Take the widget from a website (admin). Its conversations stay.',
    from: 'hub',
    run: ({ session, params }) => removeSite(parts, session.scope, params.id),
  }),
  staffRoute('POST /sites/:id/identity-secret', {
    summary:
      'Make the secret that the site signs its visitors’ identities with (admin). Shown this once; the one before ends.',
    from: 'hub',
    run: ({ session, params }) => makeIdentitySecret(parts, session.scope, params.id),
  }),
  staffRoute('DELETE /sites/:id/identity-secret', {
    summary: 'End the secret: no identity of this site is believed any more (admin).',
    from: 'hub',
    run: ({ session, params }) => removeIdentitySecret(parts, session.scope, params.id),
  }),
];
