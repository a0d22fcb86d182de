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
    summary: 'The people of the brokerage; their addresses for admins only.',
    from: 'hub',
    run: async ({ session }) => ({ items: await listPeople(parts, session.scope) }),
  }),
  staffRoute('PUT /people/:id', {
    summary:
      'Change a role, or let a person in or out (admin). Who is let out is signed out, holds nothing and has no photo.',
    from: 'hub',
    run: ({ session, params, body }) => changePerson(parts, session.scope, params.id, body),
  }),
  staffRoute('PUT /people/:id/hours', {
    summary:
      'When a person takes appointments: an admin for everybody, everybody for themselves. Null: the opening hours.',
    from: 'hub',
    run: ({ session, params, body }) => changeOwnHours(parts, session.scope, params.id, body.ownHours),
  }),
  staffRoute('DELETE /people/:id/photo', {
    summary: 'Take the photo of a person away (admin).',
    from: 'hub',
    run: ({ session, params }) => removePhoto(parts, session.scope, params.id),
  }),
  staffRoute('DELETE /people/:id/locked-sign-ins', {
    summary: 'Let a person sign in again from networks where too many passwords were wrong (admin).',
    from: 'hub',
    run: ({ session, params }) => unlockSignIns(parts, session.scope, params.id),
  }),
  staffRoute('POST /people/import', {
    summary: 'Invite many from a CSV with the columns email, name, role (admin): all of them, or none and why.',
    from: 'hub',
    bodyBytes: 4 * settingsLimits.importChars,
    run: ({ session, body }) => importPeople(parts, session.scope, body.csv),
  }),
];
