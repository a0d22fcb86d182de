import { z } from 'zod';
import {
  importAnswer,
  importRequest,
  ownHoursChange,
  peopleAnswer,
  personAnswer,
  personChange,
  staffMember,
} from '../../contract/settings.ts';
import { settingsLimits } from '../../contract/settingsLimits.ts';
import { id } from '../../contract/values.ts';
import { importPeople } from '../../features/settings/importPeople.ts';
import { changeOwnHours } from '../../features/settings/keepOwnHours.ts';
import { changePerson, listPeople, unlockSignIns } from '../../features/settings/keepPeople.ts';
import type { SettingsParts } from '../../features/settings/ports.ts';
import { type Route, staffRoute } from '../handle.ts';

export const peopleRoutes = (parts: SettingsParts): Route[] => [
  staffRoute({
    method: 'get',
    path: '/people',
    summary: 'The people of the brokerage; their addresses for admins only.',
    from: 'hub',
    answer: peopleAnswer,
    run: async ({ session }) => ({ items: await listPeople(parts, session.scope) }),
  }),
  staffRoute({
    method: 'put',
    path: '/people/:id',
    summary: 'Change a role, or let a person in or out (admin). Who is let out is signed out and holds nothing.',
    from: 'hub',
    params: z.strictObject({ id }),
    body: personChange,
    answer: personAnswer,
    run: ({ session, params, body }) => changePerson(parts, session.scope, params.id, body),
  }),
  staffRoute({
    method: 'put',
    path: '/people/:id/hours',
    summary:
      'When a person takes appointments: an admin for everybody, everybody for themselves. Null: the opening hours.',
    from: 'hub',
    params: z.strictObject({ id }),
    body: ownHoursChange,
    answer: staffMember,
    run: ({ session, params, body }) => changeOwnHours(parts, session.scope, params.id, body.ownHours),
  }),
  staffRoute({
    method: 'delete',
    path: '/people/:id/locked-sign-ins',
    summary: 'Let a person sign in again from networks where too many passwords were wrong (admin).',
    from: 'hub',
    params: z.strictObject({ id }),
    answer: null,
    run: ({ session, params }) => unlockSignIns(parts, session.scope, params.id),
  }),
  staffRoute({
    method: 'post',
    path: '/people/import',
    summary: 'Invite many from a CSV with the columns email, name, role (admin): all of them, or none and why.',
    from: 'hub',
    body: importRequest,
    bodyBytes: 4 * settingsLimits.importChars,
    answer: importAnswer,
    run: ({ session, body }) => importPeople(parts, session.scope, body.csv),
  }),
];
