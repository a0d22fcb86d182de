import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildIndexes } from '../../src/adapters/mongo/buildIndexes.ts';
import { updateEach, writeEach } from '../../src/adapters/mongo/bulkWrites.ts';
import { connectMongo, type Mongo } from '../../src/adapters/mongo/connectMongo.ts';
import { createMongoConversationStore } from '../../src/adapters/mongo/conversationStore.ts';
import { createMongoEntryStore } from '../../src/adapters/mongo/entryStore.ts';
import { gather, type Settled } from '../../src/adapters/mongo/gather.ts';
import { newId } from '../../src/kernel/ids.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { aConversation } from '../suites/conversationStoreSuite.ts';
import { anEntry } from '../suites/entryStoreSuite.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

/** Calls that end when the test says so. */
function heldCalls() {
  const calls: { items: readonly string[]; end(outcomes?: readonly Settled<string>[]): void; fail(): void }[] = [];
  const act = (items: readonly string[]) =>
    new Promise<readonly Settled<string>[]>((resolve, reject) => {
      const end = (outcomes = items.map((item): Settled<string> => ({ value: `${item}!` }))) => resolve(outcomes);
      calls.push({ items, end, fail: () => reject(new Error('down')) });
    });
  return { calls, ask: gather(act, { charsOf: (item: string) => item.length }) };
}
/** Until everything that waits for no timer has run. */
const idle = () => new Promise<void>((done) => setImmediate(done));

describe('calls that are gathered', () => {
  it('nothing waits while no call is under way, and items asked for together go together', async () => {
    const { calls, ask } = heldCalls();
    const all = [ask('a'), ask('b')];
    await idle();
    expect(calls.map(({ items }) => items)).toEqual([['a', 'b']]);
    calls[0]?.end();
    expect(await Promise.all(all)).toEqual(['a!', 'b!']);
    const next = ask('c');
    await idle();
    calls[1]?.end();
    expect(await next).toBe('c!');
  });

  it('items that come during a call go together after it, in their order', async () => {
    const { calls, ask } = heldCalls();
    const first = ask('a');
    await idle();
    const later = ['b', 'c', 'd'].map(ask);
    expect(calls).toHaveLength(1);
    calls[0]?.end();
    await first;
    await idle();
    expect(calls.map(({ items }) => items)).toEqual([['a'], ['b', 'c', 'd']]);
    calls[1]?.end();
    expect(await Promise.all(later)).toEqual(['b!', 'c!', 'd!']);
  });

  it('a call that takes long holds nobody up', async () => {
    const { calls, ask } = heldCalls();
    void ask('a');
    await idle();
    const later = ask('b');
    await expect.poll(() => calls.length).toBe(2);
    calls[1]?.end();
    expect(await later).toBe('b!');
  });

  it('a call is bounded in number and size, and an item larger than the bounds goes alone', async () => {
    const sizes: number[] = [];
    const ask = gather(
      async (items: readonly string[]) => {
        sizes.push(items.length);
        return items.map((item) => ({ value: item.length }));
      },
      { charsOf: (item) => item.length },
    );
    const huge = 'x'.repeat(3_000_000);
    const all = [...Array.from({ length: 250 }, () => 'x'), huge, 'yy', huge];
    expect(await Promise.all(all.map(ask))).toEqual(all.map(({ length }) => length));
    expect(sizes).toEqual([200, 50, 1, 1, 1]);
  });

  it('a failed item fails for its asker only; a thrown call fails for all its askers and for nobody after', async () => {
    const { calls, ask } = heldCalls();
    const some = ['a', 'b', 'c'].map(ask);
    await idle();
    calls[0]?.end([{ value: 'a!' }, { error: new Error('b is refused') }]);
    const settled = await Promise.allSettled(some);
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      'a!',
      'Error: b is refused',
      'Error: a call left an item out',
    ]);
    const all = ['d', 'e'].map(ask);
    await idle();
    const after = ask('f');
    calls[1]?.fail();
    await expect(Promise.all(all)).rejects.toThrow('down');
    await expect.poll(() => calls.length).toBe(3);
    calls[2]?.end();
    expect(await after).toBe('f!');
  });
});

