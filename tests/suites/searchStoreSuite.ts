import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IndexedLine } from '../../src/features/search/model.ts';
import type { SearchStore } from '../../src/features/search/ports.ts';
import { newId } from '../../src/kernel/ids.ts';
import { rivalCount } from '../support/rivalCount.ts';

const aLine = (tenantId: string, seq: number, keys: string[], at = seq): IndexedLine => ({
  tenantId,
  conversationId: 'c',
  log: 'public',
  seq,
  at,
  keys,
});
const all = { from: 0, until: 1_000, limit: 10 };

/** The promises that every SearchStore keeps. `open` gives an empty one. */
export function searchStoreSuite(
  name: string,
  open: () => Promise<{ store: SearchStore; close(): Promise<void> }>,
): void {
  describe(`search, ${name}`, () => {
    let store: SearchStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());
    const putAll = async (...lines: readonly IndexedLine[]): Promise<void> => {
      const puts = lines.map((line) => store.put(line));
      await store.settle();
      await Promise.all(puts);
    };

    it('finds the lines of one tenant with a key, newest first, within a range of times', async () => {
      const tenantId = newId();
      const lines = [1, 2, 3].map((seq) => ({ ...aLine(tenantId, seq, ['po', 'pool']), conversationId: newId() }));
      await putAll(...lines, { ...aLine(newId(), 4, ['pool']), conversationId: newId() });
      expect(await store.find(tenantId, 'pool', all)).toEqual(lines.toReversed());
      expect(await store.find(tenantId, 'pool', { ...all, limit: 1 })).toEqual([lines[2]]);
      expect(await store.find(tenantId, 'po', { ...all, from: 2, until: 3 })).toEqual([lines[1]]);
      expect(await store.find(tenantId, 'poo', all)).toEqual([]);
    });

    it('the same line again replaces what was there', async () => {
      const tenantId = newId();
      await putAll(aLine(tenantId, 1, ['old']));
      await putAll(aLine(tenantId, 1, ['new']), aLine(tenantId, 1, ['new']));
      expect(await store.find(tenantId, 'old', all)).toEqual([]);
      expect(await store.find(tenantId, 'new', all)).toEqual([aLine(tenantId, 1, ['new'])]);
    });

    it('erases the lines of one conversation, also beside one whose id begins alike', async () => {
      const tenantId = newId();
      const id = newId();
      const kept = { ...aLine(tenantId, 1, ['pool']), conversationId: `${id}-` };
      const lines = [1, 2].map((seq) => ({ ...aLine(tenantId, seq, ['pool']), conversationId: id }));
      await putAll(...lines, { ...aLine(tenantId, 0, ['pool']), conversationId: id, log: 'internal' }, kept);
      await store.erase(id, []);
      expect(await store.find(tenantId, 'pool', all)).toEqual([kept]);
    });

    it('erased words are never found again, even if a node stores them later or at the same time', async () => {
      const tenantId = newId();
      const id = newId();
      const line = (seq: number) => ({ ...aLine(tenantId, seq, ['pool']), conversationId: id });
      const named = Array.from({ length: 60 }, (_, seq) => ({ log: 'public' as const, seq }));
      await putAll(line(1), line(2));
      const late = Array.from({ length: rivalCount }, (_, seq) => store.put(line(seq)));
      await Promise.all([store.erase(id, named), store.settle(), ...late]);
      await store.erase(id, named);
      await putAll(line(1), line(3), line(59));
      expect(await store.find(tenantId, 'pool', all)).toEqual([]);
      await putAll(line(60));
      expect(await store.find(tenantId, 'pool', all)).toEqual([line(60)]);
    });
  });
}
