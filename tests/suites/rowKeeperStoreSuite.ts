import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RowKeeperStore } from '../../src/features/conversations/board/ports.ts';

/** The promises of every store that lists the nodes keeping rows. */
export function rowKeeperStoreSuite(
  name: string,
  open: () => Promise<{ store: RowKeeperStore; close(): Promise<void> }>,
): void {
  describe(`nodes that keep rows: ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    it('tells which nodes have been silent, with the last that each said, until they are forgotten', async () => {
      const { store } = opened;
      await store.keeps('a', 1_000);
      await store.keeps('b', 1_000);
      await store.keeps('b', 2_000);
      expect(await store.silentSince(1_000)).toEqual([]);
      expect(await store.silentSince(2_000)).toEqual([{ node: 'a', at: 1_000 }]);
      expect((await store.silentSince(3_000)).length).toBe(2);
      await store.forget('a');
      await store.forget('never there');
      expect(await store.silentSince(3_000)).toEqual([{ node: 'b', at: 2_000 }]);
    });
  });
}
