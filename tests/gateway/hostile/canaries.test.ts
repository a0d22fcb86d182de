import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPinoLogger } from '../../../src/adapters/telemetry/pinoLogger.ts';
import { createApiKey } from '../../../src/features/identity/createApiKey.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { type FakeAnthropic, startFakeAnthropic } from '../../support/fakeAnthropic.ts';
import { connect, openVisitor, post, signIn } from '../../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';
import { codeOf, demoPerson, refusal } from '../people.ts';
import { openRaw } from '../rawSocket.ts';

const hubSecret = 'canary-hub-secret-4f1c9b0e7d22a6';
const modelKey = 'sk-canary-model-key-91d3';
const phone = '512-555-0147';
const email = 'quillfeather@canary.example';
const words = 'Quillfeather Lane';
const wrongPassword = 'canary wrong password';
const unknownName = 'canary-unknown-name';

describe('logs and metrics about people', () => {
  const lines: string[] = [];
  let hub: OpenHub;
  let model: FakeAnthropic;
  beforeAll(async () => {
    const log = createPinoLogger({ level: 'debug', pii: false }, { write: (line) => void lines.push(line) });
    // A model that fails, because failures are what the log writes about.
    model = await startFakeAnthropic(() => [{ do: 'status', status: 500, error: 'api_error' }]);
    hub = await openHub({
      log,
      env: { HUB_SECRET: hubSecret, ANTHROPIC_API_KEY: modelKey, ANTHROPIC_BASE_URL: model.url },
    });
  });
  afterAll(async () => {
    await hub.close();
    await model.close();
  });

  it('S65: neither words nor secrets of anybody stand in the log at its most talkative, or among the numbers', async () => {
    const visitor = await openVisitor(hub.url);
    const { conversationId, session } = visitor;
    await visitor.command('chat-send', { text: `I live on ${words}, call ${phone} or write to ${email}` });
    await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
    const staff = await signIn(hub.url, 'supervisor@demo.example', demoPassword);
    const supervisor = await connect(hub.url, '/supervisor', staff.accessToken);
    await supervisor.send('conversation-open', { conversationId });
    await supervisor.command('note-add', { conversationId, text: `${words} ${phone}` });
    await supervisor.command('coach-start', { conversationId, focus: words });
    await supervisor.command('ask-start', { conversationId, question: `${words} ${email}` });
    await supervisor.command('takeover-start', { conversationId, reason: words });

    const tenantId = (await hub.stores.identity.findUserByEmail('admin@demo.example'))?.tenantId ?? '';
    const keyDeps = { store: hub.stores.identity, clock: systemClock };
    const { key } = await createApiKey(keyDeps, { tenantId, name: 'CRM', role: 'admin' });
    (await connect(hub.url, '/supervisor', key)).close();
    const call = (path: string, headers: Record<string, string> = {}) =>
      fetch(`${hub.url}${path}`, { headers: { connection: 'close', ...headers } });
    for (const bearer of [staff.accessToken, staff.refreshToken, key, session.visitorToken, unknownName])
      await call(`/api/v1/search?q=${encodeURIComponent(words)}`, { authorization: `Bearer ${bearer}` });
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    await supervisor.command('task-add', { conversationId, text: `${words} ${phone}`, dueAt });
    await call(`/api/v1/leads?q=${encodeURIComponent(words)}`, { authorization: `Bearer ${staff.accessToken}` });
    // Secret addresses of a calendar: one that may not be read, and one of a server that is not there.
    for (const host of ['127.0.0.1', 'calendar.invalid'])
      await fetch(`${hub.url}/api/v1/busy-calendar`, {
        method: 'PUT',
        headers: {
          connection: 'close',
          authorization: `Bearer ${staff.accessToken}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ url: `https://${host}/${unknownName}/basic.ics` }),
      });
    await call(`/${unknownName}?token=${staff.accessToken}`);
    await call(`/api/v1/${unknownName}`, { 'user-agent': unknownName, cookie: unknownName, referer: unknownName });
    await call(`/api/v1/conversations/${unknownName}`, { authorization: `Bearer ${staff.accessToken}` });
    await post(hub.url, '/auth/login', { email, password: wrongPassword });
    await post(hub.url, '/auth/login', { email: 'admin@demo.example', password: wrongPassword });
    await post(hub.url, '/auth/refresh', { refreshToken: staff.refreshToken });
    await post(hub.url, '/widget/sessions', { siteKey: unknownName, page: { url: `/demo?q=${unknownName}` } });
    await refusal(hub.url, '/agent', { token: `${unknownName}.x.y`, protocol: 1 });
    await refusal(hub.url, `/${unknownName}`, { token: session.token, protocol: 1 });
    for (const [name, payload] of [
      [unknownName, words],
      ['error', { text: words }],
      ['chat-send', { commandId: randomUUID(), text: { [unknownName]: words } }],
      ['log-fetch', { log: `public:${unknownName}`, fromSeq: 1 }],
    ] as const)
      expect(await codeOf(visitor, name, payload)).not.toBe('ok');
    const raw = await openRaw(hub.url);
    raw.socket.send(`42/widget,["${unknownName}","${words}"`);
    await raw.closed;
    const other = await demoPerson(hub.url, 'agent');
    const metrics = await (await call('/metrics')).text();
    for (const client of [visitor, supervisor, other]) client.close();

    // The log was written to, and the numbers were counted, for what was done here.
    expect(lines.join('')).toContain('a request to the model failed');
    expect(metrics).toContain('command="log-fetch"');
    const canaries = [hubSecret, modelKey, phone, phone.replaceAll('-', ''), email, words, wrongPassword, unknownName];
    canaries.push(demoPassword, staff.accessToken, staff.refreshToken, key, session.token, session.visitorToken);
    canaries.push('admin@demo.example', 'eyJhbGci');
    const written = `${lines.join('')}\n${metrics}`;
    expect(canaries.filter((canary) => written.includes(canary))).toEqual([]);
  });
});
