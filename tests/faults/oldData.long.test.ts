import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openMongoStores, type Stores } from '../../src/app/stores.ts';
import type { Conversation } from '../../src/features/conversations/model.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { demoPerson, tokenOf } from '../gateway/people.ts';
import { runAdmin } from '../support/adminProcess.ts';
import { type HubProcess, startHubProcess } from '../support/hubProcess.ts';
import { checkRows } from '../support/replayHub.ts';
import { uniqueDatabaseUrl, untilReached } from '../support/servers.ts';

/**
 * All collections with their indexes as a hub of the first version left them when it was killed: before marks stood on entries,
 * before there were jobs, and when every change wrote its own row.
 */
interface OldData {
  talks: Record<string, string>;
  collections: Record<
    string,
    { rows: { _id: string }[]; indexes: { name: string; key: Record<string, 1>; v?: number }[] }
  >;
}

const url = uniqueDatabaseUrl(inject('mongodbUrl'));
let old: OldData;
let hub: HubProcess;
let stores: Stores;
beforeAll(async () => {
  const packed = await readFile(join(import.meta.dirname, '../fixtures/oldData.json.gz'));
  old = mongoose.mongo.BSON.EJSON.parse(gunzipSync(packed).toString()) as OldData;
  const connection = await mongoose.createConnection(url).asPromise();
  for (const [name, { rows, indexes }] of Object.entries(old.collections)) {
    const collection = connection.collection<{ _id: string }>(name);
    if (rows.length > 0) await collection.insertMany(rows);
    const own = indexes.filter((index) => index.name !== '_id_');
    if (own.length > 0) await collection.createIndexes(own.map(({ v: _, ...index }) => index));
  }
  await connection.close();
  hub = await startHubProcess({ MONGODB_URL: url, HUB_SECRET: 'a secret that stays where it is, 0123456789' });
  stores = await untilReached(() => openMongoStores(url, silentLogger));
});
afterAll(async () => {
  await hub?.stop();
  await stores?.close();
  const connection = await mongoose.createConnection(url).asPromise();
  await connection.dropDatabase();
  await connection.close();
});

const talk = (name: string): string => old.talks[name] ?? '';
const tenantId = (): string => String(old.collections.tenants?.rows[0]?._id);
const find = async (name: string): Promise<Conversation> => {
  const conversation = await stores.conversations.find(tenantId(), talk(name));
  if (conversation === null) throw new Error(`${name} is gone`);
  return conversation;
};
const entriesOf = (name: string, log: 'public' | 'internal') => stores.entries.read(talk(name), log, 1, 10_000, 1000);

it('every entry of an earlier version is read as it was written', async () => {
  const rows = (old.collections.entries?.rows ?? []) as unknown as {
    conversationId: string;
    log: string;
    seq: number;
    data: unknown;
  }[];
  expect(rows.length).toBeGreaterThan(80);
  for (const name of Object.keys(old.talks)) {
    const before = rows.filter(({ conversationId }) => conversationId === talk(name)).length;
    const now = [...(await entriesOf(name, 'public')), ...(await entriesOf(name, 'internal'))];
    expect(now.length).toBeGreaterThanOrEqual(before);
  }
  const agent = await demoPerson(hub.url, 'agent');
  for (const name of Object.keys(old.talks)) await agent.send('conversation-open', { conversationId: talk(name) });
  agent.close();
});

it('a message that was left unanswered is answered, and one that a pause held is answered when the pause is over', async () => {
  for (const name of ['owed', 'paused']) {
    const last = async () =>
      (await entriesOf(name, 'public')).findLast(({ type }) => type === 'message-created')?.actor.kind;
    await expect.poll(last, { timeout: 90_000 }).toBe('bot');
  }
});

it('a booked appointment stays booked', async () => {
  const ids = old.collections.appointments?.rows.map(({ _id }) => _id) ?? [];
  expect(ids).toHaveLength(1);
  for (const id of ids) expect(await stores.appointments.find(tenantId(), id)).toMatchObject({ state: 'booked' });
});

it('speakers, waits, opt-outs and closed conversations stay as they were; people sign in and answer', async () => {
  const modes = async (name: string) => (await find(name)).mode;
  expect(await modes('human')).toBe('human');
  expect(await modes('waiting')).toBe('waiting');
  expect(await modes('closed')).toBe('closed');
  const agent = await demoPerson(hub.url, 'agent');
  await agent.send('conversation-open', { conversationId: talk('human') });
  await agent.command('message-send', { conversationId: talk('human'), text: 'Yes, dogs are fine.' });
  agent.close();
  expect((await entriesOf('human', 'public')).at(-1)?.data).toMatchObject({ text: 'Yes, dogs are fine.' });
});

it('words of then are found, and every row that is written anew is what its logs say', async () => {
  const headers = { authorization: `Bearer ${await tokenOf(hub.url, 'agent')}` };
  const found = await fetch(`${hub.url}/api/v1/search?q=Whitfield`, { headers });
  const { items } = (await found.json()) as { items: { conversationId: string }[] };
  expect(new Set(items.map(({ conversationId }) => conversationId))).toEqual(new Set([talk('answered')]));
  // A row is brought over when its talk goes on; this brings over all.
  expect(await runAdmin({ MONGODB_URL: url }, 'board-rebuild')).toMatchObject({ code: 0, err: '' });
  await expect.poll(() => checkRows(stores).then(() => 'right', String), { timeout: 45_000 }).toBe('right');
});
