import {
  acceptInvite,
  type InviteDeps,
  type InvitedDeps,
  invitePerson,
  listInvites,
  readInvite,
  withdrawInvite,
} from '../../features/settings/invitePeople.ts';
import { anonymousRoute, type Route, staffRoute } from '../handle.ts';

export const inviteRoutes = (parts: InviteDeps & InvitedDeps): Route[] => [
  staffRoute('GET /invites', {
    summary: 'Invitations that were not taken up yet (admin).',
    from: 'hub',
    run: async ({ session }) => ({ items: await listInvites(parts, session.scope) }),
  }),
  staffRoute('POST /invites', {
    summary: 'Invite a person (admin). The token is shown this once; its link is /desk/invite#<token>.',
    from: 'hub',
    run: ({ session, body }) => invitePerson(parts, session.scope, body),
  }),
  staffRoute('DELETE /invites/:id', {
    summary: 'Withdraw an invitation (admin).',
    from: 'hub',
    run: ({ session, params }) => withdrawInvite(parts, session.scope, params.id),
  }),
  anonymousRoute('POST /invites/look', {
    summary: 'Whom an invitation is for.',
    from: 'hub',
    run: ({ body }) => readInvite(parts, body.token),
  }),
  anonymousRoute('POST /invites/accept', {
    summary: 'Take up an invitation: name and password make the account, once.',
    from: 'hub',
    run: ({ body }) => acceptInvite(parts, body),
  }),
];
