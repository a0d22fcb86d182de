import { expect, it } from 'vitest';
import { createMemoryEntryStore } from '../../src/adapters/memory/entryStore.ts';
import { createMongoEntryStore } from '../../src/adapters/mongo/entryStore.ts';
import { longestOwedMs } from '../../src/features/conversations/ports.ts';
import { newId } from '../../src/kernel/ids.ts';
import { anEntry } from '../suites/entryStoreSuite.ts';
import { openMongo } from './openMongo.ts';

it.each([
  ['memory', async () => ({ store: createMemoryEntryStore(), close: async () => {} })],
  ['MongoDB', () => openMongo(createMongoEntryStore)],
] as const)(
  'a mark that a clock an hour ahead left is looked for at once, one for soon in its time (%s)',
  async (_, open) => {
    const { store, close } = await open();
    const now = 1_750_000_000_000;
    const soon = newId();
    const wrong = newId();
    await store.insert(anEntry(soon, 1, { owedAt: now + 3_000 }));
    await store.insert(anEntry(wrong, 1, { owedAt: now + 3_600_000 }));
    const found = async (at: number) =>
      (await store.listOwed(at, 100)).map(({ entry }) => entry.conversationId).toSorted();
    expect(await found(now)).toEqual([wrong]);
    expect(await found(now + 3_000)).toEqual([soon, wrong].toSorted());
    await store.postponeOwed(wrong, now + longestOwedMs);
    expect(await found(now)).toEqual([]);
    await close();
  },
);
