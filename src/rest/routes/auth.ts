import { browserOf } from '../../features/identity/browserOf.ts';
import { createLogin } from '../../features/identity/login.ts';
import { logout } from '../../features/identity/logout.ts';
import type { IdentityDeps } from '../../features/identity/ports.ts';
import { refreshSession } from '../../features/identity/refreshSession.ts';
import type { TokenVerifier } from '../../features/identity/verifyToken.ts';
import { type ForgottenPasswordDeps, requestPasswordMail } from '../../features/settings/forgottenPassword.ts';
import type { Logger } from '../../kernel/observe.ts';
import { keepDeviceMark, readDeviceMarks } from '../deviceCookie.ts';
import { addressOf, anonymousRoute, type Route, staffRoute } from '../handle.ts';
import { isByTls } from '../isByTls.ts';

export interface AuthRouteDeps extends Pick<ForgottenPasswordDeps, 'mailer' | 'jobs'> {
  identity: IdentityDeps;
  verifier: TokenVerifier;
  log: Logger;
  /** As `PUBLIC_URL` says it. */
  publicUrl: string | null;
}

export function authRoutes({ identity, verifier, log, publicUrl, mailer, jobs }: AuthRouteDeps): Route[] {
  const forgotten = { ...identity, identity: identity.store, mailer, jobs, log };
  const login = createLogin(identity, log);
  return [
    anonymousRoute('POST /auth/login', {
      ownLimit: true,
      summary:
        'Sign in as a member of the staff. Who has a second factor and sends no `code` gets AUTH_REQUIRED with the field `code`.',
      from: 'hub',
      async run({ body, req, res }) {
        const browser = browserOf(req.headers['user-agent']);
        const from = { address: addressOf(req), deviceMarks: readDeviceMarks(req), browser };
        const { answer, deviceMark } = await login(body, from);
        keepDeviceMark(req, res, deviceMark, isByTls(publicUrl));
        return answer;
      },
    }),
    anonymousRoute('POST /auth/refresh', {
      summary: 'Spend a refresh token for a new pair. A spent one that comes again ends the whole family.',
      from: 'hub',
      run: ({ body }) => refreshSession(identity, body.refreshToken),
    }),
    anonymousRoute('GET /auth/options', {
      summary: 'What the sign-in page offers.',
      from: 'hub',
      run: async () => ({ passwordMail: mailer !== null }),
    }),
    anonymousRoute('POST /auth/forgotten-password', {
      summary:
        'Have a link for a new password sent to an address; the answer is the same whether anybody has it. It works once, for a day.',
      from: 'hub',
      run: ({ body, req }) => requestPasswordMail(forgotten, body.email, addressOf(req)),
    }),
    staffRoute('POST /auth/logout', {
      settingUp: true,
      summary: 'End this session.',
      from: 'hub',
      run: ({ session }) => logout({ store: identity.store, verifier }, session),
    }),
  ];
}
