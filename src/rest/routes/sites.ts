import { z } from 'zod';
import { identitySecretAnswer, site, siteRequest, sitesAnswer } from '../../contract/settings.ts';
import { id } from '../../contract/values.ts';
import {
  addSite,
  changeSite,
  listSites,
  makeIdentitySecret,
  removeIdentitySecret,
  removeSite,
} from '../../features/settings/keepSites.ts';
import type { SettingsParts } from '../../features/settings/ports.ts';
import { type Route, staffRoute } from '../handle.ts';

const byId = z.strictObject({ id });

export const siteRoutes = (parts: SettingsParts): Route[] => [
  staffRoute({
    method: 'get',
    path: '/sites',
    summary: 'The websites that may carry the widget (admin).',
    from: 'hub',
    answer: sitesAnswer,
    run: async ({ session }) => ({ items: await listSites(parts, session.scope) }),
  }),
  staffRoute({
    method: 'post',
    path: '/sites',
    summary: 'Let a website carry the widget (admin).',
    from: 'hub',
    body: siteRequest,
    answer: site,
    run: ({ session, body }) => addSite(parts, session.scope, body),
  }),
  staffRoute({
    method: 'put',
    path: '/sites/:id',
    summary: 'Change the name and the origins of a website (admin).',
    from: 'hub',
    params: byId,
    body: siteRequest,
    answer: site,
    run: ({ session, params, body }) => changeSite(parts, session.scope, params.id, body),
  }),
  staffRoute({
    method: 'delete',
    path: '/sites/:id',
    summary: 'Take the widget from a website (admin). Its conversations stay.',
    from: 'hub',
    params: byId,
    answer: null,
    run: ({ session, params }) => removeSite(parts, session.scope, params.id),
  }),
  staffRoute({
    method: 'post',
    path: '/sites/:id/identity-secret',
    summary:
      'Make the secret that the site signs its visitors’ identities with (admin). Shown this once; the one before ends.',
    from: 'hub',
    params: byId,
    answer: identitySecretAnswer,
    run: ({ session, params }) => makeIdentitySecret(parts, session.scope, params.id),
  }),
  staffRoute({
    method: 'delete',
    path: '/sites/:id/identity-secret',
    summary: 'End the secret: no identity of this site is believed any more (admin).',
    from: 'hub',
    params: byId,
    answer: null,
    run: ({ session, params }) => removeIdentitySecret(parts, session.scope, params.id),
  }),
];
