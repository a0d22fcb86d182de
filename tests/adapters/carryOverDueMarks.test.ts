import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { buildIndexes } from '../../src/adapters/mongo/buildIndexes.ts';
import { carryOverDueMarks } from '../../src/adapters/mongo/carryOverDueMarks.ts';
import { connectMongo, type Mongo } from '../../src/adapters/mongo/connectMongo.ts';
import { createMongoConversationStore } from '../../src/adapters/mongo/conversationStore.ts';
import { createMongoEntryStore } from '../../src/adapters/mongo/entryStore.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { aConversation } from '../suites/conversationStoreSuite.ts';
import { anEntry } from '../suites/entryStoreSuite.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

let mongo: Mongo;
beforeAll(async () => {
  mongo = await connectMongo(uniqueDatabaseUrl(inject('mongodbUrl')), { log: silentLogger });
  await buildIndexes(mongo.connection);
});
afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.close();
});

it('words left unanswered by a version with due marks are found, even while it runs beside this one', async () => {
  const conversations = createMongoConversationStore(mongo.connection);
  const entries = createMongoEntryStore(mongo.connection);
  const { conversation } = await conversations.openFor(aConversation());
  const { conversation: done } = await conversations.openFor(aConversation());
  for (const { id } of [conversation, done]) for (const seq of [1, 2]) await entries.insert(anEntry(id, seq));
  const raw = mongo.connection.collection<{ _id: string }>('conversations');
  const due = { since: 1, at: 2, count: 1 };
  await raw.updateOne({ _id: conversation.id }, { $set: { due, dueCount: 3, hasDue: true } });
  const { signal } = new AbortController();
  for (const drop of [false, true]) {
    await carryOverDueMarks(mongo.connection, 7, { drop, signal });
    const owed = await entries.listOwed(10, 10);
    expect(owed.map(({ entry, at }) => [entry.conversationId, entry.seq, at])).toEqual([[conversation.id, 2, 7]]);
    const { dueCount } = (await raw.findOne({ _id: conversation.id })) as unknown as { dueCount?: number };
    expect(dueCount).toBe(drop ? undefined : 3);
  }
  expect(await conversations.find(conversation.tenantId, conversation.id)).toEqual(conversation);
});
