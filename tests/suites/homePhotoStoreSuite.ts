import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HomePhotoStore } from '../../src/features/listings/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

/** The promises that every HomePhotoStore keeps. */
export function homePhotoStoreSuite(
  name: string,
  open: () => Promise<{ store: HomePhotoStore; close(): Promise<void> }>,
): void {
  describe(`photos of homes, ${name}`, () => {
    let store: HomePhotoStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());
    const add = async (tenantId: string, listingId: string, keptAt = 1, whole = randomBytes(1_000)) => {
      const id = newId();
      const made = { type: 'image/jpeg', width: 4, height: 3, preview: Buffer.from('small') } as const;
      await store.add({ id, tenantId, listingId, keptAt, whole, ...made });
      return id;
    };

    it('gives back both sizes byte for byte, large ones too, and counts no further than asked', async () => {
      const tenantId = newId();
      const whole = randomBytes(6_000_000);
      const id = await add(tenantId, 'oak', 1, whole);
      expect((await store.read(id, 'whole'))?.bytes.equals(whole)).toBe(true);
      expect(await store.read(id, 'preview')).toEqual({ type: 'image/jpeg', bytes: Buffer.from('small') });
      expect(await store.read(newId(), 'whole')).toBeNull();
      await add(tenantId, 'oak');
      expect([await store.countOfTenant(tenantId, 10), await store.countOfTenant(tenantId, 1)]).toEqual([2, 1]);
    });

    it('removes those named and those that a home names no more, never another tenant’s or younger ones', async () => {
      const [tenantId, other] = [newId(), newId()];
      const [kept, named, old, young] = await Promise.all([1, 1, 1, 9].map((at) => add(tenantId, 'oak', at)));
      const elsewhere = await Promise.all([add(tenantId, 'elm'), add(other, 'oak')]);
      await store.remove(tenantId, [named ?? '', elsewhere[1] ?? '']);
      await store.removeOthers(tenantId, 'oak', [kept ?? ''], 5);
      const left = await Promise.all(
        [kept, named, old, young, ...elsewhere].map(async (id) => (await store.read(id ?? '', 'preview')) !== null),
      );
      expect(left).toEqual([true, false, false, true, true, true]);
    });
  });
}
