import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let agent: string;
let supervisor: string;
beforeAll(async () => {
  hub = await startRest();
  const own = await hub.addTenant('Own Homes');
  agent = (await hub.signIn(own.emailOf('agent'))).accessToken;
  supervisor = (await hub.signIn(own.emailOf('supervisor'))).accessToken;
});
afterAll(() => hub.stop());

const view = { name: 'In Spanish', agent: '', home: '', language: 'es', stage: '', tag: 'vip', sort: 'need' };
const api = (method: string, path: string, token: string, body?: unknown) =>
  hub.call(method, `/api/v1/saved-views${path}`, { token, ...(body === undefined ? {} : { body }) });

test('a view is kept for oneself alone, and another of the same name takes its place', async () => {
  const kept = (await api('POST', '', agent, view)).json;
  expect(kept).toEqual({ ...view, id: expect.any(String) });
  expect((await api('GET', '', agent)).json.items).toEqual([kept]);
  expect((await api('GET', '', supervisor)).json.items).toEqual([]);
  const other = (await api('POST', '', agent, { ...view, language: '', sort: 'oldest' })).json;
  expect((await api('GET', '', agent)).json.items).toEqual([other]);
  expect((await api('DELETE', `/${kept.id}`, supervisor)).status).toBe(404);
  expect((await api('DELETE', `/${kept.id}`, agent)).status).toBe(204);
  expect((await api('GET', '', agent)).json.items).toEqual([]);
});

test('of twenty views none is pushed out: one more is refused', async () => {
  for (let no = 0; no < 20; no += 1)
    expect((await api('POST', '', supervisor, { ...view, name: `View ${no}` })).status).toBe(200);
  const refused = await api('POST', '', supervisor, { ...view, name: 'One more' });
  expect([refused.status, refused.json.error.code]).toEqual([429, 'QUOTA_EXCEEDED']);
  expect((await api('POST', '', supervisor, { ...view, name: 'View 7', tag: '' })).status).toBe(200);
  expect((await api('GET', '', supervisor)).json.items).toHaveLength(20);
});

test('an invalid view is refused, and the error names its field', async () => {
  const wrong: [object, string | undefined][] = [
    [{ ...view, name: ' ' }, 'name'],
    [{ ...view, name: 'n'.repeat(41) }, 'name'],
    [{ ...view, sort: 'by luck' }, 'sort'],
    [{ ...view, home: 'h'.repeat(301) }, 'home'],
    [{ ...view, tag: { $gt: '' } }, 'tag'],
  ];
  for (const [body, field] of wrong) {
    const { status, json } = await api('POST', '', agent, body);
    expect([status, json.error.code, json.error.field]).toEqual([400, 'VALIDATION_FAILED', field]);
  }
  expect((await api('POST', '', agent, { ...view, more: 1 })).status).toBe(400);
  const { sort, ...unsorted } = view;
  expect((await api('POST', '', agent, unsorted)).status).toBe(400);
});

const people = (method: string, path: string, token: string, body?: unknown) =>
  hub.call(method, `/api/v1/people-views${path}`, { token, ...(body === undefined ? {} : { body }) });
const hot = { name: 'Hot and quiet', temperature: 'hot', quietDays: 7, mine: 'true', tag: 'vip', sort: 'score' };

test('a view of the people is kept for oneself, apart from those of the inbox', async () => {
  const inbox = (await api('POST', '', agent, { ...view, name: hot.name })).json;
  const kept = (await people('POST', '', agent, hot)).json;
  expect(kept).toEqual({ ...hot, id: expect.any(String) });
  expect((await people('GET', '', agent)).json.items).toEqual([kept]);
  expect((await people('GET', '', supervisor)).json.items).toEqual([]);
  const other = (await people('POST', '', agent, { name: hot.name, sort: 'recent' })).json;
  expect((await people('GET', '', agent)).json.items).toEqual([{ name: hot.name, sort: 'recent', id: other.id }]);
  expect((await people('DELETE', `/${kept.id}`, supervisor)).status).toBe(404);
  expect((await people('DELETE', `/${kept.id}`, agent)).status).toBe(204);
  expect((await people('GET', '', agent)).json.items).toEqual([]);
  expect((await api('DELETE', `/${inbox.id}`, agent)).status).toBe(204);
});

test('twenty views of the people are as many as one person keeps', async () => {
  for (let no = 0; no < 20; no += 1)
    expect((await people('POST', '', supervisor, { ...hot, name: `View ${no}` })).status).toBe(200);
  const refused = await people('POST', '', supervisor, hot);
  expect([refused.status, refused.json.error.code]).toEqual([429, 'QUOTA_EXCEEDED']);
});

test('a view of the people takes what the list takes, and no words to search', async () => {
  const wrong: [object, string | undefined][] = [
    [{ ...hot, name: ' ' }, 'name'],
    [{ ...hot, name: 'n'.repeat(41) }, 'name'],
    [{ ...hot, sort: 'name' }, 'sort'],
    [{ ...hot, quietDays: 0 }, 'quietDays'],
    [{ ...hot, temperature: 'boiling' }, 'temperature'],
    [{ ...hot, tag: { $gt: '' } }, 'tag'],
    [{ ...hot, mine: true }, 'mine'],
  ];
  for (const [body, field] of wrong) {
    const { status, json } = await people('POST', '', agent, body);
    expect([status, json.error.code, json.error.field]).toEqual([400, 'VALIDATION_FAILED', field]);
  }
  expect((await people('POST', '', agent, { ...hot, q: 'Ana' })).status).toBe(400);
});
