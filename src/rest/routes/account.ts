import {
  changeOwnAccount,
  changeOwnHelp,
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
    summary: 'Get your own account.',
    from: 'hub',
    run: ({ session }) => readOwnAccount(parts, session.scope),
  }),
  staffRoute('PUT /me', {
    summary: 'Change your name and contact details; null removes a title or a phone number.',
    from: 'hub',
    run: ({ session, body }) => changeOwnAccount(parts, session.scope, body),
  }),
  staffRoute('PUT /me/help', {
    summary: 'Change how much you are helped in a conversation unasked (`level`), and in what manner (`strategy`).',
    from: 'hub',
    run: ({ session, body }) => changeOwnHelp(parts, session.scope, body),
  }),
  staffRoute('PUT /me/password', {
    summary: 'Change your password. You are signed out everywhere else.',
    from: 'hub',
    run: ({ session, body }) => changeOwnPassword(parts, session, body),
  }),
  staffRoute('GET /me/sign-ins', {
    summary: 'List where you are signed in, most recently used first.',
    from: 'hub',
    run: async ({ session }) => ({ items: await listOwnSignIns(parts, session) }),
  }),
  staffRoute('DELETE /me/sign-ins/:id', {
    summary: 'Sign out one of your sessions.',
    from: 'hub',
    run: ({ session, params }) => endOwnSignIn(parts, session, params.id),
  }),
  staffRoute('POST /me/second-factor', {
    settingUp: true,
    summary:
      'Start setting up a second factor (TOTP, RFC 6238): returns the secret for your app. It takes effect once confirmed.',
    from: 'hub',
    run: ({ session, body }) => startSecondFactor(parts, session.scope, body),
  }),
  staffRoute('POST /me/second-factor/confirm', {
    settingUp: true,
    summary: 'Confirm the second factor with a code from your app. Returns ten recovery codes, shown only once.',
    from: 'hub',
    run: ({ session, body }) => confirmSecondFactor(parts, session.scope, body.code),
  }),
  staffRoute('POST /me/second-factor/recovery-codes', {
    summary: 'Replace your remaining recovery codes with ten new ones, shown only once.',
    from: 'hub',
    run: ({ session, body }) => renewRecoveryCodes(parts, session.scope, body),
  }),
  staffRoute('POST /me/second-factor/end', {
    summary: 'Turn off your second factor.',
    from: 'hub',
    run: ({ session, body }) => endSecondFactor(parts, session.scope, body),
  }),
  staffRoute('DELETE /people/:id/second-factor', {
    summary: 'Turn off a person’s second factor, such as after a lost phone (admin). They are signed out.',
    from: 'hub',
    run: ({ session, params }) => removeSecondFactor(parts, session.scope, params.id),
  }),
  staffRoute('POST /people/:id/password-link', {
    summary:
      'Create a link for a person to choose a new password (admin): it works once and expires in 24 hours. The token is shown only once; its link is /desk/password#<token>.',
    from: 'hub',
    run: ({ session, params }) => makePasswordLink(parts, session.scope, params.id),
  }),
  anonymousRoute('POST /password-links/look', {
    summary: 'Look up who a password link is for.',
    from: 'hub',
    run: ({ body }) => readPasswordLink(parts, body.token),
  }),
  anonymousRoute('POST /password-links/use', {
    summary: 'Choose a new password with a link, once; the person is signed out everywhere.',
    from: 'hub',
    run: ({ body }) => usePasswordLink(parts, body),
  }),
];
