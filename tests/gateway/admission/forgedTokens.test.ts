import { createHmac, hkdfSync } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { refusal, secondTenant, tokenOf, widgetToken } from '../people.ts';

const secret = 'the secret of this test, long enough';
/** As the hub derives it. */
const rightKey = new Uint8Array(hkdfSync('sha256', secret, '', 'jorge-hub tokens', 32));
const evilKey = Buffer.from('a key of somebody else, long enough');
const evil = { k: evilKey.toString('base64url'), kty: 'oct', alg: 'HS256' };

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
type Key = Uint8Array | string;

/** A token with any head, any claims and any key. */
function forge(head: unknown, claims: unknown, key: Key = rightKey, hash = 'sha256'): string {
  const signed = `${part(head)}.${part(claims)}`;
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`;
}

describe('tokens that the hub did not make', () => {
  let hub: OpenHub;
  let real: string;
  let admin: Record<string, unknown>;
  let otherTenant: string;
  beforeAll(async () => {
    const many = '1000000';
    hub = await openHub({ env: { HUB_SECRET: secret, HUB_LIMIT_CALLS_ADDRESS: many, HUB_LIMIT_WIDGET_SOCKETS: many } });
    real = await tokenOf(hub.url, 'admin');
    admin = decodeJwt(real);
    otherTenant = (await secondTenant(hub)).tenantId;
  });
  afterAll(() => hub.close());

  const good = { alg: 'HS256' };
  const without = (claim: string) => ({ ...admin, [claim]: undefined });
  const now = () => Math.floor(Date.now() / 1000);
  const callWith = (token: string, path = '/people') =>
    fetch(`${hub.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}`, connection: 'close' } });

  it('the same claims under the right key are let in, so the others are refused for what they are', async () => {
    const token = forge(good, admin);
    expect((await callWith(token)).status).toBe(200);
    (await connect(hub.url, '/supervisor', token)).close();
  });

  const cases: [string, () => string, string?][] = [
    ['alg none, unsigned', () => `${part({ alg: 'none' })}.${part(admin)}.`],
    ['alg None, unsigned', () => `${part({ alg: 'None' })}.${part(admin)}.`],
    ['alg NONE, unsigned', () => `${part({ alg: 'NONE' })}.${part(admin)}.`],
    ['alg none, signed', () => forge({ alg: 'none' }, admin)],
    ['HS384 under the right key', () => forge({ alg: 'HS384' }, admin, rightKey, 'sha384')],
    ['HS512 under the right key', () => forge({ alg: 'HS512' }, admin, rightKey, 'sha512')],
    ['RS256 in the head', () => forge({ alg: 'RS256' }, admin)],
    ['PS256 in the head', () => forge({ alg: 'PS256' }, admin)],
    ['ES256 in the head', () => forge({ alg: 'ES256' }, admin)],
    ['EdDSA in the head', () => forge({ alg: 'EdDSA' }, admin)],
    ['hs256 in small letters', () => forge({ alg: 'hs256' }, admin)],
    ['no alg', () => forge({ typ: 'JWT' }, admin)],
    ['an alg that is no text', () => forge({ alg: ['HS256'] }, admin)],
    ['a head that is no object', () => forge(['HS256'], admin)],
    ['an empty key', () => forge(good, admin, '')],
    ['a key of zeros', () => forge(good, admin, new Uint8Array(32))],
    ['a common secret for a key', () => forge(good, admin, 'secret')],
    ['the hub’s secret itself for a key', () => forge(good, admin, secret)],
    ['the key of another purpose', () => forge(good, admin, new Uint8Array(hkdfSync('sha256', secret, '', 'x', 32)))],
    ['a key by jku', () => forge({ ...good, jku: 'https://evil.test/keys' }, admin, evilKey)],
    ['a key by jwk', () => forge({ ...good, jwk: evil }, admin, evilKey)],
    ['a key by x5u', () => forge({ ...good, x5u: 'https://evil.test/cert' }, admin, evilKey)],
    ['a key by x5c', () => forge({ ...good, x5c: [evil.k] }, admin, evilKey)],
    ['a file for a key', () => forge({ ...good, kid: '../../../../dev/null' }, admin, '')],
    ['a query for a key', () => forge({ ...good, kid: "' UNION SELECT 'x" }, admin, 'x')],
    ['a demand that nobody knows', () => forge({ ...good, crit: ['x'], x: 1 }, admin)],
    ['an unencoded payload', () => forge({ ...good, crit: ['b64'], b64: false }, admin)],
    ['the audience of visitors', () => forge(good, { ...admin, aud: 'hub-widget' })],
    ['the audience of visitorTokens', () => forge(good, { ...admin, aud: 'hub-visitor' })],
    ['no audience', () => forge(good, without('aud'))],
    ['other audiences', () => forge(good, { ...admin, aud: ['x', 'hub-widget'] })],
    ['another issuer', () => forge(good, { ...admin, iss: 'evil' })],
    ['no issuer', () => forge(good, without('iss'))],
    ['a time to come', () => forge(good, { ...admin, nbf: now() + 3600 })],
    ['a time that has been', () => forge(good, { ...admin, exp: now() - 1 }), 'AUTH_EXPIRED'],
    ['no end', () => forge(good, without('exp'))],
    ['an end that is no number', () => forge(good, { ...admin, exp: '9999999999' })],
    ['nobody', () => forge(good, without('sub'))],
    ['an operator for a person', () => forge(good, { ...admin, sub: { $gt: '' } })],
    ['an unknown person', () => forge(good, { ...admin, sub: 'nobody' }), 'AUTH_REVOKED'],
    ['an operator for a tenant', () => forge(good, { ...admin, tid: { $ne: null } })],
    ['another tenant', () => forge(good, { ...admin, tid: otherTenant }), 'AUTH_REVOKED'],
    ['a role that does not exist', () => forge(good, { ...admin, role: 'root' })],
    ['a version before the last password', () => forge(good, { ...admin, ver: 0 }), 'AUTH_REVOKED'],
    ['claims that are no object', () => forge(good, [admin])],
    ['no signature', () => real.slice(0, real.lastIndexOf('.') + 1)],
    ['two parts', () => real.slice(0, real.lastIndexOf('.'))],
    ['claims changed after signing', () => real.replace(/\.[^.]+\./, `.${part({ ...admin, ver: 1, x: 1 })}.`)],
    ['five parts', () => `${real}.x.y`],
    ['5 KB', () => forge(good, { ...admin, x: 'x'.repeat(3800) })],
  ];

  it.each(cases)(
    'S9: a token with %s opens neither the API nor a namespace',
    async (_, make, code = 'AUTH_INVALID') => {
      const token = make();
      const answer = await callWith(token);
      const { error } = (await answer.json()) as { error: { code: string } };
      expect([answer.status, error.code]).toEqual([401, code]);
      for (const namespace of ['/agent', '/supervisor'])
        expect((await refusal(hub.url, namespace, { token, protocol: 1 })).code).toBe(code);
      expect((await refusal(hub.url, '/widget', { token, protocol: 1 })).code).toBe('AUTH_INVALID');
    },
  );

  it('S9: the hub’s own tokens open nothing beyond their purpose', async () => {
    const { token = '', visitorToken = '' } = await widgetToken(hub.url);
    for (const other of [token, visitorToken]) expect((await callWith(other)).status).toBe(401);
    for (const [namespace, other] of [
      ['/agent', token],
      ['/agent', visitorToken],
      ['/supervisor', token],
      ['/widget', visitorToken],
      ['/widget', real],
    ] as const)
      expect((await refusal(hub.url, namespace, { token: other, protocol: 1 })).code).toBe('AUTH_INVALID');
  });

  it('S9: an agent whose token says admin is an agent', async () => {
    const token = forge(good, { ...decodeJwt(await tokenOf(hub.url, 'agent')), role: 'admin' });
    expect((await callWith(token)).status).toBe(200);
    expect((await callWith(token, '/api-keys')).status).toBe(403);
    expect((await refusal(hub.url, '/supervisor', { token, protocol: 1 })).code).toBe('FORBIDDEN');
  });
});
