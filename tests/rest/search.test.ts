import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAppender } from '../../src/features/conversations/log/appendEntry.ts';
import { createFolds } from '../../src/features/conversations/log/folds.ts';
import type { Conversation } from '../../src/features/conversations/model.ts';
import { indexEntry } from '../../src/features/search/indexEntry.ts';
import { reindex } from '../../src/features/search/reindex.ts';
import { keysOf } from '../../src/features/search/rules.ts';
import { newId } from '../../src/kernel/ids.ts';
import { silentMeter } from '../../src/kernel/observe.ts';
import { noJobs } from '../support/noJobs.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let tenantId: string;
let token: string;
let foreign: string;
let now = 1_750_000_000_000;
let talk: Conversation;
let indexing = true;
let append: (conversation: Conversation, text: string, note?: boolean) => Promise<void>;

beforeAll(async () => {
  hub = await startRest();
  const [own, other] = [await hub.addTenant('Own'), await hub.addTenant('Other')];
  tenantId = own.tenantId;
  token = (await hub.signIn(own.emailOf('agent'))).accessToken;
  foreign = (await hub.signIn(other.emailOf('admin'))).accessToken;
  const parts = {
    ...hub.stores,
    wakeups: { publish: () => {}, subscribe: () => () => {} },
    clock: { now: () => now, after: () => () => {} },
  };
  const appender = createAppender({
    ...parts,
    folds: createFolds(parts),
    jobs: noJobs,
    meter: silentMeter,
    settledBy: () => null,
    written: {
      tell: ({ tenantId: tenant, entry }) => void (indexing && indexEntry(hub.stores.search, tenant, entry)),
    },
  });
  append = async (conversation, text, note = false) => {
    now += 60_000;
    const place = { tenantId: conversation.tenantId, conversationId: conversation.id };
    const actor = { kind: 'visitor', id: 'v' } as const;
    if (note) await appender.append(place, { type: 'note-created', data: { text }, actor, onceKey: newId() });
    else {
      const data = { messageId: newId(), text, channel: 'widget', language: 'en' } as const;
      await appender.append(place, { type: 'message-created', data, actor, onceKey: newId() });
    }
  };
  talk = await hub.addConversation(tenantId);
  const second = await hub.addConversation(tenantId);
  await append(talk, 'Is there a Swimming-Pool behind the café?');
  await append(second, 'We need a pool table');
  await append(talk, 'swim lessons, maybe', true);
  await append(await hub.addConversation(other.tenantId), 'Another pool, of others');
});
afterAll(() => hub.stop());

const find = async (q: string, as = token, limit = 20) =>
  (await hub.call('GET', `/api/v1/search?q=${encodeURIComponent(q)}&limit=${limit}`, { token: as })).json.items;
const lines = async (q: string, as = token) => (await find(q, as)).map(({ line }: { line: string }) => line);

test('finds lines by the beginnings of their words, newest first, in both logs and without accents', async () => {
  expect(await lines('po')).toEqual(['We need a pool table', 'Is there a Swimming-Pool behind the café?']);
  expect(await lines('SWIM')).toEqual(['swim lessons, maybe', 'Is there a Swimming-Pool behind the café?']);
  expect(await lines('cafe')).toEqual(['Is there a Swimming-Pool behind the café?']);
  expect(await lines('pool swim')).toEqual(['Is there a Swimming-Pool behind the café?']);
  expect(await lines('ool')).toEqual([]);
  expect(await lines('a')).toEqual([]);
  expect(await find('lesson')).toMatchObject([{ conversationId: talk.id, log: 'internal', seq: 1 }]);
  expect(await find('pool', token, 1)).toHaveLength(1);
});

test('another brokerage’s words are not there', async () => {
  expect(await lines('others')).toEqual([]);
  expect(await lines('pool', foreign)).toEqual(['Another pool, of others']);
});

test('a search is bounded in length and count, and needs a signed-in user', async () => {
  const codeOf = async (query: string) =>
    (await hub.call('GET', `/api/v1/search?${query}`, { token })).json.error?.code;
  expect(await codeOf('q=')).toBe('VALIDATION_FAILED');
  expect(await codeOf(`q=${'x'.repeat(201)}`)).toBe('VALIDATION_FAILED');
  expect(await codeOf('q=pool&limit=51')).toBe('VALIDATION_FAILED');
  expect((await hub.call('GET', '/api/v1/search?q=pool')).json.error.code).toBe('AUTH_REQUIRED');
});

test('a line that was lost on the way is found after indexing anew, a name too, and again is harmless', async () => {
  indexing = false;
  await append(talk, 'A detached garage would be lovely');
  indexing = true;
  await hub.stores.conversations.markRow(tenantId, talk.id, { vouchedName: 'Ashby Hollow' });
  expect(await lines('garage')).toEqual([]);
  const deps = { ...hub.stores, clock: { now: () => now, after: () => () => {} } };
  for (const _ of [1, 2]) await reindex(deps, tenantId);
  expect(await lines('garage')).toEqual(['A detached garage would be lovely']);
  expect(await find('ash')).toMatchObject([{ conversationId: talk.id, name: 'Ashby Hollow', seq: 0 }]);
});

test('a long text is bounded by its words, and shows the part with the hit', async () => {
  const words = Array.from({ length: 2_000 }, (_, at) => `word${at}`).join(' ');
  expect(keysOf(words).length).toBeLessThan(81 * 9);
  await append(talk, `${'far away '.repeat(40)}lighthouse ${'and on '.repeat(40)}`);
  const [line] = await lines('light');
  expect(line).toMatch(/^….*lighthouse.*…$/);
  expect(line.length).toBeLessThan(165);
});
