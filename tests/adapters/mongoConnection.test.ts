import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { buildIndexes } from '../../src/adapters/mongo/buildIndexes.ts';
import { createMongoCommandStore } from '../../src/adapters/mongo/commandStore.ts';
import { connectMongo, type Mongo } from '../../src/adapters/mongo/connectMongo.ts';
import { conversationModel } from '../../src/adapters/mongo/conversationRow.ts';
import { createMongoConversationStore } from '../../src/adapters/mongo/conversationStore.ts';
import { createMongoEntryStore, entryModel } from '../../src/adapters/mongo/entryStore.ts';
import { createMongoIdentityStore } from '../../src/adapters/mongo/identityStore.ts';
import { createMongoSearchStore } from '../../src/adapters/mongo/searchStore.ts';
import { createMongoTurnStore } from '../../src/adapters/mongo/turnStore.ts';
import { readDatabaseRecord } from '../../src/app/embedded/databaseRecord.ts';
import { newId } from '../../src/kernel/ids.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { aConversation } from '../suites/conversationStoreSuite.ts';
import { anEntry, appendAtHead } from '../suites/entryStoreSuite.ts';
import { startDatabase, type TestDatabase, uniqueDatabaseUrl } from '../support/servers.ts';

const log = silentLogger;

describe('the driver’s commands', () => {
  let mongo: Mongo;
  const sent: { name: string; writeConcern: unknown; readPreference: unknown }[] = [];
  beforeAll(async () => {
    // A URL that asks for less than the hub promises.
    const url = new URL(uniqueDatabaseUrl(inject('mongodbUrl')));
    for (const [option, value] of Object.entries({
      w: '1',
      journal: 'false',
      readPreference: 'secondaryPreferred',
      monitorCommands: 'true',
    })) {
      url.searchParams.set(option, value);
    }
    mongo = await connectMongo(url.href, { log });
    mongo.connection.getClient().on('commandStarted', ({ commandName, command }) => {
      const { writeConcern, $readPreference: readPreference } = command as Record<string, unknown>;
      sent.push({ name: commandName, writeConcern, readPreference });
    });
    await buildIndexes(mongo.connection);
  });
  afterAll(async () => {
    await mongo?.connection.dropDatabase();
    await mongo?.close();
  });

  it('every write waits for the majority and the journal, and every read goes to the primary, whatever the URL says', async () => {
    const conversations = createMongoConversationStore(mongo.connection);
    const identity = createMongoIdentityStore(mongo.connection);
    const { conversation } = await conversations.openFor(aConversation());
    await conversations.changeHold(conversation.tenantId, conversation.id, null);
    await conversations.list(conversation.tenantId, { limit: 1, now: 0, filter: { text: 'x' } });
    await createMongoEntryStore(mongo.connection).insert(anEntry(conversation.id, 1));
    await createMongoTurnStore(mongo.connection).markDone({ id: newId(), conversationId: conversation.id }, [0]);
    await createMongoSearchStore(mongo.connection).put({
      tenantId: conversation.tenantId,
      conversationId: conversation.id,
      log: 'public',
      seq: 1,
      at: 1,
      keys: ['po'],
    });
    await identity.keepSecret(newId(), newId);
    await identity.spendRefreshToken(newId());
    await identity.revokeUserTokens(newId());
    await createMongoCommandStore(mongo.connection).drop(newId());
    const writes = sent.filter(({ name }) => /insert|update|findAndModify|delete|createIndexes/.test(name));
    expect(new Set(writes.map(({ name }) => name))).toEqual(new Set(['insert', 'update', 'delete', 'createIndexes']));
    expect(writes.filter(({ writeConcern }) => JSON.stringify(writeConcern) !== '{"w":"majority","j":true}')).toEqual(
      [],
    );
    const reads = sent.filter(({ name }) => /find|aggregate|distinct|count/.test(name));
    expect(reads.length).toBeGreaterThan(3);
    // The driver leaves the field out when it is the primary, and says this to a server that it asks directly.
    const toPrimary = [undefined, '{"mode":"primaryPreferred"}'];
    expect(reads.filter(({ readPreference }) => !toPrimary.includes(JSON.stringify(readPreference)))).toEqual([]);
  });

  it('building indexes again changes nothing', async () => {
    const before = await entryModel(mongo.connection).listIndexes();
    await buildIndexes(mongo.connection);
    expect(await entryModel(mongo.connection).listIndexes()).toEqual(before);
    expect(before.map(({ key }) => key)).toContainEqual({ conversationId: 1, kind: 1, seq: 1 });
  });

  it('an operator in the place of a value finds nothing and changes nothing', async () => {
    const store = createMongoConversationStore(mongo.connection);
    const { conversation } = await store.openFor(aConversation());
    const any = { $ne: null } as unknown as string;
    await expect(store.find(any, any)).rejects.toThrow();
    await expect(store.findOpen(any, any)).resolves.toBeNull();
    await expect(
      store.changeOwner(any, conversation.id, { owner: { id: 'eve', name: 'Eve' } }, {}),
    ).resolves.toBeNull();
    await expect(createMongoIdentityStore(mongo.connection).findUserByEmail(any)).rejects.toThrow();
    expect(await store.find(conversation.tenantId, conversation.id)).toEqual(conversation);
  });

  it('a filter looks at 1,000 conversations a page and says where it stopped', async () => {
    const store = createMongoConversationStore(mongo.connection);
    const sample = (await store.openFor(aConversation())).conversation;
    const { _id, ...row } = (await conversationModel(mongo.connection).findById(sample.id).lean())!;
    const tenantId = newId();
    const rows = Array.from({ length: 1_005 }, (_, index) => {
      const lastText = index === 1_003 ? 'needle' : 'hay';
      const board = { ...row.board, lastAt: 1_000_000_000 - index, lastText };
      return { ...row, _id: newId(), openKey: newId(), tenantId, board };
    });
    // In small parts: a large one holds up whatever else is tested on this server.
    for (let from = 0; from < rows.length; from += 50) {
      await conversationModel(mongo.connection).collection.insertMany(rows.slice(from, from + 50) as object[]);
    }
    const search = { filter: { text: 'NEEDLE' }, limit: 10, now: 1_000_000_000 };
    const first = await store.list(tenantId, search);
    expect(first.items).toEqual([]);
    const second = await store.list(tenantId, { ...search, cursor: first.nextCursor! });
    expect(second.items.map(({ id }) => id)).toEqual([rows[1_003]?._id]);
    expect(second.nextCursor).toBeNull();
  });

  it('a field that the schema does not know is refused', async () => {
    const { id, tenantId } = aConversation();
    const store = createMongoConversationStore(mongo.connection);
    await expect(store.markRow(tenantId, id, { admin: true } as object)).rejects.toThrow();
    await expect(conversationModel(mongo.connection).findOne({ admin: true } as object)).rejects.toThrow();
  });
});

