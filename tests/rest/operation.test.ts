import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryData } from '../../src/contract/log/entry.ts';
import { agentCommands } from '../../src/contract/socket/agentCommands.ts';
import { serverEvents } from '../../src/contract/socket/events.ts';
import { supervisorCommands } from '../../src/contract/socket/supervisorCommands.ts';
import { widgetCommands } from '../../src/contract/socket/widgetCommands.ts';
import { exampleOf } from '../../src/rest/docs/exampleOf.ts';
import { finder } from '../../src/rest/docs/foldOut.ts';
import { escapeHtml } from '../../src/rest/docs/htmlPage.ts';
import { indexPage } from '../../src/rest/docs/indexPage.ts';
import { openApiDocument, openApiPath } from '../../src/rest/docs/openApi.ts';
import { apiRoutes } from '../../src/rest/restApp.ts';
import { sendRaw } from '../support/sendRaw.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
beforeAll(async () => {
  hub = await startRest();
});
afterAll(() => hub.stop());

test('a node says that it lives, and whether it is ready by named checks', async () => {
  expect((await hub.call('GET', '/livez')).json).toEqual({ alive: true });
  expect((await hub.call('GET', '/readyz')).json).toEqual({ ready: true, checks: { database: 'ok' } });

  hub.deps.health.checks.redis = () => Promise.reject(new Error('redis://secret@10.0.0.1 refused'));
  const failed = await hub.call('GET', '/readyz');
  expect([failed.status, failed.json.checks, failed.json.error.code]).toEqual([
    503,
    { database: 'ok', redis: 'failed' },
    'DEPENDENCY_DOWN',
  ]);
  expect(failed.text).not.toContain('10.0.0.1');
  delete hub.deps.health.checks.redis;
});

test('the numbers are for this machine and for admins', async () => {
  await hub.call('GET', '/livez');
  const own = await hub.call('GET', '/metrics');
  expect(own.status).toBe(200);
  expect(own.text).toMatch(/hub_http_requests_total\{.*route="other".*\} \d/);
  expect(own.text).toContain('nodejs_eventloop_lag_seconds');

  const tenant = await hub.addTenant('Own');
  const from = (token?: string) =>
    hub.call('GET', '/metrics', { headers: { 'x-forwarded-for': '192.0.2.7' }, ...(token ? { token } : {}) });
  expect((await from()).json.error.code).toBe('AUTH_REQUIRED');
  expect((await from((await hub.signIn(tenant.emailOf('agent'))).accessToken)).json.error.code).toBe('FORBIDDEN');
  expect((await from((await hub.signIn(tenant.emailOf('admin'))).accessToken)).status).toBe(200);
});

