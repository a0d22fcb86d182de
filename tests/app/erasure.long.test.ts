import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { readDatabaseRecord } from '../../src/app/embedded/databaseRecord.ts';
import { serverUrl } from '../../src/app/embedded/pingServer.ts';
import { joinDatabase, provideDatabase } from '../../src/app/embedded/provideDatabase.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { demoPerson } from '../gateway/people.ts';
import { runAdmin, startAdmin } from '../support/adminProcess.ts';
import { type HubClient, openVisitor, signIn, uploadFile } from '../support/hubClient.ts';
import { startHubProcess } from '../support/hubProcess.ts';
import { demoPassword, openHub } from '../support/openHub.ts';
import { smallPdf } from '../support/sampleFiles.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

const canary = 'quokkacanary';
let dataDir: string;
const embedded = () => ({ dataDir, env: process.env, log: silentLogger, say: () => {} });

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hub-erasure-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** A talk with the canary in words, answer, reason and streams, and the ids of its streams. */
async function talk(
  url: string,
): Promise<{ agent: HubClient; boss: HubClient; conversationId: string; streams: string[] }> {
  const [agent, boss] = [await demoPerson(url, 'agent'), await demoPerson(url, 'supervisor')];
  const visitor = await openVisitor(url);
  const { conversationId } = visitor;
  await agent.send('conversation-open', { conversationId });
  await visitor.command('chat-send', { text: `I am ${canary} and want to buy, budget 450k` });
  await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  const { token } = visitor.session;
  const file = await uploadFile(url, token, smallPdf(canary), `${canary}.pdf`);
  await visitor.command('chat-send', { attachments: [file] });
  const { streamId } = await agent.command('qualify-start', { conversationId });
  await agent.command('ask-start', { conversationId, question: `What about ${canary}?` });
  await agent.untilEntry('answer-created');
  await agent.until('stream-end', (end) => end.streamId === streamId);
  await boss.command('monitor-start', { conversationId, mode: 'silent', reason: canary });
  visitor.close();
  const opened = agent.all('stream-start').map(({ streamId: id }) => id);
  return { agent, boss, conversationId, streams: opened };
}

const synced = (client: HubClient, streams: readonly string[]) =>
  Promise.all(
    streams.map(async (streamId) => {
      const ack = await client.emit('stream-sync', { streamId, attempt: 1, length: 0 });
      return ack.ok ? 'readable' : ack.error.code;
    }),
  );

