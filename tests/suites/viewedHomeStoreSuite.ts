import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homesKept } from '../../src/features/profiles/homesAfter.ts';
import type { ViewedHomeStore } from '../../src/features/profiles/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

/** The promises that every ViewedHomeStore keeps. `another` is the same store as another node opens it. */
export function viewedHomeStoreSuite(
  name: string,
  open: () => Promise<{ store: ViewedHomeStore; another: ViewedHomeStore; close(): Promise<void> }>,
): void {
  describe(`homes that leads looked at, ${name}`, () => {
    let store: ViewedHomeStore;
    let another: ViewedHomeStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, another, close } = await open()));
    afterAll(() => close?.());

    it('keeps what a lead looked at, the newest last, and tells no other brokerage of it', async () => {
      const [tenantId, leadId] = [newId(), newId()];
      await store.note(tenantId, leadId, { listingId: 'oak', at: 1_000, by: 'view' });
      await store.note(tenantId, leadId, { listingId: 'elm', at: 2_000, by: 'tap' });
      await store.note(tenantId, leadId, { listingId: 'oak', at: 3_000, by: 'like' });
      expect(await store.ofLead(tenantId, leadId)).toEqual([
        {
          ...{ listingId: 'elm', views: 0, firstAt: 2_000, lastAt: 2_000 },
          ...{ viewedAt: null, tappedAt: 2_000, likedAt: null },
        },
        {
          ...{ listingId: 'oak', views: 1, firstAt: 1_000, lastAt: 3_000 },
          ...{ viewedAt: 1_000, tappedAt: 3_000, likedAt: 3_000 },
        },
      ]);
      expect(await store.ofLead(newId(), leadId)).toEqual([]);
      expect(await store.ofLead(tenantId, newId())).toEqual([]);
    });

    it('loses none of the looks that nodes note at once', async () => {
      const [tenantId, leadId] = [newId(), newId()];
      const ids = Array.from({ length: 6 }, (_, no) => `home-${no}`);
      await Promise.all(
        ids.map((listingId, at) => (at % 2 ? store : another).note(tenantId, leadId, { listingId, at, by: 'view' })),
      );
      expect((await store.ofLead(tenantId, leadId)).map(({ listingId }) => listingId)).toEqual(ids);
    });

    it('keeps the newest homes and no more, however many a visitor looks at', async () => {
      const [tenantId, leadId] = [newId(), newId()];
      for (let at = 0; at < homesKept + 5; at += 1)
        await store.note(tenantId, leadId, { listingId: `home-${at}`, at, by: 'view' });
      const kept = await store.ofLead(tenantId, leadId);
      expect(kept).toHaveLength(homesKept);
      expect([kept[0]?.listingId, kept.at(-1)?.listingId]).toEqual(['home-5', `home-${homesKept + 4}`]);
    });

    it('forgets the homes of a lead who is erased, and of nobody else', async () => {
      const [tenantId, leadId, other] = [newId(), newId(), newId()];
      for (const id of [leadId, other]) await store.note(tenantId, id, { listingId: 'oak', at: 1, by: 'view' });
      await store.erase(newId(), leadId);
      expect(await store.ofLead(tenantId, leadId)).toHaveLength(1);
      await store.erase(tenantId, leadId);
      await store.erase(tenantId, leadId);
      expect(await store.ofLead(tenantId, leadId)).toEqual([]);
      expect(await store.ofLead(tenantId, other)).toHaveLength(1);
    });
  });
}
