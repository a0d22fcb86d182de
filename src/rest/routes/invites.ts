import { z } from 'zod';
import {
  inviteAccept,
  inviteLook,
  inviteRequest,
  inviteSeen,
  invitesAnswer,
  madeInvite,
} from '../../contract/settings.ts';
import { id } from '../../contract/values.ts';
import {
  acceptInvite,
  invitePerson,
  listInvites,
  lookAtInvite,
  withdrawInvite,
} from '../../features/settings/invitePeople.ts';
import type { SettingsParts } from '../../features/settings/ports.ts';
import { anonymousRoute, type Route, staffRoute } from '../handle.ts';

export const inviteRoutes = (parts: SettingsParts): Route[] => [
  staffRoute({
    method: 'get',
    path: '/invites',
    summary: 'Invitations that were not taken up yet (admin).',
    from: 'hub',
    answer: invitesAnswer,
    run: async ({ session }) => ({ items: await listInvites(parts, session.scope) }),
  }),
  staffRoute({
    method: 'post',
    path: '/invites',
    summary: 'Invite a person (admin). The token is shown this once; its link is /desk/invite#<token>.',
    from: 'hub',
    body: inviteRequest,
    answer: madeInvite,
    run: ({ session, body }) => invitePerson(parts, session.scope, body),
  }),
  staffRoute({
    method: 'delete',
    path: '/invites/:id',
    summary: 'Withdraw an invitation (admin).',
    from: 'hub',
    params: z.strictObject({ id }),
    answer: null,
    run: ({ session, params }) => withdrawInvite(parts, session.scope, params.id),
  }),
  anonymousRoute({
    method: 'post',
    path: '/invites/look',
    summary: 'Whom an invitation is for.',
    from: 'hub',
    body: inviteLook,
    answer: inviteSeen,
    run: ({ body }) => lookAtInvite(parts, body.token),
  }),
  anonymousRoute({
    method: 'post',
    path: '/invites/accept',
    summary: 'Take up an invitation: name and password make the account, once.',
    from: 'hub',
    body: inviteAccept,
    answer: null,
    run: ({ body }) => acceptInvite(parts, body),
  }),
];
