import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../../src/features/blocks/model.ts';
import type { BlockStore } from '../../src/features/blocks/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const aBlock = (over: Partial<Block>): Block => ({
  id: newId(),
  tenantId: newId(),
  kind: 'visitor',
  target: newId(),
  shown: 'Website visitor',
  reason: 'Spam',
  conversationId: newId(),
  by: { id: 'u1', name: 'Ada Lindqvist' },
  at: 1,
  until: null,
  ...over,
});

/** The promises that every BlockStore keeps. `open` gives an empty one. */
export function blockStoreSuite(
  name: string,
  open: () => Promise<{ store: BlockStore; close(): Promise<void> }>,
): void {
  describe(`blocks, ${name}`, () => {
    let store: BlockStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('lists those of one tenant that stand, the newest first', async () => {
      const tenantId = newId();
      const [first, last, over] = [
        aBlock({ tenantId, at: 1 }),
        aBlock({ tenantId, at: 3, until: 101 }),
        aBlock({ tenantId, at: 2, until: 100 }),
      ];
      for (const block of [first, last, over, aBlock({})]) await store.put(block);
      expect(await store.list(tenantId, 100)).toEqual([last, first]);
    });

    it('keeps one of an id, and none of the tenant that has ended', async () => {
      const tenantId = newId();
      const ended = aBlock({ tenantId, until: 50 });
      const others = aBlock({ until: 50 });
      const block = aBlock({ tenantId });
      for (const one of [ended, others, block]) await store.put(one);
      await store.put({ ...block, at: 60, reason: 'Again' });
      expect(await store.list(tenantId, 10)).toEqual([{ ...block, at: 60, reason: 'Again' }]);
      expect(await store.list(others.tenantId, 10)).toEqual([others]);
    });

    it('gives back what it took away, once, and only to its tenant', async () => {
      const block = aBlock({});
      await store.put(block);
      expect(await store.remove(newId(), block.id)).toBeNull();
      expect(await store.remove(block.tenantId, block.id)).toEqual(block);
      expect(await store.remove(block.tenantId, block.id)).toBeNull();
      expect(await store.list(block.tenantId, 10)).toEqual([]);
    });

    it('forgets why, of one conversation', async () => {
      const [block, other] = [aBlock({ tenantId: 'erasing' }), aBlock({ tenantId: 'erasing', at: 2 })];
      for (const one of [block, other]) await store.put(one);
      await store.eraseReasons('erasing', block.conversationId);
      expect(await store.list('erasing', 10)).toEqual([other, { ...block, reason: '' }]);
    });
  });
}