test('S67: nothing of the hub’s own lies about, and its numbers are not for a page whose name points at this machine', async () => {
  for (const path of [
    '/.env',
    '/.git/config',
    '/package.json',
    '/assets/desk-AbCd1234.js.map',
    '/..%2f..%2fpackage.json',
  ])
    expect([path, (await hub.call('GET', path)).status]).toEqual([path, 404]);
  const { port } = hub;
  const asked = (host: string, more = '') =>
    sendRaw(port, `GET /metrics HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`);
  for (const host of ['evil.test', `evil.test:${port}`, `127.0.0.1.evil.test:${port}`, 'localhost.evil.test', ''])
    expect(await asked(host, `Origin: http://${host}\r\n`)).toMatch(/^HTTP\/1.1 40[01] /);
  for (const host of ['localhost', `LOCALHOST:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
    expect(await asked(host)).toMatch(/^HTTP\/1.1 200 /);
});

test('the OpenAPI document has every route, its body and its answer, and no dangling reference', async () => {
  const { json } = await hub.call('GET', '/openapi.json');
  expect(json.openapi).toBe('3.1.0');
  for (const route of apiRoutes(hub.deps)) {
    const operation = json.paths[openApiPath(route)]?.[route.method];
    expect(operation, route.path).toBeTruthy();
    expect(operation.requestBody !== undefined).toBe(route.body !== undefined || route.bytes === 'body');
    expect(Object.keys(operation.responses)).toEqual([
      route.status !== undefined ? String(route.status) : route.answer || route.bytes === 'answer' ? '200' : '204',
      'default',
    ]);
    expect(operation.security).toEqual(route.access !== 'anonymous' ? [{ bearer: [] }] : []);
  }
  expect(Object.keys(json.paths)).toEqual(
    expect.arrayContaining(['/api/v1/conversations/{id}/transcript', '/livez', '/readyz', '/metrics']),
  );
  expectReferences(json);
});

test('every call of the API has an example for curl that the hub takes, on the page for people too', async () => {
  const { json } = await hub.call('GET', '/openapi.json');
  const page = (await hub.call('GET', '/docs')).text;
  for (const route of apiRoutes(hub.deps)) {
    const [sample] = json.paths[openApiPath(route)][route.method]['x-codeSamples'];
    expect(sample, route.path).toMatchObject({ lang: 'Shell', label: 'curl' });
    const { source } = sample as { source: string };
    const address = openApiPath(route).replace(/\{(\w+)\}/g, '<$1>');
    expect(source).toContain(`https://hub.example.com${address}`);
    expect(source.includes('-H "authorization: Bearer $TOKEN"')).toBe(route.access !== 'anonymous');
    const body = /-d '(.*)'$/s.exec(source)?.[1];
    expect(body !== undefined, route.path).toBe(route.body !== undefined);
    if (body !== undefined && /^\/(narratives|scripts|reports)/.test(route.path))
      expect(route.body?.safeParse(JSON.parse(body)).error, route.path).toBeUndefined();
    expect(page).toContain(escapeHtml(address));
  }
});

test('the AsyncAPI document has every command with its ack, every event and every type of entry', async () => {
  const { json } = await hub.call('GET', '/asyncapi.json');
  expect(json.asyncapi).toBe('3.0.0');
  for (const [channel, commands] of Object.entries({
    widget: widgetCommands,
    agent: agentCommands,
    supervisor: supervisorCommands,
  })) {
    const isStaffs = channel !== 'widget';
    for (const name of ['presence-changed', 'hold-changed', 'health-changed', 'board-row', 'board-row-gone'])
      expect(name in json.channels[channel].messages, `${channel} ${name}`).toBe(isStaffs);
    for (const name of Object.keys(commands)) {
      expect(json.channels[channel].messages[name], `${channel} ${name}`).toBeTruthy();
      expect(json.operations[`${channel}.${name}`].reply.messages).toEqual([
        { $ref: `#/channels/${channel}/messages/${name}.ack` },
      ]);
      expect(json.components.messages[name].payload).toBeTruthy();
    }
  }
  for (const name of Object.keys(serverEvents)) expect(json.components.messages[name], name).toBeTruthy();
  const types = json.components.messages.entry.payload.oneOf.map(
    (type: { allOf: [unknown, { properties: { type: { const: string } } }] }) => type.allOf[1].properties.type.const,
  );
  expect(types).toEqual(Object.keys(entryData));
  expect(json.channels.widget.messages['board-row']).toBeUndefined();
  expectReferences(json);
});

/** Every `$ref` of a document names something in it. */
function expectReferences(document: object): void {
  const refs = JSON.stringify(document).match(/"\$ref":"#[^"]*"/g) ?? [];
  expect(refs.length).toBeGreaterThan(0);
  for (const ref of new Set(refs)) {
    const path = ref
      .slice('"$ref":"#/'.length, -1)
      .split('/')
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const found = path.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document);
    expect(found, ref).toBeTruthy();
  }
}

test('the documents for people name every call, command and event, and need no script', async () => {
  const page = await hub.call('GET', '/docs');
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  for (const name of [...Object.keys(supervisorCommands), ...Object.keys(widgetCommands), ...Object.keys(serverEvents)])
    expect(page.text).toContain(`>${name}<`);
  for (const route of apiRoutes(hub.deps)) expect(page.text).toContain(`>${openApiPath(route)}<`);
  expect(page.text).toContain(`${hub.url}/widget.js`);
  for (const call of ['open()', 'close()', 'identify(identityToken)', 'on(event, listener)'])
    expect(page.text).toContain(`<code>${call}</code>`);
  expect(page.text).toContain('To staff: the state of the model, the database, Redis and the nodes.');
  expect(page.text).toContain('Adds a note that the visitor never sees.');
  expect(page.text).not.toContain('<script>');
  expect((await hub.call('GET', '/')).text).toContain('href="/demo"');
});

