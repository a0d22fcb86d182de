import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loginAnswer } from '../../src/contract/rest/auth.ts';
import { createApiKey } from '../../src/features/identity/createApiKey.ts';
import { resetPassword } from '../../src/features/identity/resetPassword.ts';
import { createTokens } from '../../src/features/identity/tokens.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { password, type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let tenant: Awaited<ReturnType<RunningRest['addTenant']>>;
beforeAll(async () => {
  hub = await startRest({ env: { HUB_LIMIT_LOGINS: '10000' } });
  tenant = await hub.addTenant('Own');
});
afterAll(() => hub.stop());

const list = (token: string) => hub.call('GET', '/api/v1/conversations', { token });

test('a member of the staff signs in, calls, and signs out', async () => {
  const answer = await hub.call('POST', '/api/v1/auth/login', {
    body: { email: ` ${tenant.emailOf('agent').toUpperCase()} `, password },
  });
  expect(answer.status).toBe(200);
  const session = loginAnswer.parse(answer.json);
  expect(session).toMatchObject({ expiresInSeconds: 3600, user: { name: 'The agent', role: 'agent' } });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect((await list(session.accessToken)).status).toBe(200);

  const out = await hub.call('POST', '/api/v1/auth/logout', { token: session.accessToken });
  expect([out.status, out.text]).toEqual([204, '']);
  expect((await list(session.accessToken)).json.error.code).toBe('AUTH_REVOKED');
  const again = await hub.call('POST', '/api/v1/auth/refresh', { body: { refreshToken: session.refreshToken } });
  expect([again.status, again.json.error.code]).toEqual([401, 'AUTH_REVOKED']);
});

test('S87: a page of another website cannot act as who is signed in: no cookie that opens anything, no form, no foreign origin, and signing out ends all', async () => {
  const session = await hub.signIn(tenant.emailOf('agent'));
  const login = { email: tenant.emailOf('agent'), password };
  const good = await hub.call('POST', '/api/v1/auth/login', { body: login });
  const cookie = good.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^hub-devices=[^;]+; .*Path=\/api\/v1\/auth\/login; .*HttpOnly; SameSite=Strict$/);
  const byCookie = await hub.call('GET', '/api/v1/conversations', { headers: { cookie: cookie.split(';')[0] ?? '' } });
  expect(byCookie.json.error.code).toBe('AUTH_REQUIRED');
  const foreign = { origin: 'https://evil.example' };
  const token = session.accessToken;
  const calls = [
    hub.call('POST', '/api/v1/auth/login', { body: login, headers: foreign }),
    hub.call('POST', '/api/v1/auth/logout', { token, headers: foreign }),
    hub.call('GET', '/api/v1/conversations', { token, headers: foreign }),
    hub.call('POST', '/api/v1/saved-replies', { token, body: { title: 'a', text: 'b' }, headers: foreign }),
  ];
  for (const answer of await Promise.all(calls)) {
    expect([answer.status, answer.json.error.code]).toEqual([403, 'ORIGIN_DENIED']);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const raw = JSON.stringify(login);
    const answer = await hub.call('POST', '/api/v1/auth/login', { raw, headers: { 'content-type': type } });
    expect([type, answer.status]).toEqual([type, 400]);
  }
  expect((await list(token)).status).toBe(200);
  await hub.call('POST', '/api/v1/auth/logout', { token });
  expect((await list(token)).json.error.code).toBe('AUTH_REVOKED');
});

test('an unknown address and a wrong password get the same answer', async () => {
  const unknown = await hub.call('POST', '/api/v1/auth/login', {
    body: { email: 'nobody@homes.example', password: 'x' },
  });
  const wrong = await hub.call('POST', '/api/v1/auth/login', {
    body: { email: tenant.emailOf('agent'), password: 'x' },
  });
  expect(unknown.status).toBe(401);
  const { trace: _a, ...ofUnknown } = unknown.json.error;
  const { trace: _b, ...ofWrong } = wrong.json.error;
  expect(ofUnknown).toEqual({ code: 'AUTH_INVALID', message: 'These credentials aren’t valid.', retryable: false });
  expect(ofWrong).toEqual(ofUnknown);
});

