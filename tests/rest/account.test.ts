import { afterAll, beforeAll, expect, test } from 'vitest';
import { resetPassword } from '../../src/features/identity/resetPassword.ts';
import { password, type RunningRest, startRest } from '../support/startRest.ts';

const chosen = 'nine herons over the lake';
const onWindows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0';

let hub: RunningRest;
let tenant: Awaited<ReturnType<RunningRest['addTenant']>>;
let now = Date.now();
beforeAll(async () => {
  const clock = { now: () => now, after: () => () => {} };
  hub = await startRest({ env: { HUB_LIMIT_LOGINS: '10000', HUB_LIMIT_FAILED_LOGINS: '5' }, clock });
  tenant = await hub.addTenant('Own');
});
afterAll(() => hub.stop());

const me = (method: string, path: string, token: string, body?: unknown) =>
  hub.call(method, `/api/v1/me${path}`, { token, ...(body === undefined ? {} : { body }) });
const linkFor = async (role: 'agent' | 'supervisor') => {
  const admin = await hub.signIn(tenant.emailOf('admin'));
  const { user } = await hub.signIn(tenant.emailOf(role));
  return (await hub.call('POST', `/api/v1/people/${user.id}/password-link`, { token: admin.accessToken })).json;
};
const use = (body: object) => hub.call('POST', '/api/v1/password-links/use', { body });

test('a person says how they are called and reached, and their colleagues read it', async () => {
  const { accessToken } = await hub.signIn(tenant.emailOf('supervisor'));
  const given = { name: 'Ana Ruiz', title: 'Broker associate', phone: '+1 (512) 555-0143' };
  expect((await me('PUT', '', accessToken, given)).json).toMatchObject(given);
  expect((await me('GET', '', accessToken)).json).toMatchObject({ ...given, role: 'supervisor' });
  const { items } = (await hub.call('GET', '/api/v1/people', { token: accessToken })).json;
  expect(items.find(({ name }: { name: string }) => name === 'Ana Ruiz')).toMatchObject({ title: 'Broker associate' });
  const less = await me('PUT', '', accessToken, { name: 'Ana Ruiz', title: null, phone: null });
  expect([less.json.title, less.json.phone]).toEqual([undefined, undefined]);
});

test.each([
  ['name', { name: '=Ana', title: null, phone: null }],
  ['name', { name: ' ', title: null, phone: null }],
  ['title', { name: 'Ana', title: '=1+1', phone: null }],
  ['title', { name: 'Ana', title: 'x'.repeat(81), phone: null }],
  ['phone', { name: 'Ana', title: null, phone: 'call me' }],
  ['phone', { name: 'Ana', title: null, phone: '.....' }],
])('a %s that is none is refused by its field', async (field, body) => {
  const { accessToken } = await hub.signIn(tenant.emailOf('supervisor'));
  const { status, json } = await me('PUT', '', accessToken, body);
  expect([status, json.error.field]).toEqual([400, field]);
});

test('a sign-in is listed with its browser and ends by itself alone', async () => {
  const login = { email: tenant.emailOf('agent'), password };
  const there = (await hub.call('POST', '/api/v1/auth/login', { body: login, headers: { 'user-agent': onWindows } }))
    .json;
  const here = await hub.signIn(tenant.emailOf('agent'));
  const renewed = (await hub.call('POST', '/api/v1/auth/refresh', { body: { refreshToken: there.refreshToken } })).json;
  const { items } = (await me('GET', '/sign-ins', here.accessToken)).json;
  const other = items.find(({ browser }: { browser: string }) => browser === 'Edge on Windows');
  expect(other).toMatchObject({ current: false, startedAt: new Date(now).toISOString() });
  expect(items.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
  expect((await me('DELETE', `/sign-ins/${other.id}`, here.accessToken)).status).toBe(204);
  expect((await me('GET', '', renewed.accessToken)).json.error.code).toBe('AUTH_REVOKED');
  expect((await me('GET', '', here.accessToken)).status).toBe(200);
  expect((await me('DELETE', `/sign-ins/${other.id}`, here.accessToken)).json.error.code).toBe('NOT_FOUND');
});

test('changing a password takes the current one and signs out every other device', async () => {
  const [here, there] = [await hub.signIn(tenant.emailOf('agent')), await hub.signIn(tenant.emailOf('agent'))];
  const wrong = await me('PUT', '/password', here.accessToken, { current: 'x', password: chosen });
  expect([wrong.status, wrong.json.error.field]).toEqual([400, 'current']);
  const easy = await me('PUT', '/password', here.accessToken, { current: password, password: 'password123' });
  expect([easy.status, easy.json.error.field]).toEqual([400, 'password']);
  expect((await me('PUT', '/password', here.accessToken, { current: password, password: chosen })).status).toBe(204);
  expect((await me('GET', '', here.accessToken)).status).toBe(200);
  const again = await hub.call('POST', '/api/v1/auth/refresh', { body: { refreshToken: there.refreshToken } });
  expect(again.json.error.code).toBe('AUTH_REVOKED');
  expect((await me('PUT', '/password', here.accessToken, { current: chosen, password })).status).toBe(204);
  const guesses = await Promise.all(
    Array.from({ length: 10 }, () => me('PUT', '/password', here.accessToken, { current: 'y', password: chosen })),
  );
  expect(guesses.map(({ json }) => json.error.code)).toContain('RATE_LIMITED');
});

test('a password link works once, for a day, until another is made', async () => {
  const first = await linkFor('supervisor');
  const second = await linkFor('supervisor');
  const look = (token: string) => hub.call('POST', '/api/v1/password-links/look', { body: { token } });
  expect((await look(second.token)).json).toEqual({ email: tenant.emailOf('supervisor'), name: 'Ana Ruiz' });
  for (const token of [first.token, `${second.token}x`, `${second.token.slice(0, -1)}`, 'x'.repeat(40)])
    expect((await use({ token, password: chosen })).json.error.code).toBe('NOT_FOUND');
  const easy = await use({ token: second.token, password: 'password123' });
  expect([easy.status, easy.json.error.field]).toEqual([400, 'password']);

  const before = await hub.signIn(tenant.emailOf('supervisor'));
  expect((await use({ token: second.token, password: chosen })).status).toBe(204);
  const again = await hub.call('POST', '/api/v1/auth/refresh', { body: { refreshToken: before.refreshToken } });
  expect(again.json.error.code).toBe('AUTH_REVOKED');
  const login = { email: tenant.emailOf('supervisor'), password: chosen };
  expect((await hub.call('POST', '/api/v1/auth/login', { body: login })).status).toBe(200);
  expect((await use({ token: second.token, password })).json.error.code).toBe('NOT_FOUND');

  const overtaken = await linkFor('agent');
  await resetPassword(hub.identity, { email: tenant.emailOf('agent'), password });
  expect((await look(overtaken.token)).json.error.code).toBe('NOT_FOUND');

  const late = await linkFor('agent');
  now += 24 * 3_600_000;
  expect((await look(late.token)).json.error.code).toBe('NOT_FOUND');
});
