import { afterAll, beforeAll, expect, test } from 'vitest';
import { widgetSessionAnswer } from '../../src/contract/rest/widgetSessions.ts';
import { createTokens } from '../../src/features/identity/tokens.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { type RunningRest, siteOrigin, startRest } from '../support/startRest.ts';
import { home } from '../support/talk.ts';

let hub: RunningRest;
let tenant: Awaited<ReturnType<RunningRest['addTenant']>>;
let other: Awaited<ReturnType<RunningRest['addTenant']>>;
beforeAll(async () => {
  hub = await startRest();
  [tenant, other] = [await hub.addTenant('Own'), await hub.addTenant('Other')];
  await hub.stores.listings.put([{ ...home, listingId: 'L1', tenantId: tenant.tenantId, importedAt: 0 }]);
});
afterAll(() => hub.stop());

const page = { url: 'https://www.homes.example/listing/1?utm=x#top', title: 'A home', listingId: 'L1' };
const open = (over: object = {}, headers: Record<string, string> = {}) =>
  hub.call('POST', '/api/v1/widget/sessions', { body: { siteKey: tenant.siteKey, page, ...over }, headers });

test('a visitor gets a session, and with the visitorToken stays the same visitor', async () => {
  const answer = await open({ locale: 'es-MX' }, { origin: siteOrigin });
  expect(answer.status).toBe(200);
  const session = widgetSessionAnswer.parse(answer.json);
  expect(session).toMatchObject({ expiresInSeconds: 3600, brokerage: 'Own', listing: { listingId: 'L1' } });
  expect(session.conversationId).toBeUndefined();
  const verified = await hub.deps.verifier.verifyVisitor(session.token);
  expect(verified.scope.principal).toMatchObject({ kind: 'visitor', id: session.visitorId });
  expect(verified.page).toEqual({
    url: 'https://www.homes.example/listing/1',
    title: 'A home',
    listingId: 'L1',
    language: 'es',
  });

  const conversation = await hub.addConversation(tenant.tenantId, { visitorId: session.visitorId });
  const again = await open({ visitorToken: session.visitorToken });
  expect(again.json).toMatchObject({
    visitorId: session.visitorId,
    visitorToken: session.visitorToken,
    conversationId: conversation.id,
  });
  const stranger = await open();
  expect(stranger.json.visitorId).not.toBe(session.visitorId);
});

test('a session that never speaks leaves nothing in the database', async () => {
  const { json } = await open();
  const { principal } = (await hub.deps.verifier.verifyVisitor(json.token)).scope;
  expect(await hub.stores.leads.find(tenant.tenantId, principal.leadId)).toBeNull();
  expect(await hub.stores.conversations.findOpen(tenant.tenantId, principal.id)).toBeNull();
});

test('a widget token opens nothing that is for staff, and a staff token is no visitor', async () => {
  const { json } = await open();
  const answer = await hub.call('GET', '/api/v1/conversations', { token: json.token });
  expect([answer.status, answer.json.error.code]).toEqual([401, 'AUTH_INVALID']);
  const { accessToken } = await hub.signIn(tenant.emailOf('agent'));
  await expect(hub.deps.verifier.verifyVisitor(accessToken)).rejects.toMatchObject({ code: 'AUTH_INVALID' });
});

test.each([
  ['another tenant', () => hub.tokens.sign('visitor', { sub: 'v', tid: other.tenantId, lead: 'l' }), 'AUTH_INVALID'],
  [
    'another secret',
    () => createTokens('other', systemClock).sign('visitor', { sub: 'v', tid: tenant.tenantId, lead: 'l' }),
    'AUTH_INVALID',
  ],
  [
    'the year before last',
    () =>
      createTokens('a secret of the tests', { ...systemClock, now: () => Date.now() - 2 * 366 * 86_400_000 }).sign(
        'visitor',
        { sub: 'v', tid: tenant.tenantId, lead: 'l' },
      ),
    'AUTH_EXPIRED',
  ],
])('a visitorToken of %s is refused', async (_name, make, code) => {
  const answer = await open({ visitorToken: await make() }, { origin: siteOrigin });
  expect([answer.status, answer.json.error.code]).toEqual([401, code]);
  // The widget must be able to read this, to begin again without the token.
  expect(answer.headers.get('access-control-allow-origin')).toBe(siteOrigin);
});

