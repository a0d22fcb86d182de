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
    summary: 'List the invitations that have not been accepted yet (admin).',
    from: 'hub',
    run: async ({ session }) => ({ items: await listInvites(parts, session.scope) }),
  }),
  staffRoute('POST /invites', {
    summary: 'Invite a person (admin). The token is shown only once; its link is /desk/invite#<token>.',
    from: 'hub',
    run: ({ session, body }) => invitePerson(parts, session.scope, body),
  }),
  staffRoute('DELETE /invites/:id', {
    summary: 'Withdraw an invitation (admin).',
    from: 'hub',
    run: ({ session, params }) => withdrawInvite(parts, session.scope, params.id),
  }),
  anonymousRoute('POST /invites/look', {
    summary: 'Look up who an invitation is for.',
    from: 'hub',
    run: ({ body }) => readInvite(parts, body.token),
  }),
  anonymousRoute('POST /invites/accept', {
    summary: 'Accept an invitation: creates the account with a name and password, once.',
    from: 'hub',
    run: ({ body }) => acceptInvite(parts, body),
  }),
];
