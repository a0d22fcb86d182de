import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { BoardFields } from '../../src/features/conversations/model.ts';
import { newId } from '../../src/kernel/ids.ts';
import { readCsv } from '../../src/kernel/readCsv.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

/* Costs about 1 s: one hub on memory stores. */

let hub: RunningRest;
let tenantId: string;
let emailOf: (role: 'agent' | 'supervisor' | 'admin') => string;
const start = 1_750_000_000_000;

beforeAll(async () => {
  hub = await startRest();
  const own = await hub.addTenant(newId());
  tenantId = own.tenantId;
  emailOf = own.emailOf;
  for (let n = 0; n < 130; n += 1) await talkAt(n, { leadName: `Person ${n}`, temperature: n < 3 ? 'hot' : 'cold' });
  await talkAt(200, { leadName: '=HYPERLINK("http://evil.example")', temperature: 'hot' });
});
afterAll(() => hub.stop());

const talkAt = (minutes: number, board: Partial<BoardFields>) =>
  hub.addConversation(tenantId, { board: { lastAt: start + minutes * 60_000, ...board } as BoardFields });

async function exported(role: 'agent' | 'supervisor', query = ''): Promise<Response> {
  const { accessToken } = await hub.signIn(emailOf(role));
  const headers = { authorization: `Bearer ${accessToken}`, accept: 'text/csv' };
  return fetch(`${hub.url}/api/v1/leads${query}`, { headers });
}

test('a supervisor takes all people who pass the filters as a CSV, each once, and it is on record', async () => {
  const noted = vi.spyOn(hub.stores.audit, 'add');
  const answer = await exported('supervisor');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const [head, ...rows] = readCsv(await answer.text()).rows.map(({ cells }) => cells);
  expect(head?.slice(0, 3)).toEqual(['name', 'phone', 'email']);
  expect(rows).toHaveLength(131);
  expect(new Set(rows.map(([name]) => name)).size).toBe(131);
  expect(rows[0]?.[0]).toBe(`'=HYPERLINK("http://evil.example")`);
  const hot = readCsv(await (await exported('supervisor', '?temperature=hot')).text()).rows;
  expect(hot).toHaveLength(1 + 4);
  expect(noted.mock.calls.map(([{ action, reason }]) => [action, reason])).toEqual([
    ['people-export', 'everyone'],
    ['people-export', 'temperature'],
  ]);
});

test('the file has the order that is asked for', async () => {
  await talkAt(-100, { leadName: 'Best of all', score: 97.5, temperature: 'hot' });
  const { rows } = readCsv(await (await exported('supervisor', '?sort=score&temperature=hot')).text());
  const names = rows.map(({ cells }) => cells[0]);
  expect(names[1]).toBe('Best of all');
  expect(names).toHaveLength(1 + 5);
  expect(rows[1]?.cells[(rows[0]?.cells ?? []).indexOf('score_of_100')]).toBe('97.5');
});

test('tags are named as the brokerage calls them now, and those off its list are left out', async () => {
  const { accessToken: token } = await hub.signIn(emailOf('admin'));
  const { json } = await hub.call('GET', '/api/v1/settings', { token });
  const body = { version: json.version, change: { tags: [{ id: 'vip', name: 'Very important', colour: 'red' }] } };
  expect((await hub.call('PUT', '/api/v1/settings', { token, body })).status).toBe(200);
  await talkAt(-200, { leadName: 'Tagged', tags: ['gone', 'vip'] });
  const [head, ...rows] = readCsv(await (await exported('supervisor', '?tag=vip')).text()).rows.map(
    ({ cells }) => cells,
  );
  expect(rows.map(([name]) => name)).toEqual(['Tagged']);
  expect(rows[0]?.[(head ?? []).indexOf('tags')]).toBe('Very important');
});

test('an agent cannot take the list away', async () => {
  const answer = await exported('agent');
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ error: { code: 'FORBIDDEN' } });
});

test('changes since a time are no CSV', async () => {
  expect((await exported('supervisor', '?since=2026-01-01T00:00:00Z')).status).toBe(400);
});

test('somebody who writes while the list is made is in it all the same', async () => {
  const { leadId } = await talkAt(-1, { leadName: 'Late Writer' });
  const { conversations } = hub.stores;
  const list = conversations.list.bind(conversations);
  vi.spyOn(conversations, 'list').mockImplementationOnce(async (...asked) => {
    const page = await list(...asked);
    // The first page is read: from here on, they stand before it.
    await hub.addConversation(tenantId, {
      leadId,
      board: { lastAt: Date.now() + 60_000, leadName: 'Late Writer' } as BoardFields,
    });
    return page;
  });
  const rows = readCsv(await (await exported('supervisor')).text()).rows.map(({ cells }) => cells[0]);
  expect(rows.filter((name) => name === 'Late Writer')).toHaveLength(1);
});

test('a brokerage takes its list ten times an hour', async () => {
  const own = await hub.addTenant(newId());
  const take = async (role: 'supervisor' | 'admin') => {
    const { accessToken } = await hub.signIn(own.emailOf(role));
    const headers = { authorization: `Bearer ${accessToken}`, accept: 'text/csv' };
    return (await fetch(`${hub.url}/api/v1/leads`, { headers })).status;
  };
  for (let count = 0; count < 5; count += 1)
    expect([await take('supervisor'), await take('admin')]).toEqual([200, 200]);
  expect(await take('supervisor')).toBe(429);
});
