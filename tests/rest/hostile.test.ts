import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorTable, wireError } from '../../src/contract/errors.ts';
import { apiRoutes } from '../../src/rest/restApp.ts';
import { sendRaw } from '../support/sendRaw.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let token: string;
let siteKey: string;
beforeAll(async () => {
  hub = await startRest({
    env: {
      HUB_LIMIT_LOGINS: '1000000',
      HUB_LIMIT_WIDGET_SESSIONS: '1000000',
      HUB_LIMIT_CALLS_ADDRESS: '1000000',
      HUB_LIMIT_CALLS_PRINCIPAL: '1000000',
    },
  });
  const tenant = await hub.addTenant('Own');
  siteKey = tenant.siteKey;
  token = (await hub.signIn(tenant.emailOf('admin'))).accessToken;
});
afterAll(() => hub.stop());

/** The answer is an error of the contract's shape and status, names no input, and nothing failed inside. */
function expectRefusal(answer: Awaited<ReturnType<RunningRest['call']>>, marker?: string): void {
  const error = wireError.parse(answer.json.error);
  expect(answer.status).toBe(errorTable[error.code].status);
  expect(error.message).toBe(errorTable[error.code].message);
  expect(error.code).not.toBe('INTERNAL');
  // Its trace is random, and may spell anything.
  expect(answer.text.replace(error.trace, '')).not.toMatch(insides);
  if (marker) expect(answer.text).not.toContain(marker);
  expect(hub.errors).toEqual([]);
}

/** Text that would tell how the hub is made: paths, frames of a stack, names and versions of its parts. */
const insides = /node_modules|\/src\/|\.ts:\d|\bat \w+ \(|express|mongo|zod|body-parser|Error:/i;

const posts = ['/api/v1/auth/login', '/api/v1/auth/refresh', '/api/v1/widget/sessions'];
const marker = 'zq7-marker';
const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(
    fc.constantFrom('email', 'password', 'refreshToken', 'siteKey', 'page', 'url', '$gt', marker),
    fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(marker)),
  ),
);

test('S66: whatever JSON is posted, the answer is a refusal that repeats nothing of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...posts), junk, async (path, body) => {
      expectRefusal(await hub.call('POST', path, { raw: JSON.stringify(body) }), marker);
    }),
    { numRuns: 300 },
  );
});

test('S66: whatever bytes are posted, the answer is a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...posts), fc.string({ maxLength: 400 }), async (path, raw) => {
      expectRefusal(await hub.call('POST', path, { raw: `{${raw}` }));
    }),
    { numRuns: 150 },
  );
});

test('S66: whatever is asked for below /api/v1, the answer has the shape of the contract', async () => {
  const part = fc.oneof(
    fc.constantFrom(
      'conversations',
      'leads',
      'listings',
      'transcript',
      '..',
      '%00',
      '%',
      '%ff',
      '$where',
      '__proto__',
      'constructor',
    ),
    fc.string({ maxLength: 30 }).map(encodeURIComponent),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 4 }), fc.string({ maxLength: 30 }), async (parts, query) => {
      const answer = await hub.call('GET', `/api/v1/x/../${parts.join('/')}?${encodeURIComponent(query)}`, { token });
      if (answer.status !== 200) expectRefusal(answer);
    }),
    { numRuns: 300 },
  );
});

