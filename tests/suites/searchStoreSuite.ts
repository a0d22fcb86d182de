import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IndexedLine } from '../../src/features/search/model.ts';
import type { SearchStore } from '../../src/features/search/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const aLine = (tenantId: string, seq: number, keys: string[], at = seq): IndexedLine => ({
  tenantId,
  conversationId: 'c',
  log: 'public',
  seq,
  at,
  keys,
});
const all = { from: 0, until: 1_000, limit: 10 };

/** What a SearchStore promises. `open` gives an empty one. */
export function searchStoreSuite(
  name: string,
  open: () => Promise<{ store: SearchStore; close(): Promise<void> }>,
): void {
  describe(`search, ${name}`, () => {
    let store: SearchStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('finds the lines of one tenant with a key, newest first, within a range of times', async () => {
      const tenantId = newId();
      const lines = [1, 2, 3].map((seq) => ({ ...aLine(tenantId, seq, ['po', 'pool']), conversationId: newId() }));
      for (const line of [...lines, { ...aLine(newId(), 4, ['pool']), conversationId: newId() }]) await store.put(line);
      expect(await store.find(tenantId, 'pool', all)).toEqual(lines.toReversed());
      expect(await store.find(tenantId, 'pool', { ...all, limit: 1 })).toEqual([lines[2]]);
      expect(await store.find(tenantId, 'po', { ...all, from: 2, until: 3 })).toEqual([lines[1]]);
      expect(await store.find(tenantId, 'poo', all)).toEqual([]);
    });

    it('the same line again replaces what was there', async () => {
      const tenantId = newId();
      await store.put(aLine(tenantId, 1, ['old']));
      await store.put(aLine(tenantId, 1, ['new']));
      await store.put(aLine(tenantId, 1, ['new']));
      expect(await store.find(tenantId, 'old', all)).toEqual([]);
      expect(await store.find(tenantId, 'new', all)).toEqual([aLine(tenantId, 1, ['new'])]);
    });

    it('removes the lines of one conversation, also beside one whose id begins alike', async () => {
      const tenantId = newId();
      const id = newId();
      const kept = { ...aLine(tenantId, 1, ['pool']), conversationId: `${id}-` };
      for (const seq of [1, 2]) await store.put({ ...aLine(tenantId, seq, ['pool']), conversationId: id });
      await store.put({ ...aLine(tenantId, 0, ['pool']), conversationId: id, log: 'internal' });
      await store.put(kept);
      await store.remove(id);
      expect(await store.find(tenantId, 'pool', all)).toEqual([kept]);
    });
  });
}