describe('writes that share a command', () => {
  let mongo: Mongo;
  const sent: { name: string; documents: number; writeConcern: unknown }[] = [];
  beforeAll(async () => {
    const url = new URL(uniqueDatabaseUrl(inject('mongodbUrl')));
    url.searchParams.set('monitorCommands', 'true');
    mongo = await connectMongo(url.href, { log: silentLogger });
    await buildIndexes(mongo.connection);
    mongo.connection.getClient().on('commandStarted', ({ commandName: name, command }) => {
      const { documents, updates, writeConcern } = command as Record<string, unknown[]>;
      sent.push({ name, documents: (documents ?? updates ?? []).length, writeConcern });
    });
  });
  afterAll(async () => {
    await mongo?.connection.dropDatabase();
    await mongo?.close();
  });

  it('entries of many conversations at once are few commands, and each writer learns what became of its own', async () => {
    const store = createMongoEntryStore(mongo.connection);
    const [taken, known, fresh] = [newId(), newId(), newId()];
    await store.insert(anEntry(taken, 1));
    const first = anEntry(known, 1);
    await store.insert(first);
    sent.length = 0;
    const others = Array.from({ length: 30 }, () => newId());
    const outcomes = await Promise.all([
      ...others.slice(0, 15).map((id) => store.insert(anEntry(id, 1))),
      store.insert(anEntry(taken, 1)),
      store.insert(anEntry(known, 2, { onceKey: first.onceKey })),
      store.insertAll([1, 2, 3].map((seq) => anEntry(fresh, seq))),
      ...others.slice(15).map((id) => store.insert(anEntry(id, 1))),
    ]);
    expect(outcomes).toEqual([
      ...others.slice(0, 15).map(() => 'inserted'),
      'seq-taken',
      'once-taken',
      ['inserted', 'inserted', 'inserted'],
      ...others.slice(15).map(() => 'inserted'),
    ]);
    const inserts = sent.filter(({ name }) => name === 'insert');
    expect(inserts.length).toBeLessThan(8);
    expect(inserts.every(({ writeConcern }) => JSON.stringify(writeConcern) === '{"w":"majority","j":true}')).toBe(
      true,
    );
    expect(await Promise.all(others.map((id) => store.head(id, 'public')))).toEqual(others.map(() => 1));
    expect((await store.read(fresh, 'public', 1, 9, 9)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('documents that are asked for together are read with one command, and each asker gets its own', async () => {
    const store = createMongoConversationStore(mongo.connection);
    const seeds = Array.from({ length: 10 }, () => aConversation());
    await Promise.all(seeds.map((seed) => store.openFor(seed)));
    sent.length = 0;
    const ids = [...seeds, ...seeds];
    const found = await Promise.all([
      ...ids.map(({ tenantId, id }) => store.find(tenantId, id)),
      store.find(newId(), newId()),
      store.find(newId(), seeds[0]?.id ?? ''),
    ]);
    expect(found).toEqual([...ids, null, null]);
    expect(sent.filter(({ name }) => name === 'find')).toHaveLength(1);
    expect(found[0]?.board).not.toBe(found[10]?.board);
  });

  it('only the updates that ask are checked again when one of many finds nothing', async () => {
    const ids = Array.from({ length: 20 }, () => newId());
    const update = { $inc: { times: 1 } };
    await mongo.connection.collection('counted').insertMany(ids.map((id) => ({ key: id, times: 0 })));
    sent.length = 0;
    const outcomes = await updateEach(mongo.connection, 'counted', [
      ...ids.map((key) => ({ filter: { key }, update, isAsked: false })),
      { filter: { key: newId() }, update, isAsked: true },
    ]);
    expect(outcomes.map((one) => 'value' in one && one.value)).toEqual([...ids.map(() => true), false]);
    expect(sent.filter(({ name }) => name === 'update').map(({ documents }) => documents)).toEqual([21, 1]);
    const rows = await mongo.connection.collection('counted').find({}).toArray();
    expect(rows.map(({ times }) => times)).toEqual(ids.map(() => 1));
  });

  it('of updates that go together a refused one fails alone', async () => {
    const [first, second] = await writeEach(mongo.connection, 'turns', [
      { updateOne: { filter: { _id: newId() } as object, update: { $set: { at: { $bad: 1 } }, $nope: {} } } },
      { updateOne: { filter: { _id: newId() } as object, update: { $set: { at: 1 } } } },
    ]).catch((error: unknown) => [{ error }, { error }]);
    expect(first).toHaveProperty('error');
    expect(second).toBeDefined();
  });
});
