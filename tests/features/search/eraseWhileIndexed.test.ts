import { expect, it } from 'vitest';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import { openMemoryStores } from '../../../src/app/stores.ts';
import { reindexConversation } from '../../../src/features/search/reindex.ts';
import { eraseConversation } from '../../../src/features/turns/eraseConversation.ts';
import { turnWorld } from '../turns/turnWorld.ts';

it('a node that read the words of a conversation before they were deleted does not make them findable after', async () => {
  const world = await turnWorld();
  const stores = { ...openMemoryStores(), ...world.plain };
  await world.say('I am Dana Quokka and look for a house in Zilker');
  await world.settle();
  const findable = async () =>
    (
      await Promise.all(
        ['quokka', 'zilker', 'dana'].map((key) =>
          stores.search.find('t1', key, { from: 0, until: Number.MAX_SAFE_INTEGER, limit: 9 }),
        ),
      )
    ).map(({ length }) => length);
  const place = { tenantId: 't1', conversationId: world.id };
  await reindexConversation({ ...stores, clock: world.clock }, place);
  expect(await findable()).not.toContain(0);

  let go = (): void => {};
  const erased = new Promise<void>((done) => {
    go = done;
  });
  // It has read the words, and puts them when all is over.
  const slow = {
    ...stores.search,
    put: (line: Parameters<typeof stores.search.put>[0]) => erased.then(() => stores.search.put(line)),
  };
  const indexing = reindexConversation({ ...stores, search: slow, clock: world.clock }, place);
  await world.clock.pass(0);
  const streamLog = createMemoryStreamLog(world.clock);
  await eraseConversation({ ...world.parts, ...stores, appender: world.parts.appender, streamLog }, 't1', world.id);
  expect(await findable()).toEqual([0, 0, 0]);
  go();
  await indexing;
  expect(await findable()).toEqual([0, 0, 0]);
});