test('an unknown site key is not found, and a signed identity is not believed where the site has no secret', async () => {
  expect((await open({ siteKey: 'nobody' })).json.error).toMatchObject({ code: 'NOT_FOUND', field: 'siteKey' });
  const answer = await open({ identityToken: 'x' });
  expect([answer.status, answer.json.error.code]).toEqual([501, 'NOT_CONFIGURED']);
});

test('the pages of the site, the hub itself and programs may open sessions', async () => {
  for (const headers of [{}, { origin: siteOrigin }, { origin: hub.url }] as Record<string, string>[]) {
    const answer = await open({}, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(headers.origin ?? null);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('vary')).toContain('origin');
  }
});

test.each([
  'null',
  'https://evil.example',
  'http://www.homes.example',
  'https://homes.example',
  'https://www.homes.example.evil.example',
  'https://evilwww.homes.example',
  'https://www.homes.example:8443',
  'https://www.homes.example.',
  'HTTPS://WWW.HOMES.EXAMPLE',
  'https://www.homes.example/',
  'https://www.hömes.example',
  'https://user@www.homes.example',
  'file://www.homes.example',
  'not an origin',
])('the origin %s is denied, and its page may read that and nothing else', async (origin) => {
  const answer = await open({}, { origin: Buffer.from(origin, 'utf8').toString('latin1') });
  expect([answer.status, answer.json.error.code]).toEqual([403, 'ORIGIN_DENIED']);
  expect(Object.keys(answer.json)).toEqual(['error']);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
});

test('the host of another site does not open this one', async () => {
  const answer = await hub.call('POST', '/api/v1/widget/sessions', {
    body: { siteKey: other.siteKey, page },
    headers: { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  });
  expect(answer.json.error.code).toBe('ORIGIN_DENIED');
});

test('S4: a browser may ask before it calls from any site, but never with credentials', async () => {
  const answer = await hub.call('OPTIONS', '/api/v1/widget/sessions', {
    headers: {
      origin: 'https://anyone.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('access-control-allow-headers')).toContain('content-type');
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
});

test('S4: everything else is for the pages of the hub only', async () => {
  const body = { email: tenant.emailOf('agent'), password: 'x' };
  const foreign = await hub.call('POST', '/api/v1/auth/login', { body, headers: { origin: siteOrigin } });
  expect([foreign.status, foreign.json.error.code]).toEqual([403, 'ORIGIN_DENIED']);
  const preflight = await hub.call('OPTIONS', '/api/v1/auth/login', {
    headers: { origin: siteOrigin, 'access-control-request-method': 'POST' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  const own = await hub.call('POST', '/api/v1/auth/login', { body, headers: { origin: hub.url } });
  expect(own.json.error.code).toBe('AUTH_INVALID');
});

test('one address may open three hundred sessions a minute', async () => {
  const small = await startRest({ env: { HUB_LIMIT_WIDGET_SESSIONS: '3' } });
  const { siteKey } = await small.addTenant('Small');
  const openSmall = (address: string) =>
    small.call('POST', '/api/v1/widget/sessions', { body: { siteKey, page }, headers: { 'x-forwarded-for': address } });
  for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) expect((await openSmall(address)).status).toBe(200);
  // Nobody in front is trusted, so what the header says changes nothing.
  expect((await openSmall('192.0.2.4')).json.error.code).toBe('RATE_LIMITED');
  await small.stop();
  expect(hub.identity.limits.widgetSessionsPerAddress).toMatchObject({ points: 300, perMs: 60_000 });
});
