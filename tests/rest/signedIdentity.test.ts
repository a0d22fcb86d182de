import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningRest, siteOrigin, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let tenant: Awaited<ReturnType<RunningRest['addTenant']>>;
let admin: string;
let siteId: string;
beforeAll(async () => {
  hub = await startRest();
  tenant = await hub.addTenant('Own Homes');
  admin = (await hub.signIn(tenant.emailOf('admin'))).accessToken;
  siteId = (await hub.call('GET', '/api/v1/sites', { token: admin })).json.items[0].id;
});
afterAll(() => hub.stop());

const secretPath = () => `/api/v1/sites/${siteId}/identity-secret`;
const newSecret = async (): Promise<string> =>
  (await hub.call('POST', secretPath(), { token: admin })).json.secret as string;
/** As the site's own server signs it. */
const sign = (secret: string, claims: object, { alg = 'HS256', endsIn = 3600 as number | null } = {}) => {
  const token = new SignJWT({ ...claims }).setProtectedHeader({ alg });
  if (endsIn !== null) token.setExpirationTime(Math.floor(Date.now() / 1000) + endsIn);
  return token.sign(new TextEncoder().encode(secret));
};
const open = (more: object = {}) =>
  hub.call('POST', '/api/v1/widget/sessions', {
    body: { siteKey: tenant.siteKey, page: { url: 'https://www.homes.example/' }, ...more },
    headers: { origin: siteOrigin },
  });
const refusal = ({ status, json }: Awaited<ReturnType<typeof open>>) => [status, json.error?.code, json.error?.field];
const leadOf = async (token: string) => {
  const { tenantId, principal } = (await hub.deps.verifier.verifyVisitor(token)).scope;
  return hub.stores.leads.find(tenantId, principal.leadId);
};

test('a secret is an admin’s, is shown once, and every change of it is kept without it', async () => {
  const { accessToken: agent } = await hub.signIn(tenant.emailOf('agent'));
  expect(refusal(await hub.call('POST', secretPath(), { token: agent })).slice(0, 2)).toEqual([403, 'FORBIDDEN']);
  const secret = await newSecret();
  const sites = await hub.call('GET', '/api/v1/sites', { token: admin });
  expect([sites.json.items[0].signsIdentities, sites.text.includes(secret)]).toEqual([true, false]);
  const other = await newSecret();
  const changes = await hub.call('GET', '/api/v1/settings/changes', { token: admin });
  expect(changes.text).not.toMatch(new RegExp(`${secret}|${other}`));
  expect(changes.json.items.slice(0, 2).map(({ after }: { after: object }) => after)).toEqual([
    { identitySecret: 'replaced' },
    { identitySecret: 'set' },
  ]);
  expect(refusal(await open({ identityToken: await sign(secret, { sub: 'u1' }) }))).toEqual([
    401,
    'AUTH_INVALID',
    'identityToken',
  ]);
  expect((await hub.call('DELETE', secretPath(), { token: admin })).status).toBe(204);
  expect(refusal(await open({ identityToken: await sign(other, { sub: 'u1' }) }))).toEqual([
    501,
    'NOT_CONFIGURED',
    'identityToken',
  ]);
});

test('whom the site vouches for is known by name, keeps what they wrote before, and is found again', async () => {
  const secret = await newSecret();
  const before = (await open()).json;
  const conversation = await hub.addConversation(tenant.tenantId, { visitorId: before.visitorId });
  const person = { sub: 'user-17', name: 'Robin Ortega', email: 'robin@mail.example', phone: '+1 512 555 0143' };
  const known = await open({ visitorToken: before.visitorToken, identityToken: await sign(secret, person) });
  expect(known.json).toMatchObject({ visitorId: before.visitorId, conversationId: conversation.id });
  expect((await hub.deps.verifier.verifyVisitor(known.json.token)).scope.principal.name).toBe('Robin Ortega');
  expect((await leadOf(known.json.token))?.name).toBe('Robin Ortega');
  const board = (await hub.stores.conversations.find(tenant.tenantId, conversation.id))?.board;
  expect(board?.leadName).toBe('Robin Ortega');
  const again = await open({ visitorToken: known.json.visitorToken, identityToken: await sign(secret, person) });
  expect(again.json).toMatchObject({ visitorId: before.visitorId, visitorToken: known.json.visitorToken });
  // The proof has ended by then, and the visitor is who they were.
  const later = await open({ visitorToken: known.json.visitorToken });
  const { principal } = (await hub.deps.verifier.verifyVisitor(later.json.token)).scope;
  expect(principal).toMatchObject({ id: before.visitorId, name: 'Robin Ortega' });
});