test('a spent refresh token ends its family, and only that', async () => {
  const [first, other] = [await hub.signIn(tenant.emailOf('agent')), await hub.signIn(tenant.emailOf('agent'))];
  const refresh = (refreshToken: string) => hub.call('POST', '/api/v1/auth/refresh', { body: { refreshToken } });
  const second = (await refresh(first.refreshToken)).json;
  expect((await list(second.accessToken)).status).toBe(200);

  expect((await refresh(first.refreshToken)).json.error.code).toBe('AUTH_REVOKED');
  expect((await refresh(second.refreshToken)).json.error.code).toBe('AUTH_REVOKED');
  expect((await refresh(other.refreshToken)).status).toBe(200);
  expect((await refresh('never-issued')).json.error.code).toBe('AUTH_INVALID');
});

test('of many uses of one refresh token at once, one at most wins and nothing of the family survives', async () => {
  const { refreshToken } = await hub.signIn(tenant.emailOf('agent'));
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => hub.call('POST', '/api/v1/auth/refresh', { body: { refreshToken } })),
  );
  const won = answers.filter(({ status }) => status === 200);
  expect(won.length).toBeLessThanOrEqual(1);
  for (const { json } of won) {
    expect(
      (await hub.call('POST', '/api/v1/auth/refresh', { body: { refreshToken: json.refreshToken } })).json.error.code,
    ).toBe('AUTH_REVOKED');
  }
});

test('an API key signs in an integration of its tenant', async () => {
  const { key } = await createApiKey(hub.identity, { tenantId: tenant.tenantId, name: 'CRM', role: 'agent' });
  expect((await list(key)).status).toBe(200);
  const forged = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;
  expect((await list(forged)).json.error.code).toBe('AUTH_INVALID');
});

test('a new password ends every session of its owner', async () => {
  const { accessToken, refreshToken } = await hub.signIn(tenant.emailOf('supervisor'));
  await resetPassword(hub.identity, { email: tenant.emailOf('supervisor'), password });
  expect((await list(accessToken)).json.error.code).toBe('AUTH_REVOKED');
  expect((await hub.call('POST', '/api/v1/auth/refresh', { body: { refreshToken } })).json.error.code).toBe(
    'AUTH_REVOKED',
  );
});

test.each([
  ['without a token', async () => undefined, 'AUTH_REQUIRED'],
  ['garbage', async () => 'abc', 'AUTH_INVALID'],
  ['8 KB of garbage', async () => 'x'.repeat(6000), 'AUTH_INVALID'],
  [
    'alg none',
    async () =>
      new UnsecuredJWT(claim()).setIssuer('jorge-hub').setAudience('hub-staff').setExpirationTime('1h').encode(),
    'AUTH_INVALID',
  ],
  ['another secret', () => createTokens('another', systemClock).sign('staff', claim()), 'AUTH_INVALID'],
  ['another audience', () => hub.tokens.sign('visitor', { sub: 'u', tid: tenant.tenantId, lead: 'l' }), 'AUTH_INVALID'],
  [
    'a key named by the token',
    () =>
      new SignJWT(claim())
        .setProtectedHeader({ alg: 'HS256', kid: '../../dev/null', jku: 'https://evil.example/keys' })
        .setAudience('hub-staff')
        .setIssuer('jorge-hub')
        .setExpirationTime('1h')
        .sign(new Uint8Array(32)),
    'AUTH_INVALID',
  ],
  [
    'of yesterday',
    () =>
      createTokens('a secret of the tests', { ...systemClock, now: () => Date.now() - 86_400_000 }).sign(
        'staff',
        claim(),
      ),
    'AUTH_EXPIRED',
  ],
  ['of somebody unknown', () => hub.tokens.sign('staff', claim()), 'AUTH_REVOKED'],
])('a bearer that is %s is refused', async (_name, make, code) => {
  const token = await make();
  const answer = await hub.call('GET', '/api/v1/conversations', token === undefined ? {} : { token });
  expect([answer.status, answer.json.error.code]).toEqual([401, code]);
  expect(answer.headers.get('www-authenticate')).toBe('Bearer');
});

const claim = () => ({ sub: 'somebody', tid: tenant.tenantId, role: 'admin' as const, ver: 1, sid: 'family' });

test('a token in the address is not a token', async () => {
  const { accessToken } = await hub.signIn(tenant.emailOf('agent'));
  const answer = await hub.call('GET', `/api/v1/conversations?token=${accessToken}`);
  expect(answer.json.error.code).toBe('AUTH_REQUIRED');
});

