// Costs about a second: one hub on stores in memory.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { newId, sha256 } from '../../src/kernel/ids.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let own: Awaited<ReturnType<RunningRest['addTenant']>>;
let token: string;

beforeAll(async () => {
  hub = await startRest();
});
beforeEach(async () => {
  own = await hub.addTenant(newId());
  token = (await hub.signIn(own.emailOf('admin'))).accessToken;
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => hub.stop());

const write = (method: string, path: string, key: string, body?: object, by = token) =>
  hub.call(method, `/api/v1${path}`, { token: by, body, headers: { 'idempotency-key': key } });
const reply = { title: 'Hello', text: 'Thanks for writing.', for: 'me' };
const replies = async () => (await hub.call('GET', '/api/v1/saved-replies', { token })).json.items;

test('a write that is sent again with its key is done once, and gets the first answer', async () => {
  const key = newId();
  const first = await write('POST', '/saved-replies', key, reply);
  const again = await write('POST', '/saved-replies', key, reply);
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.json).toEqual(first.json);
  expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
  expect(await replies()).toHaveLength(1);
  const gone = `/saved-replies/${first.json.id}`;
  const deletions = [await write('DELETE', gone, newId()), await write('DELETE', gone, newId())];
  expect(deletions.map(({ status }) => status)).toEqual([204, 404]);
});

test('a deletion that is sent again with its key is no error', async () => {
  const { json } = await hub.call('POST', '/api/v1/saved-replies', { token, body: reply });
  const key = newId();
  for (const status of [204, 204])
    expect((await write('DELETE', `/saved-replies/${json.id}`, key)).status).toBe(status);
});

test('a key that was used is refused for another body and another call, and is nobody else’s', async () => {
  const key = newId();
  await write('POST', '/saved-replies', key, reply);
  const refused = { error: { code: 'COMMAND_REUSED', field: 'idempotency-key' } };
  const others = [
    await write('POST', '/saved-replies', key, { ...reply, text: 'Other words' }),
    await write('DELETE', '/saved-replies/any', key),
  ];
  for (const other of others) expect(other).toMatchObject({ status: 409, json: refused });
  const { accessToken } = await hub.signIn(own.emailOf('supervisor'));
  expect((await write('POST', '/saved-replies', key, reply, accessToken)).status).toBe(200);
  expect(await replies()).toHaveLength(1);
});

test('a call that was refused leaves its key free', async () => {
  const key = newId();
  expect((await write('POST', '/saved-replies', key, { ...reply, text: '' })).status).toBe(400);
  expect((await write('POST', '/saved-replies', key, reply)).status).toBe(200);
});

test('of two at once one is done, and the other hears that it is being worked on', async () => {
  const key = newId();
  const { replies: store } = hub.stores;
  const add = store.add.bind(store);
  let goOn = (): void => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  vi.spyOn(store, 'add').mockImplementationOnce(async (...given) => {
    await held;
    return add(...given);
  });
  const first = write('POST', '/saved-replies', key, reply);
  await vi.waitFor(() => expect(store.add).toHaveBeenCalled());
  const second = await write('POST', '/saved-replies', key, reply);
  expect(second).toMatchObject({ status: 409, json: { error: { code: 'CONFLICT', retryAfterMs: 1_000 } } });
  goOn();
  expect((await first).status).toBe(200);
  expect(await replies()).toHaveLength(1);
});

test('a secret is told once and not kept: the same call again makes no second one', async () => {
  const key = newId();
  const finish = vi.spyOn(hub.stores.commands, 'finish');
  const claim = vi.spyOn(hub.stores.commands, 'claim');
  const body = { name: 'CRM', role: 'agent' };
  const made = await write('POST', '/api-keys', key, body);
  expect(made.status).toBe(200);
  const again = await write('POST', '/api-keys', key, body);
  expect(again).toMatchObject({ status: 409, json: { error: { code: 'CONFLICT' } } });
  expect((await hub.call('GET', '/api/v1/api-keys', { token })).json.items).toHaveLength(1);
  const stored = JSON.stringify([finish.mock.calls, claim.mock.calls]);
  expect(stored).not.toContain(made.json.key);
  // Nor the key itself, or a hash that words could be tried on.
  expect(stored).not.toContain(key);
  expect(stored).not.toContain(sha256(JSON.stringify(body)));
});

test.each([
  ['with a space', 'a key'],
  ['longer than 200 characters', 'k'.repeat(201)],
  ['empty', ''],
])('a key is refused that is %s', async (_, key) => {
  const refused = { code: 'VALIDATION_FAILED', field: 'idempotency-key' };
  expect((await write('POST', '/saved-replies', key, reply)).json.error).toMatchObject(refused);
  expect(await replies()).toEqual([]);
});

test('an upload takes no key, and a call that only reads needs none', async () => {
  const refused = { code: 'VALIDATION_FAILED', field: 'idempotency-key' };
  expect((await write('POST', '/listings/import', newId())).json.error).toMatchObject(refused);
  expect((await write('GET', '/saved-replies', 'a key')).status).toBe(200);
});

test('the documents name the key at each write of the team', async () => {
  const { paths } = (await hub.call('GET', '/openapi.json')).json;
  const headers = (method: string, path: string): string[] =>
    (paths[path][method].parameters ?? []).filter((one: { in: string }) => one.in === 'header');
  expect(headers('post', '/api/v1/saved-replies')).toMatchObject([{ name: 'Idempotency-Key' }]);
  expect([headers('get', '/api/v1/saved-replies'), headers('post', '/api/v1/listings/import')]).toEqual([[], []]);
});