async function withClient<T>(url: string, use: (client: mongoose.mongo.MongoClient) => Promise<T>): Promise<T> {
  const client = new mongoose.mongo.MongoClient(url);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

/** Collections of any database, the server's own too, in which the canary stands. */
const collectionsWith = (url: string, word: string) =>
  withClient(url, async (client) => {
    const found: string[] = [];
    const names = (await client.db('admin').admin().listDatabases()).databases.map(({ name }) => name);
    for (const name of new Set([...names, 'local'])) {
      const collections = (await client.db(name).listCollections().toArray()).map((info) => info.name);
      for (const collection of new Set([...collections, ...(name === 'local' ? ['oplog.rs'] : [])])) {
        const rows = await client.db(name).collection(collection).find().toArray();
        if (JSON.stringify(rows).includes(word)) found.push(`${name}.${collection}`);
      }
    }
    return found;
  });

async function filesWith(dir: string, word: string): Promise<string[]> {
  const found: string[] = [];
  for (const file of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (file.isFile() && (await readFile(path)).includes(word)) found.push(path);
  }
  return found;
}

const leadOf = (url: string, conversationId: string) =>
  withClient(url, async (client) => {
    const row = await client
      .db()
      .collection('conversations')
      .findOne({ _id: conversationId as never });
    return ['--tenant', String(row?.tenantId), '--lead', String(row?.leadId)];
  });

it('S77: after lead-delete and compact the words are in no collection, stream, search, oplog or file, and the rest stands', async () => {
  const env = { HUB_DATA_DIR: dataDir, MONGODB_URL: '', REDIS_URL: '' };
  const hub = await startHubProcess(env);
  const { url } = await joinDatabase(embedded());
  const { agent, boss, conversationId, streams } = await talk(hub.url);
  expect(streams.length).toBeGreaterThan(1);
  expect(new Set(await synced(agent, streams))).toEqual(new Set(['readable']));
  const before = await collectionsWith(url, canary);
  expect(before).toEqual(expect.arrayContaining(['hub.entries', 'hub.audits', 'hub.turns', 'hub.files']));
  const isSecantus = readDatabaseRecord(dataDir)?.engine === 'secantus';
  expect(before.includes('local.oplog.rs')).toBe(!isSecantus);
  const { accessToken } = await signIn(hub.url, 'agent@demo.example', demoPassword);
  const found = async () => {
    const headers = { authorization: `Bearer ${accessToken}` };
    const answer = await fetch(`${hub.url}/api/v1/search?q=${canary}`, { headers });
    return ((await answer.json()) as { items: unknown[] }).items.length;
  };
  expect(await found()).toBe(2);

  const done = await runAdmin(env, 'lead-delete', ...(await leadOf(url, conversationId)), '--by', 'Ana Ruiz');
  expect(done, done.err).toMatchObject({ code: 0, out: expect.stringContaining('run: npm run admin -- compact') });
  expect(new Set(await synced(agent, streams))).toEqual(new Set(['NOT_FOUND']));
  expect(await found()).toBe(0);
  // A mongod cannot be told to drop its oplog; `compact` begins another.
  const left = await collectionsWith(url, canary);
  expect(left.filter((name) => isSecantus || name !== 'local.oplog.rs')).toEqual([]);
  expect(await runAdmin(env, 'compact')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/^A hub \(pid \d+\) is using this data\. Stop it first, then compact\.\n$/),
  });
  agent.close();
  boss.close();
  await hub.stop();

  // MongoDB compresses its blocks, so only here can be seen that the search finds what is there.
  if (isSecantus) expect(await filesWith(dataDir, canary)).not.toEqual([]);
  const compacted = await runAdmin(env, 'compact');
  expect(compacted, compacted.err).toMatchObject({
    code: 0,
    out: expect.stringMatching(/Rewrote \d+ documents/),
  });
  expect(await filesWith(dataDir, canary)).toEqual([]);
  expect(await readdir(dataDir)).not.toContain('compacting');

  const again = await startHubProcess(env);
  const person = await demoPerson(again.url, 'agent');
  await person.send('conversation-open', { conversationId });
  person.close();
  expect(await collectionsWith((await joinDatabase(embedded())).url, canary)).toEqual([]);
  await again.stop();
});

it('S77: streams that nodes share are forgotten on every node', async () => {
  const [mongodbUrl, redisUrl] = [uniqueDatabaseUrl(inject('mongodbUrl')), inject('redisUrl')];
  await using one = await openHub({ mongodbUrl, redisUrl });
  await using other = await openHub({ mongodbUrl, redisUrl });
  const { agent, boss, conversationId, streams } = await talk(one.url);
  const there = await demoPerson(other.url, 'agent2');
  expect(new Set(await synced(there, streams))).toEqual(new Set(['readable']));
  const redis = new Redis(redisUrl);
  const texts = () =>
    Promise.all(streams.map((id) => redis.exists(`hub:stream:{${id}}:text`, `hub:stream:{${id}}:meta`)));
  const kept = await texts();
  expect(kept).toContain(2);
  // One that was stopped before its first word has no text.
  expect(kept).not.toContain(0);
  const lead = await leadOf(mongodbUrl, conversationId);
  const done = await runAdmin(
    { MONGODB_URL: mongodbUrl, REDIS_URL: redisUrl },
    'lead-delete',
    ...lead,
    '--by',
    'Ana Ruiz',
  );
  expect(done, done.err).toMatchObject({ code: 0, out: expect.stringContaining('compact: name') });
  expect(new Set(await texts())).toEqual(new Set([0]));
  for (const client of [agent, there]) expect(new Set(await synced(client, streams))).toEqual(new Set(['NOT_FOUND']));
  redis.disconnect();
  for (const client of [agent, boss, there]) client.close();
});