/** A hub with one account, and attempts at it from any address. */
async function openAttacked() {
  const attacked = await startRest({ env: { HUB_LIMIT_LOGINS: '10000', HUB_TRUST_PROXY: '1' } });
  const email = (await attacked.addTenant('Attacked')).emailOf('agent');
  const attempt = (secret: string, address: string, cookie = '') =>
    attacked.call('POST', '/api/v1/auth/login', {
      body: { email, password: secret },
      headers: { 'x-forwarded-for': address, cookie },
    });
  return { ...attacked, email, attempt };
}

test('S26: ten failed logins lock an account for the network they came from, and only there', async () => {
  const { attempt, warnings, email, stop } = await openAttacked();
  for (let i = 0; i < 10; i++) expect((await attempt('wrong', '192.0.2.1')).json.error.code).toBe('AUTH_INVALID');
  expect((await attempt(password, '192.0.2.2')).json.error.code).toBe('RATE_LIMITED');
  expect((await attempt(password, '198.51.100.7')).status).toBe(200);
  expect(warnings.filter(({ message }) => message === 'a sign-in failed')).toHaveLength(10);
  expect(JSON.stringify(warnings)).not.toContain(email);
  await stop();
});

test('S26: a browser that signed in before keeps a mark that passes a lock and opens nothing', async () => {
  const { attempt, stop } = await openAttacked();
  const first = await attempt(password, '192.0.2.1');
  const [mark, ...attributes] = (first.headers.get('set-cookie') ?? '').split('; ');
  expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/api/v1/auth/login']));
  const again = await attempt(password, '192.0.2.1', mark);
  expect(again.headers.get('set-cookie')?.split('; ')[0]).toBe(mark);
  for (let i = 0; i < 10; i++) await attempt('wrong', '192.0.2.1');
  expect((await attempt(password, '192.0.2.1')).json.error.code).toBe('RATE_LIMITED');
  expect((await attempt('wrong', '192.0.2.1', mark)).json.error.code).toBe('AUTH_INVALID');
  expect((await attempt(password, '192.0.2.1', mark)).status).toBe(200);
  await stop();
});

test('a locked account says why, until when, and leaves the others open', async () => {
  const email = tenant.emailOf('admin');
  const attempt = (secret: string) => hub.call('POST', '/api/v1/auth/login', { body: { email, password: secret } });
  for (let i = 0; i < 10; i++) expect((await attempt('wrong')).json.error.code).toBe('AUTH_INVALID');
  const refused = await attempt(password);
  expect(refused.json.error.message).toContain('from your network');
  expect([refused.status, refused.json.error.code, refused.json.error.retryable]).toEqual([429, 'RATE_LIMITED', true]);
  expect(refused.json.error.retryAfterMs).toBeGreaterThan(14 * 60_000);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
  expect((await hub.signIn(tenant.emailOf('agent'))).accessToken).toBeTruthy();
});

test('guesses that run at the same moment do not get past the limit', async () => {
  const rival = await hub.addTenant('Rival');
  const email = rival.emailOf('agent');
  const guesses = [...Array.from({ length: 60 }, (_, i) => `guess ${i}`), password];
  const answers = await Promise.all(
    guesses.map((guess) => hub.call('POST', '/api/v1/auth/login', { body: { email, password: guess } })),
  );
  expect(answers.filter(({ json }) => json.error?.code === 'AUTH_INVALID').length).toBeLessThanOrEqual(10);
});

test('one address may try twenty logins a minute', async () => {
  const small = await startRest();
  const attempt = () =>
    small.call('POST', '/api/v1/auth/login', {
      body: { email: `nobody${Math.random()}@homes.example`, password: 'x' },
    });
  for (let i = 0; i < 20; i++) expect((await attempt()).status).toBe(401);
  expect((await attempt()).json.error.code).toBe('RATE_LIMITED');
  await small.stop();
});

test('refresh tokens cannot be guessed forever, and a login is not counted twice', async () => {
  const small = await startRest({ env: { HUB_LIMIT_CALLS_ADDRESS: '2' } });
  const { emailOf } = await small.addTenant('Small');
  const refresh = () => small.call('POST', '/api/v1/auth/refresh', { body: { refreshToken: 'guess' } });
  for (let i = 0; i < 2; i++) expect((await refresh()).json.error.code).toBe('AUTH_INVALID');
  expect((await refresh()).json.error.code).toBe('RATE_LIMITED');
  const { accessToken } = await small.signIn(emailOf('agent'));
  expect((await small.call('GET', '/api/v1/conversations', { token: accessToken })).status).toBe(200);
  expect((await small.call('GET', '/api/v1/conversations', { token: 'guess' })).json.error.code).toBe('RATE_LIMITED');
  await small.stop();
});
