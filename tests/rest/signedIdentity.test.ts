import { decodeJwt, SignJWT } from 'jose';
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
const endPath = '/api/v1/widget/sessions/end';
const end = (body: object) =>
  hub.call('POST', endPath, { body: { siteKey: tenant.siteKey, ...body }, headers: { origin: siteOrigin } });
/** The same token's claims, for a session that ended before this test began. */
const endedLongAgo = async (token: string) => {
  const { signed: _, ...claims } = decodeJwt(token);
  return claims as never;
};
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
  expect(board?.vouchedName).toBe('Robin Ortega');
  const again = await open({ visitorToken: known.json.visitorToken, identityToken: await sign(secret, person) });
  expect(again.json).toMatchObject({ visitorId: before.visitorId, visitorToken: known.json.visitorToken });
  // The proof has ended by then, and the session goes on by what it has.
  const { visitorToken, token } = known.json;
  const later = (await open({ visitorToken, token })).json;
  const { principal } = (await hub.deps.verifier.verifyVisitor(later.token)).scope;
  expect(principal).toMatchObject({ id: before.visitorId, name: 'Robin Ortega' });
  expect((await open({ visitorToken, token: later.token })).json.visitorId).toBe(before.visitorId);
});

test('S82: a token from before a signed identity is of no use after it: not for a session, not to connect, not to learn of the person', async () => {
  const secret = await newSecret();
  const before = (await open()).json;
  const conversation = await hub.addConversation(tenant.tenantId, { visitorId: before.visitorId });
  const proof = await sign(secret, { sub: 'victim', name: 'Robin Ortega' });
  const signed = (await open({ visitorToken: before.visitorToken, identityToken: proof })).json;
  expect(signed).toMatchObject({ visitorId: before.visitorId, conversationId: conversation.id });

  const copied = await open({ visitorToken: before.visitorToken });
  expect(copied.status).toBe(200);
  expect(copied.json.visitorId).not.toBe(before.visitorId);
  expect(copied.json.conversationId).toBeUndefined();
  const { principal } = (await hub.deps.verifier.verifyVisitor(copied.json.token)).scope;
  expect(principal.name).toBeUndefined();
  expect(principal.leadId).not.toBe((await leadOf(signed.token))?.id);
  // The hour-long token of the session from before, which may be in anybody's hands as well.
  await expect(hub.deps.verifier.verifyVisitor(before.token)).rejects.toMatchObject({ code: 'AUTH_REVOKED' });
  const renewed = await open({ visitorToken: before.visitorToken, token: before.token });
  expect(renewed.json.visitorId).not.toBe(before.visitorId);
  // Also with a proof of somebody else.
  const other = await sign(secret, { sub: 'attacker' });
  const asOther = await open({ visitorToken: before.visitorToken, identityToken: other });
  expect(asOther.json.visitorId).not.toBe(before.visitorId);
  // An answer that was lost on its way is asked for again, with the token from before and the proof.
  const again = (await open({ visitorToken: before.visitorToken, identityToken: proof })).json;
  expect(again).toMatchObject({ visitorId: before.visitorId, conversationId: conversation.id });
});

test('ending the sessions of one device leaves the person’s other devices signed in', async () => {
  const secret = await newSecret();
  const proof = await sign(secret, { sub: 'two-devices' });
  const [phone, laptop] = [(await open({ identityToken: proof })).json, (await open({ identityToken: proof })).json];
  expect((await end({ visitorToken: phone.visitorToken })).status).toBe(204);
  await expect(hub.deps.verifier.verifyVisitor(phone.token)).rejects.toMatchObject({ code: 'AUTH_REVOKED' });
  expect((await hub.deps.verifier.verifyVisitor(laptop.token)).scope.principal.id).toBe(laptop.visitorId);
  const next = (await open({ visitorToken: laptop.visitorToken, identityToken: proof })).json;
  expect(next.visitorId).toBe(laptop.visitorId);
  // The documents say so to the callers.
  expect((await hub.call('GET', '/docs')).text).toContain(
    'Other devices signed in with the same <code>sub</code> stay signed in',
  );
});

test('S82: once nobody is signed in, the browser’s token of the last person begins another visitor', async () => {
  const secret = await newSecret();
  const signed = (await open({ identityToken: await sign(secret, { sub: 'a', name: 'Robin Ortega' }) })).json;
  await hub.addConversation(tenant.tenantId, { visitorId: signed.visitorId });
  const { visitorToken } = signed;
  const stranger = (await open({ visitorToken: (await open()).json.visitorToken })).json;
  const tokens = [
    undefined,
    stranger.token,
    'rubbish',
    await hub.tokens.sign('widget', await endedLongAgo(signed.token)),
  ];
  for (const token of tokens) {
    const next = (await open({ visitorToken, ...(token === undefined ? {} : { token }) })).json;
    expect(next.visitorId).not.toBe(signed.visitorId);
    expect(next.conversationId).toBeUndefined();
    expect((await hub.deps.verifier.verifyVisitor(next.token)).scope.principal.name).toBeUndefined();
  }
  const back = await open({ visitorToken, identityToken: await sign(secret, { sub: 'a' }) });
  expect(back.json.visitorId).toBe(signed.visitorId);
});

test('S82: no token and no proof opens a visitor whose sessions were ended', async () => {
  const secret = await newSecret();
  const anonymous = (await open()).json;
  const proof = await sign(secret, { sub: 'shared-computer' });
  const signed = (await open({ identityToken: proof })).json;
  for (const { visitorId, visitorToken, token } of [anonymous, signed]) {
    await hub.addConversation(tenant.tenantId, { visitorId });
    expect((await end({ visitorToken })).status).toBe(204);
    await expect(hub.deps.verifier.verifyVisitor(token)).rejects.toMatchObject({ code: 'AUTH_REVOKED' });
    for (const more of [{}, { token }, { identityToken: proof }]) {
      const next = await open({ visitorToken, ...more });
      expect(next.json.visitorId).not.toBe(visitorId);
      expect(next.json.conversationId).toBeUndefined();
    }
    // Twice is once.
    expect((await end({ visitorToken })).status).toBe(204);
  }
});

test('sessions are ended by a page of the site, with a token of its brokerage', async () => {
  const { visitorToken, visitorId } = (await open()).json;
  const other = await hub.addTenant('Other Homes');
  const foreign = await hub.call('POST', endPath, {
    body: { siteKey: tenant.siteKey, visitorToken },
    headers: { origin: 'https://evil.example' },
  });
  expect(refusal(foreign).slice(0, 2)).toEqual([403, 'ORIGIN_DENIED']);
  expect(refusal(await end({ visitorToken, siteKey: other.siteKey })).slice(0, 2)).toEqual([401, 'AUTH_INVALID']);
  expect(refusal(await end({ visitorToken: 'rubbish' })).slice(0, 2)).toEqual([401, 'AUTH_INVALID']);
  expect((await open({ visitorToken })).json.visitorId).toBe(visitorId);
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
