import { changesAnswer, logoRequest, settingsAnswer, settingsChange } from '../../contract/settings.ts';
import { settingsLimits } from '../../contract/settingsLimits.ts';
import { changeLogo, changeSettings } from '../../features/settings/changeSettings.ts';
import type { SettingsParts } from '../../features/settings/ports.ts';
import { readSettings, settingsAnswerOf } from '../../features/settings/readSettings.ts';
import { listChanges } from '../../features/settings/recordChange.ts';
import { type Route, staffRoute } from '../handle.ts';

export const settingsRoutes = (parts: SettingsParts): Route[] => [
  staffRoute({
    method: 'get',
    path: '/settings',
    summary: 'The settings of the brokerage, with the version that a change has to name.',
    from: 'hub',
    answer: settingsAnswer,
    run: async ({ session }) => settingsAnswerOf(await readSettings(parts, session.scope.tenantId)),
  }),
  staffRoute({
    method: 'put',
    path: '/settings',
    summary: 'Change some of the settings (admin). CONFLICT when they were changed since that version.',
    from: 'hub',
    body: settingsChange,
    answer: settingsAnswer,
    run: async ({ session, body }) =>
      settingsAnswerOf(await changeSettings(parts, session.scope, body.version, body.change)),
  }),
  staffRoute({
    method: 'put',
    path: '/settings/logo',
    summary: 'Set or take away the logo (admin): PNG, JPEG or WebP of at most 64 KB, in base64.',
    from: 'hub',
    body: logoRequest,
    bodyBytes: 2 * settingsLimits.logoBytes,
    answer: settingsAnswer,
    run: async ({ session, body }) =>
      settingsAnswerOf(await changeLogo(parts, session.scope, body.version, body.image)),
  }),
  staffRoute({
    method: 'get',
    path: '/settings/changes',
    summary: 'Who changed what, newest first (admin).',
    from: 'hub',
    answer: changesAnswer,
    run: async ({ session }) => ({ items: await listChanges(parts, session.scope, settingsLimits.shownChanges) }),
  }),
];
