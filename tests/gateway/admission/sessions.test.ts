import { decodeJwt } from 'jose';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPasswordHasher } from '../../../src/adapters/argon2/passwordHasher.ts';
import { resetPassword } from '../../../src/features/identity/resetPassword.ts';
import { createTokens } from '../../../src/features/identity/tokens.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { connect, type HubClient, listen, openVisitor, post, signIn } from '../../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';
import { codeOf, demoPerson, refusal, secondTenant, tokenOf, widgetToken } from '../people.ts';

const secret = 'the secret of this test, long enough';

/** The same token, good for this long from now on. */
const shortened = (kind: 'staff' | 'widget', token: string, goodForMs: number): Promise<string> => {
  const { iat: _, exp: __, iss: ___, aud: ____, ...claims } = decodeJwt(token);
  const clock = { ...systemClock, now: () => Date.now() - 3_600_000 + goodForMs };
  return createTokens(secret, clock).sign(kind, claims as never);
};

const disconnected = (client: HubClient): Promise<unknown> =>
  new Promise((resolve) => client.socket.once('disconnect', resolve));

describe('how a session goes on and ends', () => {
  let hub: OpenHub;
  beforeAll(async () => {
    hub = await openHub({ env: { HUB_SECRET: secret } });
  });
  afterAll(() => hub.close());

  it('S13, S14: a token that is about to end is told of; the same person’s next one goes on, rubbish and others’ are refused', async () => {
    const token = await tokenOf(hub.url, 'agent');
    const agent = await connect(hub.url, '/agent', await shortened('staff', token, 55_000));
    const { expiresAt } = await agent.until('auth-expiring');
    expect(expiresAt).toBe(agent.all('session-ready')[0]?.tokenExpiresAt);
    const others = [await tokenOf(hub.url, 'agent2'), await tokenOf(hub.url, 'supervisor')];
    for (const other of others) expect(await codeOf(agent, 'auth-refresh', { token: other })).toBe('FORBIDDEN');
    const visitor = String((await widgetToken(hub.url)).token);
    for (const bad of ['rubbish', visitor])
      expect(await codeOf(agent, 'auth-refresh', { token: bad })).toBe('AUTH_INVALID');
    expect(await codeOf(agent, 'auth-refresh', { token: await shortened('staff', token, -1000) })).toBe('AUTH_EXPIRED');
    const fresh = await agent.send('auth-refresh', { token });
    expect(Date.parse(String(fresh.expiresAt))).toBeGreaterThan(Date.parse(expiresAt));

    agent.close();
  });

  it('S12: a visitor’s session ends with its token, and another visitor’s token does not extend it', async () => {
    const mine = await widgetToken(hub.url);
    const lasting = await connect(hub.url, '/widget', String(mine.token));
    expect(await codeOf(lasting, 'auth-refresh', { token: String((await widgetToken(hub.url)).token) })).toBe(
      'FORBIDDEN',
    );
    expect(await codeOf(lasting, 'auth-refresh', { token: await tokenOf(hub.url, 'admin') })).toBe('AUTH_INVALID');
    lasting.close();
    const visitor = await connect(hub.url, '/widget', await shortened('widget', String(mine.token), 5000));
    const gone = disconnected(visitor);
    expect(await visitor.until('session-ended')).toEqual({ code: 'AUTH_EXPIRED' });
    await gone;
    expect(visitor.socket.connected).toBe(false);
  });

  it('S15, S16: a person who is deactivated, demoted or given a new password is signed out, and does not come back in', async () => {
    const store = hub.stores.identity;
    const changeOf = async (email: string, change: Parameters<typeof store.changeUser>[1]) =>
      store.changeUser((await store.findUserByEmail(email))?.id ?? '', change);
    await changeOf('agent2@demo.example', { role: 'supervisor' });
    const reset = { email: 'supervisor@demo.example', password: 'another password' };
    const people: [string, () => Promise<unknown>, string][] = [
      ['admin@demo.example', () => changeOf('admin@demo.example', { active: false }), 'AUTH_REVOKED'],
      ['agent2@demo.example', () => changeOf('agent2@demo.example', { role: 'agent' }), 'FORBIDDEN'],
      [reset.email, () => resetPassword({ store, hasher: createPasswordHasher() }, reset), 'AUTH_REVOKED'],
    ];
    await Promise.all(
      people.map(async ([email, change, code]) => {
        const { accessToken } = await signIn(hub.url, email, demoPassword);
        const person = await connect(hub.url, '/supervisor', accessToken);
        await change();
        expect([email, await person.until('session-ended')]).toEqual([email, { code: 'AUTH_REVOKED' }]);
        expect(await refusal(hub.url, '/supervisor', { token: accessToken, protocol: 1 })).toMatchObject({ code });
      }),
    );
  });

  it('S15: a copied refresh token that is used after its owner’s ends both sessions, even open ones', async () => {
    const first = await signIn(hub.url, 'agent@demo.example', demoPassword);
    const person = await connect(hub.url, '/agent', first.accessToken);
    const { refreshToken } = first;
    expect((await post(hub.url, '/auth/refresh', { refreshToken })).status).toBe(200);
    expect((await post(hub.url, '/auth/refresh', { refreshToken })).status).toBe(401);
    expect(await person.until('session-ended')).toEqual({ code: 'AUTH_REVOKED' });
  });

  it('a visitor of a website that was removed, or from an origin that was, is put out', async () => {
    const { tenantId, siteKey } = await secondTenant(hub);
    const store = hub.stores.identity;
    const site = await store.findSiteByKey(siteKey);
    const allowedOrigins = ['https://www.homes.example', 'https://homes.example'];
    await store.changeSite(tenantId, site?.id ?? '', { allowedOrigins });
    const join = async (origin: string) => {
      const { token } = await widgetToken(hub.url, { siteKey });
      const socket = io(`${hub.url}/widget`, {
        path: '/rt',
        transports: ['websocket'],
        auth: { token, protocol: 1 },
        extraHeaders: { origin },
        forceNew: true,
        reconnection: false,
      });
      const client = listen(socket);
      await client.until('session-ready');
      return client;
    };
    const [kept = '', removed = ''] = allowedOrigins;
    const [stays, goes] = [await join(kept), await join(removed)];
    await store.changeSite(tenantId, site?.id ?? '', { allowedOrigins: [kept] });
    expect(await goes.until('session-ended')).toEqual({ code: 'ORIGIN_DENIED' });
    expect(stays.socket.connected).toBe(true);
    await store.removeSite(tenantId, site?.id ?? '');
    expect(await stays.until('session-ended')).toEqual({ code: 'AUTH_REVOKED' });
  });

  it('before a node stops it says so, spread in time, and lets nobody in', async () => {
    const stopping = await openHub();
    const visitor = await openVisitor(stopping.url);
    const agent = await demoPerson(stopping.url, 'agent');
    const gone = Promise.all([disconnected(visitor), disconnected(agent)]);
    const closing = stopping.close();
    for (const client of [visitor, agent]) {
      const { reconnectInMs } = await client.until('session-draining');
      expect(reconnectInMs).toBeGreaterThanOrEqual(0);
      expect(reconnectInMs).toBeLessThanOrEqual(5000);
    }
    await gone;
    await closing;
  });
});
