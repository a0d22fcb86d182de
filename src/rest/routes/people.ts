import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import { importPeople } from '../../features/settings/importPeople.ts';
import type { InviteDeps } from '../../features/settings/invitePeople.ts';
import { changeOwnHours, type OwnHoursDeps } from '../../features/settings/manageOwnHours.ts';
import {
  changePerson,
  listPeople,
  type PeopleDeps,
  removePhoto,
  unlockSignIns,
} from '../../features/settings/managePeople.ts';
import { type Route, staffRoute } from '../handle.ts';

export const peopleRoutes = (parts: PeopleDeps & OwnHoursDeps & InviteDeps): Route[] => [
  staffRoute('GET /people', {
    summary: 'List the brokerage’s people; admins also get their email addresses.',
    from: 'hub',
    run: async ({ session }) => ({ items: await listPeople(parts, session.scope) }),
  }),
  staffRoute('PUT /people/:id', {
    summary:
      'Change a role, or activate or deactivate a person (admin). A deactivated person is signed out, has no conversations, and has no photo.',
    from: 'hub',
    run: ({ session, params, body }) => changePerson(parts, session.scope, params.id, body),
  }),
  staffRoute('PUT /people/:id/hours', {
    summary:
      'Set when a person takes appointments: your own hours or, as an admin, anyone’s. Null: the business hours.',
    from: 'hub',
    run: ({ session, params, body }) => changeOwnHours(parts, session.scope, params.id, body.ownHours),
  }),
  staffRoute('DELETE /people/:id/photo', {
    summary: 'Delete a person’s photo (admin).',
    from: 'hub',
    run: ({ session, params }) => removePhoto(parts, session.scope, params.id),
  }),
  staffRoute('DELETE /people/:id/locked-sign-ins', {
    summary: 'Unlock a person’s sign-ins from networks with too many wrong passwords (admin).',
    from: 'hub',
    run: ({ session, params }) => unlockSignIns(parts, session.scope, params.id),
  }),
  staffRoute('POST /people/import', {
    summary:
      'Invite people from a CSV with the columns email, name, role (admin): all of them or, with the reasons, none.',
    from: 'hub',
    bodyBytes: 4 * settingsLimits.importChars,
    run: ({ session, body }) => importPeople(parts, session.scope, body.csv),
  }),
];
