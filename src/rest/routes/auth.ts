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
        'Sign in as a team member. With a second factor but no `code`, the answer is AUTH_REQUIRED with the field `code`.',
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
      summary: 'Exchange a refresh token for a new pair. Reusing a token ends the whole session.',
      from: 'hub',
      run: ({ body }) => refreshSession(identity, body.refreshToken),
    }),
    anonymousRoute('GET /auth/options', {
      summary: 'Get what the sign-in page offers.',
      from: 'hub',
      run: async () => ({ passwordMail: mailer !== null }),
    }),
    anonymousRoute('POST /auth/forgotten-password', {
      summary:
        'Send a password link to an email address; the answer is the same whether or not it has an account. The link works once and expires in 24 hours.',
      from: 'hub',
      run: ({ body, req }) => requestPasswordMail(forgotten, body.email, addressOf(req)),
    }),
    staffRoute('POST /auth/logout', {
      settingUp: true,
      summary: 'Sign out of this session.',
      from: 'hub',
      run: ({ session }) => logout({ store: identity.store, verifier }, session),
    }),
  ];
}
