import { once } from 'node:events';
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTokens } from '../../../src/features/identity/tokens.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { connect, openVisitor, post } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { sendRaw } from '../../support/sendRaw.ts';
import { demoPerson, refusal, secondTenant, tokenOf, widgetToken } from '../people.ts';
import { openRaw } from '../rawSocket.ts';

const secret = 'the secret of this test, long enough';

/** With a `Host` that no client of ours would send. */
async function ask(url: string, path: string, headers: OutgoingHttpHeaders, body: object) {
  const sent = request(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close', ...headers },
  });
  sent.end(JSON.stringify(body));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, text: await text(answer) };
}

describe('connecting', () => {
  let hub: OpenHub;
  let agentToken: string;
  let visitorToken: string;
  beforeAll(async () => {
    hub = await openHub({ env: { HUB_SECRET: secret, HUB_LIMIT_MESSAGES: '600' } });
    agentToken = await tokenOf(hub.url, 'agent');
    visitorToken = String((await widgetToken(hub.url)).token);
  });
  afterAll(() => hub.close());

  it('a visitor is greeted with everything the page lists, and with their open conversation when they come back', async () => {
    const visitor = await openVisitor(hub.url);
    const [ready] = visitor.all('session-ready');
    expect(ready).toEqual({
      protocol: 1,
      serverTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      principal: { id: visitor.session.visitorId, role: 'visitor' },
      tokenExpiresAt: expect.stringMatching(/Z$/),
      limits: { textChars: 4000, frameBytes: 262_144, messagesPerMinute: 600 },
      node: expect.stringMatching(/./),
    });
    expect(visitor.heard[0]?.event).toBe('session-ready');
    const again = await connect(hub.url, '/widget', visitor.session.token);
    expect(again.all('session-ready')[0]).toMatchObject({ conversationId: visitor.conversationId });
    again.close();
    visitor.close();
  });

  it('staff are greeted with their id, role and name', async () => {
    const agent = await connect(hub.url, '/agent', agentToken);
    expect(agent.all('session-ready')[0]?.principal).toEqual({
      id: expect.any(String),
      role: 'agent',
      name: 'Maya Torres',
    });
    agent.close();
    const admin = await demoPerson(hub.url, 'admin', '/agent');
    expect(admin.all('session-ready')[0]?.principal.role).toBe('admin');
    admin.close();
  });

  it.each([
    ['without auth', '/widget', undefined, 'AUTH_REQUIRED'],
    ['without a token', '/agent', { protocol: 1 }, 'AUTH_REQUIRED'],
    ['with an empty token', '/agent', { token: '', protocol: 1 }, 'AUTH_REQUIRED'],
    ['with a token that is no text', '/agent', { token: { $gt: '' }, protocol: 1 }, 'AUTH_INVALID'],
    ['with words for a token', '/agent', { token: 'letmein', protocol: 1 }, 'AUTH_INVALID'],
    ['with a token of 8 KB', '/agent', { token: 'x'.repeat(8192), protocol: 1 }, 'AUTH_INVALID'],
    ['with half a JWT', '/agent', { token: 'eyJhbGciOiJub25lIn0.e30.', protocol: 1 }, 'AUTH_INVALID'],
  ])('%s it is refused', async (_, namespace, auth, code) => {
    expect(await refusal(hub.url, namespace, auth)).toEqual({ code, message: expect.any(String), retryable: false });
  });

  it('a protocol that the hub does not speak is refused as such, absent ones too', async () => {
    for (const protocol of [2, 0, '1', null, undefined]) {
      const auth = { token: agentToken, ...(protocol === undefined ? {} : { protocol }) };
      expect(await refusal(hub.url, '/agent', auth)).toMatchObject({ code: 'PROTOCOL_UNSUPPORTED', retryable: false });
    }
  });

  it('S10: a token in the address is refused even when the right one is in its place', async () => {
    for (const token of [agentToken, 'x', '']) {
      const more = { query: { token } };
      expect(await refusal(hub.url, '/agent', { token: agentToken, protocol: 1 }, more)).toMatchObject({
        code: 'AUTH_INVALID',
      });
    }
  });

  it('tokens open only the door that they were made for', async () => {
    const refused = async (namespace: string, token: string) =>
      (await refusal(hub.url, namespace, { token, protocol: 1 })).code;
    expect(await refused('/supervisor', agentToken)).toBe('FORBIDDEN');
    expect(await refused('/supervisor', visitorToken)).toBe('AUTH_INVALID');
    expect(await refused('/agent', visitorToken)).toBe('AUTH_INVALID');
    expect(await refused('/widget', agentToken)).toBe('AUTH_INVALID');
    const { visitorToken: remembered } = await widgetToken(hub.url);
    expect(await refused('/widget', String(remembered))).toBe('AUTH_INVALID');
  });

  it('forged and stale tokens are refused, all in the same words', async () => {
    const [head, body, signature] = agentToken.split('.') as [string, string, string];
    const b64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    const forged = [
      `${b64({ alg: 'none' })}.${body}.`,
      `${b64({ alg: 'HS256', kid: '../../dev/null' })}.${body}.${signature}`,
      `${head}.${b64({ ...claims, role: 'admin' })}.${signature}`,
      `${head}.${b64({ ...claims, tid: 'other' })}.${signature}`,
      await createTokens('another secret, as long as it takes', systemClock).sign('staff', claims as never),
    ];
    const answers = await Promise.all(forged.map((token) => refusal(hub.url, '/agent', { token, protocol: 1 })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.code).toBe('AUTH_INVALID');

    const twoHoursAgo = { ...systemClock, now: () => Date.now() - 7_200_000 };
    const stale = await createTokens(secret, twoHoursAgo).sign('staff', claims as never);
    expect(await refusal(hub.url, '/agent', { token: stale, protocol: 1 })).toMatchObject({ code: 'AUTH_EXPIRED' });
    const otherTenant = await createTokens(secret, systemClock).sign('staff', { ...claims, tid: 'other' } as never);
    expect(await refusal(hub.url, '/agent', { token: otherTenant, protocol: 1 })).toMatchObject({
      code: 'AUTH_REVOKED',
    });
  });

  it('S1, S2: a foreign website is refused, however its origin is spelled; the own host and no browser at all are not', async () => {
    const from = (origin: string) => ({ extraHeaders: { origin } });
    const visitor = { token: visitorToken, protocol: 1 };
    const agent = { token: agentToken, protocol: 1 };
    const host = new URL(hub.url).host;
    const foreign = [
      'https://evil.test',
      'null',
      `http://${host}.evil.test`,
      `http://evil.test/${host}`,
      `${hub.url}.`,
      `${hub.url}/`,
      hub.url.replace('http:', 'https:'),
      hub.url.replace('http:', 'HTTP:'),
      hub.url.replace('127.0.0.1', 'localhost'),
      hub.url.replace('127.0.0.1', '127.1'),
      hub.url.replace('127.0.0.1', 'user@127.0.0.1'),
      `http://127.0.0.1:${Number(new URL(hub.url).port) + 1}`,
    ];
    for (const origin of foreign) {
      expect(await refusal(hub.url, '/widget', visitor, from(origin))).toMatchObject({ code: 'ORIGIN_DENIED' });
      expect(await refusal(hub.url, '/agent', agent, from(origin))).toMatchObject({ code: 'ORIGIN_DENIED' });
    }
    for (const auth of [visitor, agent]) {
      const namespace = auth === visitor ? '/widget' : '/agent';
      await expect(refusal(hub.url, namespace, auth, from(hub.url))).rejects.toThrow('let it in');
      await expect(refusal(hub.url, namespace, auth)).rejects.toThrow('let it in');
    }
  });

  it('S3: a name that somebody points at this machine is not the hub’s own, and the admin reads which setting to change', async () => {
    const { port } = new URL(hub.url);
    for (const host of ['evil.test', `evil.test:${port}`, `localhost.evil.test:${port}`]) {
      const headers = { host, origin: `http://${host}` };
      const answer = await ask(hub.url, '/api/v1/widget/sessions', headers, {
        siteKey: 'demo',
        page: { url: '/demo' },
      });
      expect([answer.status, answer.text.includes('"token"')]).toEqual([403, false]);
      expect(answer.text).toContain('PUBLIC_URL=https://');
      for (const [namespace, token] of [
        ['/widget', visitorToken],
        ['/agent', agentToken],
      ] as const)
        expect(await refusal(hub.url, namespace, { token, protocol: 1 }, { extraHeaders: headers })).toMatchObject({
          code: 'ORIGIN_DENIED',
          message: expect.stringContaining('PUBLIC_URL'),
        });
    }
    const own = { host: `localhost:${port}`, origin: `http://localhost:${port}` };
    expect((await ask(hub.url, '/api/v1/widget/sessions', own, { siteKey: 'demo', page: { url: 'x' } })).status).toBe(
      200,
    );
  });

  it('S6: the id of somebody’s running connection opens nothing, and they go on', async () => {
    const agent = await openRaw(hub.url);
    await agent.join('/agent', agentToken);
    const { sid } = JSON.parse(String(agent.heard[0]).slice(1)) as { sid: string };
    for (const query of [`sid=${sid}`, `%73id=${sid}`, `sid=x&sid=${sid}`, 'sid=', 'sid'])
      for (const address of [`EIO=4&transport=websocket&${query}`, `${query}&EIO=4&transport=websocket`]) {
        const thief = await openRaw(hub.url, address);
        expect([query, thief.isClosed(), thief.heard]).toEqual([query, true, []]);
      }
    agent.socket.send('42/agent,1["board-watch",{}]');
    expect(await agent.until(/^43\/agent,1/)).toContain('"ok":true');
    agent.socket.close();
  });

  it('S84: an upgrade that names two hosts is refused', async () => {
    const { port } = new URL(hub.url);
    const upgrade =
      'GET /rt/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nHost: evil.test\r\nConnection: Upgrade\r\n' +
      'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';
    expect(await sendRaw(Number(port), upgrade)).toMatch(/^HTTP\/1.1 400 /);
    expect(await sendRaw(Number(port), upgrade.replace('Host: evil.test\r\n', ''))).toMatch(/^HTTP\/1.1 101 /);
  });

  it('a visitor of one website does not come in from another’s pages', async () => {
    const { siteKey } = await secondTenant(hub);
    const { token } = await widgetToken(hub.url, { siteKey });
    const answer = await refusal(
      hub.url,
      '/widget',
      { token, protocol: 1 },
      { extraHeaders: { origin: 'https://demo.example' } },
    );
    expect(answer).toMatchObject({ code: 'ORIGIN_DENIED' });
  });

  it('S5: polling, old protocols, other paths and unknown sessions find no door', async () => {
    const get = (path: string, init?: RequestInit) => fetch(`${hub.url}${path}`, init);
    for (const path of [
      '/rt/?EIO=4&transport=polling',
      '/rt/?EIO=3&transport=polling',
      '/rt/?EIO=99&transport=polling',
      '/rt/?EIO=4&transport=webtransport',
      '/rt/?EIO=4&transport=websocket&sid=AAAAAAAAAAAAAAAAAAAA',
      '/rt/?EIO=4&transport=__proto__',
    ]) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 400]);
      expect(await answer.text()).not.toContain('"sid"');
    }
    expect((await get('/rt/?EIO=4&transport=polling', { method: 'POST', body: '40' })).status).toBe(400);
    for (const path of ['/socket.io/?EIO=4&transport=polling', '/rt/socket.io.js'])
      expect((await get(path)).status).toBeGreaterThanOrEqual(400);
  });

  it('S8: unknown namespaces are refused', async () => {
    for (const namespace of ['/', '/admin', '/../agent', '/__proto__', '/constructor', '/Agent'])
      expect(await refusal(hub.url, namespace, { token: agentToken, protocol: 1 })).toMatchObject({
        message: expect.any(String),
      });
  });

  it('an API call without a token, and the socket, agree on who a visitor is', async () => {
    const first = await widgetToken(hub.url);
    const second = await widgetToken(hub.url, { visitorToken: first.visitorToken });
    expect(second.visitorId).toBe(first.visitorId);
    expect(
      (await post(hub.url, '/widget/sessions', { siteKey: 'demo', page: { url: 'x' }, tenantId: 'demo' })).status,
    ).toBe(400);
  });
});

