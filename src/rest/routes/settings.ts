import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import { changeLogo, changeSettings, type LogoDeps } from '../../features/settings/changeSettings.ts';
import { type ChecklistDeps, readChecklist } from '../../features/settings/readChecklist.ts';
import { readTenantSettings, settingsAnswerOf } from '../../features/settings/readTenantSettings.ts';
import { listChanges } from '../../features/settings/recordChange.ts';
import { type Route, staffRoute } from '../handle.ts';

export const settingsRoutes = (parts: LogoDeps & Parameters<typeof listChanges>[0] & ChecklistDeps): Route[] => [
  staffRoute('GET /settings', {
    summary: 'Get the brokerage’s settings, with the version that a change has to name.',
    from: 'hub',
    run: async ({ session }) => settingsAnswerOf(await readTenantSettings(parts, session.scope.tenantId)),
  }),
  staffRoute('PUT /settings', {
    summary: 'Change some of the settings (admin). CONFLICT if they have changed since that version.',
    from: 'hub',
    run: async ({ session, body }) =>
      settingsAnswerOf(await changeSettings(parts, session.scope, body.version, body.change)),
  }),
  staffRoute('PUT /settings/logo', {
    summary: 'Set or remove the logo (admin): PNG, JPEG, or WebP, up to 64 KB, in base64.',
    from: 'hub',
    bodyBytes: 2 * settingsLimits.logoBytes,
    run: async ({ session, body }) =>
      settingsAnswerOf(await changeLogo(parts, session.scope, body.version, body.image)),
  }),
  staffRoute('GET /settings/checklist', {
    summary: 'Get the setup checklist: what is done and what is still open (admin).',
    from: 'hub',
    run: ({ session }) => readChecklist(parts, session.scope),
  }),
  staffRoute('GET /settings/changes', {
    summary: 'List who changed what, newest first (admin).',
    from: 'hub',
    run: async ({ session }) => ({ items: await listChanges(parts, session.scope, settingsLimits.shownChanges) }),
  }),
];