test('the same person on another device is one person for the team', async () => {
  const secret = await newSecret();
  const person = { sub: 'user-23', name: 'Sam Lee' };
  const devices = [];
  for (const _ of ['telephone', 'desk']) {
    const { token } = (await open({ identityToken: await sign(secret, person) })).json;
    devices.push((await leadOf(token))?.id as string);
  }
  const { accessToken } = await hub.signIn(tenant.emailOf('agent'));
  const profile = (await hub.call('GET', `/api/v1/leads/${devices[0]}`, { token: accessToken })).json;
  expect(profile.merged).toMatchObject([{ by: 'identity', name: 'Sam Lee' }]);
  expect(devices).toContain(profile.merged[0].id);
});

test('another person at the same browser is another visitor', async () => {
  const secret = await newSecret();
  const first = (await open({ identityToken: await sign(secret, { sub: 'a' }) })).json;
  await hub.addConversation(tenant.tenantId, { visitorId: first.visitorId });
  const second = await open({ visitorToken: first.visitorToken, identityToken: await sign(secret, { sub: 'b' }) });
  expect(second.status).toBe(200);
  expect(second.json.visitorId).not.toBe(first.visitorId);
  expect(second.json.conversationId).toBeUndefined();
});

test('two people who sign in at the same browser are two, also by a token from before either did, and at once', async () => {
  const secret = await newSecret();
  const { visitorToken } = (await open({})).json;
  const proofs = await Promise.all(['a', 'b'].map((sub) => sign(secret, { sub, email: `${sub}@home.example` })));
  const opened = await Promise.all(proofs.map((identityToken) => open({ visitorToken, identityToken })));
  expect(opened.map(({ status }) => status)).toEqual([200, 200]);
  const [one, two] = opened.map(({ json }) => json.visitorId);
  expect(one).not.toBe(two);
  // Again with the old token: each comes to nobody else's.
  const again = (await open({ visitorToken, identityToken: proofs[1] })).json;
  expect(again.visitorId).not.toBe(one);
});

test.each([
  ['signed with another secret', () => sign('another secret of this length', { sub: 'a' }), 'AUTH_INVALID'],
  ['whose time is over', (secret: string) => sign(secret, { sub: 'a' }, { endsIn: -10 }), 'AUTH_EXPIRED'],
  ['without an end', (secret: string) => sign(secret, { sub: 'a' }, { endsIn: null }), 'AUTH_INVALID'],
  ['that names nobody', (secret: string) => sign(secret, { name: 'A' }), 'AUTH_INVALID'],
  ['with an address that is none', (secret: string) => sign(secret, { sub: 'a', email: 'x' }), 'AUTH_INVALID'],
  ['of another algorithm', (secret: string) => sign(secret.repeat(2), { sub: 'a' }, { alg: 'HS512' }), 'AUTH_INVALID'],
  [
    'without a signature',
    async (secret: string) => {
      const [, claims] = (await sign(secret, { sub: 'a' })).split('.');
      return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    },
    'AUTH_INVALID',
  ],
])('a proof %s is refused, and leaves nothing', async (_what, make, code) => {
  const secret = await newSecret();
  const { visitorToken, token } = (await open()).json;
  const refused = await open({ visitorToken, identityToken: await make(secret) });
  expect(refusal(refused)).toEqual([401, code, 'identityToken']);
  // The widget reads it, and goes on without.
  expect(refused.headers.get('access-control-allow-origin')).toBe(siteOrigin);
  expect(await leadOf(token)).toBeNull();
});
