import type { Connection } from 'mongoose';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { adoptOldTimes } from '../../src/adapters/mongo/adoptOldTimes.ts';
import { appointmentModel } from '../../src/adapters/mongo/appointmentStore.ts';
import { connectMongo } from '../../src/adapters/mongo/connectMongo.ts';
import { conversationModel } from '../../src/adapters/mongo/conversationRow.ts';
import { createMongoConversationStore } from '../../src/adapters/mongo/conversationStore.ts';
import { createMongoJobStore, jobModel } from '../../src/adapters/mongo/jobStore.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { aConversation } from '../suites/conversationStoreSuite.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

const { signal } = new AbortController();

/** A database as nodes of the version before leave it. */
let mongo: Awaited<ReturnType<typeof connectMongo>>;
beforeAll(async () => {
  mongo = await connectMongo(uniqueDatabaseUrl(inject('mongodbUrl')), { log: silentLogger });
  for (const modelOn of [conversationModel, appointmentModel, jobModel])
    await modelOn(mongo.connection).createIndexes();
  const conversations = mongo.connection.collection('conversations');
  await conversations.createIndex({ paused: 1, pausedUntil: 1 });
  await conversations.createIndex({ waits: 1, judgeWaitAt: 1 });
  await conversations.createIndex({ listens: 1, quietAt: 1 });
  await mongo.connection.collection('appointments').createIndex({ looks: 1, lookAt: 1 });
});
afterEach(async () => {
  for (const name of ['conversations', 'appointments', 'jobs']) await mongo.connection.collection(name).deleteMany({});
});
afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.close();
});
const times = { paused: false, waits: false, judgeWaitAt: null, listens: false, quietAt: null };

async function anOldTalk(
  connection: Connection,
  old: Record<string, unknown>,
): Promise<{ id: string; tenantId: string }> {
  const { id, tenantId } = aConversation();
  await createMongoConversationStore(connection).openFor({ ...aConversation(), id, tenantId });
  const conversations = connection.collection<{ _id: string }>('conversations');
  await conversations.updateOne({ _id: id }, { $set: { ...times, ...old } });
  return { id, tenantId };
}
async function jobsOf(connection: Connection): Promise<unknown[]> {
  const rows = await connection.collection('jobs').find({}).toArray();
  return rows.map(({ kind, about, at, conversationId }) => [kind, about, at, conversationId]).toSorted();
}

it('times that an earlier version kept in conversations and appointments become jobs, once, however often it is looked', async () => {
  const { connection } = mongo;
  const paused = await anOldTalk(connection, { paused: true, pausedUntil: 50, listens: true, quietAt: 900 });
  const waits = await anOldTalk(connection, { waits: true, judgeWaitAt: 70 });
  await anOldTalk(connection, { quietAt: 900 });
  const appointment = { _id: 'a1', tenantId: 't', conversationId: waits.id, looks: true, lookAt: 80 };
  const past = { ...appointment, _id: 'a2', looks: false };
  const appointments = connection.collection<{ _id: string; tenantId: string }>('appointments');
  for (const one of [appointment, past]) await appointments.insertOne(one);
  expect(await adoptOldTimes(connection, { drop: false, signal })).toBe(4);
  const jobs = await jobsOf(connection);
  expect(jobs).toEqual(
    [
      ['pause', paused.id, 50, paused.id],
      ['quiet', paused.id, 900, paused.id],
      ['wait', waits.id, 70, waits.id],
      ['appointment', 'a1', 80, waits.id],
    ].toSorted(),
  );
  expect(await adoptOldTimes(connection, { drop: false, signal })).toBe(0);
  expect(await jobsOf(connection)).toEqual(jobs);
});

it('a node of the earlier version goes on beside: times it sets later become jobs too, and it reads the rest', async () => {
  const { connection } = mongo;
  const talk = await anOldTalk(connection, { listens: true, quietAt: 900 });
  await adoptOldTimes(connection, { drop: false, signal });
  await connection
    .collection<{ _id: string }>('conversations')
    .updateOne({ _id: talk.id }, { $set: { waits: true, judgeWaitAt: 40, listens: true, quietAt: 1900 } });
  expect(await adoptOldTimes(connection, { drop: false, signal })).toBe(2);
  expect(await jobsOf(connection)).toEqual([
    ['quiet', talk.id, 900, talk.id],
    ['wait', talk.id, 40, talk.id],
  ]);
  const found = await createMongoConversationStore(connection).find(talk.tenantId, talk.id);
  expect(Object.keys(found ?? {})).not.toEqual(expect.arrayContaining(['waits']));
  expect(found).toMatchObject({ id: talk.id, pausedUntil: null });
});

it('more than one page is adopted, and with the last of the old nodes their indexes go', async () => {
  const { connection } = mongo;
  const rows = Array.from({ length: 120 }, (_, n) => ({
    _id: `c${n}`,
    tenantId: 't',
    openKey: `t:${n}`,
    listens: true,
    quietAt: n,
  }));
  await connection.collection<{ _id: string }>('conversations').insertMany(rows);
  const store = createMongoJobStore(connection);
  expect(await adoptOldTimes(connection, { drop: true, signal })).toBe(120);
  expect(await store.count('t', 1_000)).toBe(120);
  const names = (await connection.collection('conversations').indexes()).map(({ name }) => name);
  expect(names).not.toEqual(expect.arrayContaining(['listens_1_quietAt_1']));
  expect(await adoptOldTimes(connection, { drop: true, signal })).toBe(0);
});