test('the start page names the demo accounts where there are any, and nothing of a demo where there are none', () => {
  const demo = [{ email: 'ana@demo.example', role: 'agent' }] as const;
  expect(indexPage(demo, true)).toContain('<code>ana@demo.example</code> agent');
  expect(indexPage([], false)).not.toMatch(/accounts|npm run try/);
  expect(indexPage(demo, true)).not.toContain('npm run try');
  expect(indexPage(demo, false)).toContain('<code>npm run try -- talk</code>');
});

test('each call of the documents is shown with curl and a script, the values that it allows, and an answer that fits its schema', async () => {
  const { text } = await hub.call('GET', '/docs');
  const shown = [
    `curl -X PUT '${hub.url}/api/v1/people/&lt;id&gt;'`,
    'await fetch(&quot;/api/v1/conversations&quot;, {',
    '<code>log?</code> <span class="soft">in the query: &quot;internal&quot;</span>',
  ];
  expect(shown.filter((one) => !text.includes(one))).toEqual([]);
  const document = openApiDocument(apiRoutes(hub.deps));
  const find = finder(document);
  for (const route of apiRoutes(hub.deps)) {
    const good = document.paths?.[openApiPath(route)]?.[route.method]?.responses?.['200'];
    const schema = good && 'content' in good ? good.content?.['application/json']?.schema : undefined;
    if (route.answer === null || schema === undefined) continue;
    const { error } = route.answer.safeParse(exampleOf(schema, find));
    expect([openApiPath(route), error?.issues ?? []]).toEqual([openApiPath(route), []]);
  }
});

test('a person who mistypes an address reads where to go on; a program gets the error of every refusal', async () => {
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  const lost = await hub.call('GET', '/nope', { headers: browser });
  expect([lost.status, lost.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(lost.text).toContain('Page not found');
  expect((await hub.call('GET', '/nope')).json.error.code).toBe('NOT_FOUND');
  expect((await hub.call('GET', '/api/v1/nope', { headers: browser })).json.error.code).toBe('NOT_FOUND');
});

test('S49: no other site can show a page of the staff in a frame of its own', async () => {
  for (const path of ['/desk', '/wall', '/docs', '/']) {
    const { headers } = await hub.call('GET', path);
    expect([path, headers.get('content-security-policy')]).toEqual([
      path,
      expect.stringContaining("frame-ancestors 'self'"),
    ]);
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  }
});

test('S83: no answer of the API is kept by a cache, whether it is granted or refused', async () => {
  const calls: [string, string][] = [
    ['GET', '/api/v1/conversations'],
    ['POST', '/api/v1/auth/login'],
    ['POST', '/api/v1/widget/sessions'],
    ['GET', '/api/v1/nothing'],
  ];
  for (const [method, path] of calls) {
    const answer = await hub.call(method, path, method === 'POST' ? { body: {} } : {});
    expect([path, answer.headers.get('cache-control')]).toEqual([path, 'no-store']);
  }
  const { accessToken: token } = await hub.signIn((await hub.addTenant('Kept')).emailOf('agent'));
  const granted = await hub.call('GET', '/api/v1/conversations', { token });
  expect([granted.status, granted.headers.get('cache-control')]).toEqual([200, 'no-store']);
});

test('pages are served with a strict policy, and the widget to every site', async () => {
  for (const path of ['/demo', '/desk', '/desk/conversations/x', '/wall']) {
    const page = await hub.call('GET', path);
    expect([path, page.status, page.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.get('content-security-policy')).not.toMatch(/script-src|unsafe|https:|wss?:/);
    expect(page.headers.get('x-powered-by')).toBeNull();
  }
  const asset = await hub.call('GET', '/assets/desk-AbCd1234.js');
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(asset.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  const widget = await hub.call('GET', '/widget.js');
  expect(widget.headers.get('cache-control')).toBe('public, max-age=300');
  expect(widget.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(widget.headers.get('access-control-allow-origin')).toBe('*');
});
