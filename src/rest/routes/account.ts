import {
  changeOwnAccount,
  changeOwnPassword,
  endOwnSignIn,
  listOwnSignIns,
  type OwnAccountDeps,
  readOwnAccount,
} from '../../features/settings/manageOwnAccount.ts';
import {
  confirmSecondFactor,
  endSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  type SecondFactorDeps,
  startSecondFactor,
} from '../../features/settings/manageSecondFactor.ts';
import {
  makePasswordLink,
  type PasswordLinkDeps,
  readPasswordLink,
  usePasswordLink,
} from '../../features/settings/passwordLinks.ts';
import { anonymousRoute, type Route, staffRoute } from '../handle.ts';

export const accountRoutes = (parts: OwnAccountDeps & PasswordLinkDeps & SecondFactorDeps): Route[] => [
  staffRoute('GET /me', {
    settingUp: true,
    summary: 'Your own account.',
    from: 'hub',
    run: ({ session }) => readOwnAccount(parts, session.scope),
  }),
  staffRoute('PUT /me', {
    summary: 'Change how you are called and reached; null takes a title or a phone away.',
    from: 'hub',
    run: ({ session, body }) => changeOwnAccount(parts, session.scope, body),
  }),
  staffRoute('PUT /me/password', {
    summary: 'Choose another password. Your other sign-ins end.',
    from: 'hub',
    run: ({ session, body }) => changeOwnPassword(parts, session, body),
  }),
  staffRoute('GET /me/sign-ins', {
    summary: 'Where you are signed in, the latest used first.',
    from: 'hub',
    run: async ({ session }) => ({ items: await listOwnSignIns(parts, session) }),
  }),
  staffRoute('DELETE /me/sign-ins/:id', {
    summary: 'End one of your sign-ins.',
    from: 'hub',
    run: ({ session, params }) => endOwnSignIn(parts, session, params.id),
  }),
  staffRoute('POST /me/second-factor', {
    settingUp: true,
    summary:
      'Begin to set up a second factor (TOTP, RFC 6238): the secret for your app. It counts once it is confirmed.',
    from: 'hub',
    run: ({ session, body }) => startSecondFactor(parts, session.scope, body),
  }),
  staffRoute('POST /me/second-factor/confirm', {
    settingUp: true,
    summary: 'Confirm it by a code of your app. The ten recovery codes are shown this once.',
    from: 'hub',
    run: ({ session, body }) => confirmSecondFactor(parts, session.scope, body.code),
  }),
  staffRoute('POST /me/second-factor/recovery-codes', {
    summary: 'Ten new recovery codes in the place of those that are left, shown this once.',
    from: 'hub',
    run: ({ session, body }) => renewRecoveryCodes(parts, session.scope, body),
  }),
  staffRoute('POST /me/second-factor/end', {
    summary: 'Switch your second factor off.',
    from: 'hub',
    run: ({ session, body }) => endSecondFactor(parts, session.scope, body),
  }),
  staffRoute('DELETE /people/:id/second-factor', {
    summary: 'Switch the second factor of a person off, such as one who lost their phone (admin). They are signed out.',
    from: 'hub',
    run: ({ session, params }) => removeSecondFactor(parts, session.scope, params.id),
  }),
  staffRoute('POST /people/:id/password-link', {
    summary:
      'Make a link with which a person chooses a new password (admin): it works once, for a day. The token is shown this once; its link is /desk/password#<token>.',
    from: 'hub',
    run: ({ session, params }) => makePasswordLink(parts, session.scope, params.id),
  }),
  anonymousRoute('POST /password-links/look', {
    summary: 'Whom a password link is for.',
    from: 'hub',
    run: ({ body }) => readPasswordLink(parts, body.token),
  }),
  anonymousRoute('POST /password-links/use', {
    summary: 'Choose a new password by a link, once; every session of the person ends.',
    from: 'hub',
    run: ({ body }) => usePasswordLink(parts, body),
  }),
];
