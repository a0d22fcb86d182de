import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeedStore } from '../../src/features/appointments/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

/** The promises that every FeedStore keeps. */
export function feedStoreSuite(name: string, open: () => Promise<{ store: FeedStore; close(): Promise<void> }>): void {
  describe(`addresses of calendars, ${name}`, () => {
    let store: FeedStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('one each, found by its hash and by its person; a new one takes the place of the one before', async () => {
      const [tenantId, first, second] = [newId(), newId(), newId()];
      const feed = { tenantId, userId: 'ana', secretHash: first, madeAt: 1 };
      await store.set(feed);
      await store.set({ ...feed, userId: 'ben', secretHash: newId() });
      expect(await store.find(first)).toEqual(feed);
      expect(await store.ofPerson(tenantId, 'ana')).toEqual(feed);
      expect(await store.ofPerson(newId(), 'ana')).toBeNull();
      await store.set({ ...feed, secretHash: second, madeAt: 2 });
      expect(await store.find(first)).toBeNull();
      expect(await store.find(second)).toMatchObject({ userId: 'ana', madeAt: 2 });
    });

    it('one that is removed is found no more, and the others stay', async () => {
      const [tenantId, one, other] = [newId(), newId(), newId()];
      await store.set({ tenantId, userId: 'ana', secretHash: one, madeAt: 1 });
      await store.set({ tenantId, userId: 'ben', secretHash: other, madeAt: 1 });
      await store.remove(tenantId, 'ana');
      expect([await store.find(one), await store.ofPerson(tenantId, 'ana')]).toEqual([null, null]);
      expect(await store.find(other)).toMatchObject({ userId: 'ben' });
    });
  });
}