const widgetBody = (over: string) => `{"siteKey":"${siteKey}","page":{"url":"/demo"}${over}}`;
test.each([
  ['an unknown field', widgetBody(',"tenantId":"x"')],
  ['__proto__', widgetBody(',"__proto__":{"polluted":1}')],
  ['__proto__ deeper down', `{"siteKey":"${'k'}","page":{"url":"/","__proto__":{"polluted":1}}}`],
  ['constructor.prototype', widgetBody(',"constructor":{"prototype":{"polluted":1}}')],
  ['operators', '{"email":{"$gt":""},"password":{"$ne":null}}'],
  ['null', 'null'],
  ['an array', '[]'],
  ['half a document', '{"email":'],
  ['5,000 levels', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`],
  ['nothing', ''],
])('a body with %s is VALIDATION_FAILED', async (_name, raw) => {
  for (const path of posts) {
    const answer = await hub.call('POST', path, { raw });
    expectRefusal(answer);
    expect(answer.json.error.code).toBe('VALIDATION_FAILED');
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a body above 64 KB is too large, at once and in pieces', async () => {
  const answer = await hub.call('POST', posts[0] as string, {
    raw: JSON.stringify({ email: 'a@b.example', password: 'x'.repeat(66_000) }),
  });
  expectRefusal(answer);
  expect([answer.status, answer.json.error.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
});

test('S66: a body of another kind, or compressed, is refused', async () => {
  for (const headers of [
    { 'content-type': 'text/plain' },
    { 'content-encoding': 'gzip' },
    { 'content-type': 'application/json; charset=klingon' },
  ] as Record<string, string>[]) {
    const answer = await hub.call('POST', posts[0] as string, {
      raw: '{"email":"a@b.example","password":"x"}',
      headers,
    });
    expectRefusal(answer);
    expect(answer.json.error.code).toBe('VALIDATION_FAILED');
  }
});

test('S66, S88: unknown routes and methods are NOT_FOUND, and so are source maps', async () => {
  const calls: [string, string][] = [
    ['GET', '/api/v1/nothing'],
    ['DELETE', '/api/v1/conversations'],
    ['GET', '/api/v1/auth/login'],
    ['GET', '/nothing'],
    ['POST', '/desk'],
    ['GET', '/.env'],
    ['GET', '/..%2f..%2fpackage.json'],
    ['GET', '/assets/desk-AbCd1234.js.map'],
  ];
  for (const [method, path] of calls) {
    const answer = await hub.call(method, path);
    expect([path, answer.status, answer.json.error.code]).toEqual([path, 404, 'NOT_FOUND']);
    expectRefusal(answer);
  }
});

test('S66: an inner failure is told only as a failure', async () => {
  const broken = await startRest();
  const { emailOf } = await broken.addTenant('Broken');
  const { accessToken } = await broken.signIn(emailOf('agent'));
  broken.stores.conversations.list = async () => {
    throw new TypeError(`${marker} in /home/hub/src/adapters/mongo/conversationStore.ts:7`);
  };
  const answer = await broken.call('GET', '/api/v1/conversations', { token: accessToken });
  const { trace, ...told } = answer.json.error;
  expect([answer.status, told]).toEqual([
    500,
    { code: 'INTERNAL', message: errorTable.INTERNAL.message, retryable: true },
  ]);
  expect(trace).toBe(answer.headers.get('x-request-id'));
  expect(answer.text).not.toContain(marker);
  for (const header of ['server', 'x-powered-by']) expect(answer.headers.get(header)).toBeNull();
  // It is in the log, by the name that the answer gives.
  expect(broken.errors).toMatchObject([{ fields: { trace } }]);
  await broken.stop();
});

test('every route for staff refuses a call without a token before it reads the body', async () => {
  for (const route of apiRoutes(hub.deps).filter(({ access }) => access === 'staff')) {
    const answer = await hub.call(route.method, `/api/v1${route.path.replace(':id', 'x')}`);
    expect([route.path, answer.json.error.code]).toEqual([route.path, 'AUTH_REQUIRED']);
  }
});

/** The hub's answer to these bytes, until it closes the connection. */
async function saidTo(bytes: string): Promise<string> {
  const socket = connect(hub.port, '127.0.0.1');
  const heard: Buffer[] = [];
  socket.on('data', (data) => heard.push(data));
  // It may close while more is sent.
  socket.on('error', () => {});
  socket.write(bytes);
  await once(socket, 'close');
  return Buffer.concat(heard).toString();
}

const livez = 'GET /livez HTTP/1.1\r\nhost: x\r\nconnection: close\r\n';
const upgrade =
  'GET /rt/?EIO=4&transport=websocket HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n';

test.each([
  ['one of 9 KB', `${livez}x-big: ${'x'.repeat(9000)}\r\n\r\n`, 431],
  ['a cookie of 64 KB', `${livez}cookie: a=${'x'.repeat(65_536)}\r\n\r\n`, 431],
  ['2,000 of them', `${livez}${Array.from({ length: 2000 }, (_, at) => `x-${at}: 1\r\n`).join('')}\r\n`, 431],
  ['a name of 9 KB', `${livez}${'x'.repeat(9000)}: 1\r\n\r\n`, 431],
  ['an address of 64 KB', `GET /${'x'.repeat(65_536)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431],
  ['no name', `${livez}: 1\r\n\r\n`, 400],
  ['a protocol that does not exist', 'GET /livez HTTP/9.9\r\nhost: x\r\n\r\n', 400],
  ['no words at all', '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n', 400],
])('S41: a request with headers of %s is refused and its connection closed', async (_, bytes, status) => {
  expect(await saidTo(bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect((await hub.call('GET', '/livez')).status).toBe(200);
});

/** A ceiling for what the hub ends by itself after 5 and 10 seconds. */
const endsByItself = { timeout: 90_000 };

test('S42: a slow client is cut off, and nobody waits for it', endsByItself, async () => {
  const begun = [
    'GET /livez HTTP/1.1\r\nhost: x\r\n',
    `${upgrade}x: `,
    'POST /api/v1/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
  ];
  const slow = begun.flatMap((bytes) =>
    Array.from({ length: 20 }, () => {
      const socket = connect(hub.port, '127.0.0.1');
      socket.on('error', () => {});
      socket.write(bytes);
      socket.resume();
      // One byte a second is no silence.
      const drip = setInterval(() => socket.write('a'), 1000);
      return once(socket, 'close').then(() => clearInterval(drip));
    }),
  );
  expect((await hub.call('GET', '/livez')).status).toBe(200);
  await Promise.all(slow);
  expect((await hub.call('GET', '/livez')).status).toBe(200);
});

test.each([
  ['two hosts', 'GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.test\r\n\r\n'],
  ['two hosts, the same', 'GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nhost: 127.0.0.1\r\n\r\n'],
  ['two lengths', 'POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}'],
  [
    'a length and pieces',
    'POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['pieces of no known kind', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n'],
  ['lines that end in half', 'GET /livez HTTP/1.1\nHost: a\nX: b\n\n'],
])('S84: a request with %s, which two servers may read as two, is refused', async (_, request) => {
  expect(await sendRaw(hub.port, `${request}GET /livez HTTP/1.1\r\nHost: b\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /);
});

test('an idle connection is kept for longer than a proxy keeps its own, which is a minute', async () => {
  const idle = connect(hub.port, '127.0.0.1');
  idle.write('GET /livez HTTP/1.1\r\nhost: x\r\n\r\n');
  const [answer] = (await once(idle, 'data')) as [Buffer];
  idle.destroy();
  expect(Number(/^keep-alive: timeout=(\d+)/im.exec(answer.toString())?.[1])).toBeGreaterThan(60);
});