/** Every type that a number can have, and an index of each kind that the hub uses. */
async function fill(url: string, count: number): Promise<void> {
  await withClient(url, async (client) => {
    const kept = client.db().collection('kept');
    const { Long, Double, Int32 } = mongoose.mongo;
    const rows = Array.from({ length: count }, (_, n) => ({
      n: new Int32(n),
      long: Long.fromNumber(n),
      double: new Double(n),
      at: new Date(n),
      words: 'x'.repeat(500),
    }));
    await kept.insertMany(rows);
    await kept.createIndex({ n: 1 }, { unique: true });
    await kept.createIndex({ at: 1 }, { expireAfterSeconds: 2_000_000_000 });
    await kept.createIndex({ 'a.b': 1, n: -1 });
  });
}
const state = (url: string) =>
  withClient(url, async (client) => {
    const kept = client.db().collection('kept');
    const rows = await kept.find({}, { promoteValues: false }).sort({ _id: 1 }).toArray();
    const indexes = (await kept.indexes()).map(({ ns: _, ...index }) => JSON.stringify(index)).sort();
    return { rows: mongoose.mongo.BSON.EJSON.stringify(rows, { relaxed: false }), indexes };
  });

it('a compacted database has the same documents, types and indexes, and nothing is left beside it', async () => {
  const old = await provideDatabase(embedded());
  await fill(old.url, 1200);
  const before = await state(old.url);
  expect(await old.compact()).toBe(1200);
  await old.stop();
  const fresh = await provideDatabase(embedded());
  expect(await state(fresh.url)).toEqual(before);
  await fresh.stop();
  const kind = readDatabaseRecord(dataDir)?.engine ?? '';
  expect((await readdir(dataDir)).sort()).toEqual(['database.json', 'database.key', 'database.log', kind].sort());
});

it('a compaction that is killed at any point leaves the old data or the new', async () => {
  const old = await provideDatabase(embedded());
  await fill(old.url, 3000);
  const before = await state(old.url);
  await old.stop();
  const fresh = join(dataDir, 'compacting');
  const copiedSome = async () => {
    const { port, password } = readDatabaseRecord(fresh) ?? {};
    if (port === undefined || password === undefined) return false;
    return (
      (await withClient(serverUrl(port, password), (client) => client.db().collection('kept').countDocuments())) > 0
    );
  };
  const moments = [
    async () => existsSync(fresh),
    async () => readDatabaseRecord(fresh)?.password !== undefined,
    () => copiedSome().catch(() => false),
  ];
  for (const [index, come] of moments.entries()) {
    const child = startAdmin({ HUB_DATA_DIR: dataDir, MONGODB_URL: '', REDIS_URL: '' }, 'compact');
    const exit = once(child, 'exit');
    await expect.poll(come, { interval: 2, timeout: 60_000 }).toBe(true);
    child.kill('SIGKILL');
    expect(await exit, `moment ${index}`).toEqual([null, 'SIGKILL']);
    const database = await provideDatabase(embedded());
    expect(await state(database.url)).toEqual(before);
    await database.stop();
    expect(existsSync(fresh)).toBe(false);
  }
});

it('a compaction that is killed between its renames is finished by the next start', async () => {
  const old = await provideDatabase(embedded());
  await fill(old.url, 10);
  const before = await state(old.url);
  await old.stop();
  const kind = readDatabaseRecord(dataDir)?.engine ?? '';
  const at = (...names: string[]) => join(dataDir, ...names);
  const start = async () => {
    const database = await provideDatabase(embedded());
    expect(await state(database.url)).toEqual(before);
    await database.stop();
    for (const name of ['compacting', 'replaced']) expect(existsSync(at(name)), name).toBe(false);
  };
  const makeFresh = async () => {
    await mkdir(at('compacting'));
    await cp(at(kind), at('compacting', kind), { recursive: true });
    await cp(at('database.json'), at('compacting', 'database.json'));
  };
  // Not all copied yet: a part is worth nothing.
  await makeFresh();
  await rm(at('compacting', kind, (await readdir(at(kind)))[0] ?? ''), { recursive: true });
  await start();
  // The old put aside, the new not yet in its place.
  await makeFresh();
  await rename(at(kind), at('replaced'));
  await start();
  // In its place, the old not yet all gone.
  await makeFresh();
  await rename(at(kind), at('replaced'));
  await rename(at('compacting', kind), at(kind));
  await rm(at('replaced', (await readdir(at('replaced')))[0] ?? ''), { recursive: true });
  await start();
  expect((await stat(at(kind))).isDirectory()).toBe(true);
});