describe('a database that dies', () => {
  let database: TestDatabase;
  let mongo: Mongo;
  beforeAll(async () => {
    database = await startDatabase();
    mongo = await connectMongo(uniqueDatabaseUrl(database.url), { log });
    await buildIndexes(mongo.connection);
  });
  afterAll(async () => {
    await mongo?.close();
    await database?.stop();
  });

  it('killed with -9 three times under eight writers, it has everything that was acknowledged', async () => {
    const store = createMongoEntryStore(mongo.connection);
    const acked: { conversationId: string; seq: number; onceKey: string }[] = [];
    let stopped = false;
    const writers = Array.from({ length: 8 }, async () => {
      const conversationId = newId();
      while (!stopped) {
        const onceKey = newId();
        acked.push({ conversationId, seq: await appendAtHead(store, conversationId, onceKey), onceKey });
      }
    });
    const grown = (by: number) => {
      const until = acked.length + by;
      return expect.poll(() => acked.length, { timeout: 120_000 }).toBeGreaterThan(until);
    };
    for (let round = 0; round < 3; round++) {
      await grown(200);
      database.crash();
    }
    await grown(50);
    stopped = true;
    await Promise.all(writers);
    const missing = [];
    for (const { conversationId, seq, onceKey } of acked) {
      const found = await store.findOnce(onceKey);
      if (found?.entry.seq !== seq || found.entry.conversationId !== conversationId) missing.push(onceKey);
    }
    expect(missing).toEqual([]);
  });

  it('frozen, it shows as an error while it is, and works on when it thaws', async () => {
    const store = createMongoEntryStore(mongo.connection);
    const pid = readDatabaseRecord(database.dataDir)?.pid;
    if (pid === undefined) throw new Error('the database server does not run');
    process.kill(pid, 'SIGSTOP');
    try {
      const down = { code: 'DEPENDENCY_DOWN' };
      // The signal is sent, not obeyed, when `kill` returns: a call right after it may still be answered.
      await vi.waitFor(() => expect(mongo.ping()).rejects.toMatchObject(down), { timeout: 45_000 });
      const asked = [() => store.head(newId(), 'public'), () => store.insert(anEntry(newId(), 1))];
      await Promise.all(asked.map((ask) => expect(ask()).rejects.toMatchObject(down)));
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await vi.waitFor(() => mongo.ping(), { timeout: 45_000 });
    expect(await store.insert(anEntry(newId(), 1))).toBe('inserted');
  });

  it('that is not there at all is an error', async () => {
    await expect(connectMongo('mongodb://127.0.0.1:1/none', { log })).rejects.toMatchObject({
      code: 'DEPENDENCY_DOWN',
    });
  });
});