describe('how many may connect from one address', () => {
  it('no more sockets of visitors than the setting says, also when all come at once; each one that goes makes room', async () => {
    await using hub = await openHub({ env: { HUB_LIMIT_WIDGET_SOCKETS: '5' } });
    const tokens = await Promise.all(Array.from({ length: 12 }, () => widgetToken(hub.url)));
    const tried = await Promise.allSettled(tokens.map(({ token }) => connect(hub.url, '/widget', String(token))));
    const inside = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(inside).toHaveLength(5);
    const answer = await refusal(hub.url, '/widget', { token: tokens[0]?.token, protocol: 1 });
    expect(answer).toMatchObject({ code: 'CONNECTION_LIMIT', retryable: true, retryAfterMs: expect.any(Number) });
    // Refused tokens use up no room, and staff are not counted.
    for (const one of inside) one.close();
    for (let i = 0; i < 8; i += 1) await refusal(hub.url, '/widget', { token: 'bad', protocol: 1 });
    const again = await connectSoon(hub, String(tokens[1]?.token));
    again.close();
    (await demoPerson(hub.url, 'agent')).close();
  });
});

/** Right after others have left: until the hub has noticed. */
async function connectSoon(hub: OpenHub, token: string) {
  for (;;) {
    const client = await connect(hub.url, '/widget', token).catch((error: Error) => {
      if (error.message !== 'CONNECTION_LIMIT') throw error;
      return null;
    });
    if (client !== null) return client;
  }
}
