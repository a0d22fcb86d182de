import { loginAnswer, loginRequest, refreshRequest } from '../../contract/rest.ts';
import { createLogin } from '../../features/identity/login.ts';
import { logout } from '../../features/identity/logout.ts';
import type { IdentityDeps } from '../../features/identity/ports.ts';
import { refreshSession } from '../../features/identity/refreshSession.ts';
import type { TokenVerifier } from '../../features/identity/verifyToken.ts';
import type { Logger } from '../../kernel/observe.ts';
import { keepDeviceMark, readDeviceMarks } from '../deviceCookie.ts';
import { addressOf, anonymousRoute, type Route, staffRoute } from '../handle.ts';
import { isByTls } from '../isByTls.ts';

export interface AuthRouteDeps {
  identity: IdentityDeps;
  verifier: TokenVerifier;
  log: Logger;
  /** As `PUBLIC_URL` says it. */
  publicUrl: string | null;
}

export function authRoutes({ identity, verifier, log, publicUrl }: AuthRouteDeps): Route[] {
  const login = createLogin(identity, log);
  return [
    anonymousRoute({
      method: 'post',
      path: '/auth/login',
      ownLimit: true,
      summary: 'Sign in as a member of the staff.',
      from: 'hub',
      body: loginRequest,
      answer: loginAnswer,
      async run({ body, req, res }) {
        const from = { address: addressOf(req), deviceMarks: readDeviceMarks(req) };
        const { answer, deviceMark } = await login(body, from);
        keepDeviceMark(req, res, deviceMark, isByTls(publicUrl));
        return answer;
      },
    }),
    anonymousRoute({
      method: 'post',
      path: '/auth/refresh',
      summary: 'Spend a refresh token for a new pair. A spent one that comes again ends the whole family.',
      from: 'hub',
      body: refreshRequest,
      answer: loginAnswer,
      run: ({ body }) => refreshSession(identity, body.refreshToken),
    }),
    staffRoute({
      method: 'post',
      path: '/auth/logout',
      summary: 'End this session.',
      from: 'hub',
      answer: null,
      run: ({ session }) => logout({ store: identity.store, verifier }, session),
    }),
  ];
}
