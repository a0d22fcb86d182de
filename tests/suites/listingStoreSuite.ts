import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Listing } from '../../src/features/listings/model.ts';
import type { ListingStore } from '../../src/features/listings/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

export const aListing = (over: Partial<Listing> = {}): Listing => ({
  listingId: 'oak-12',
  tenantId: 't1',
  importedAt: 1,
  title: '12 Oak Street',
  address: '12 Oak Street, Austin, TX 78704',
  area: 'Zilker',
  priceCents: 50_000_000,
  currency: 'USD',
  beds: 3,
  baths: 2.5,
  areaSqft: 1_500,
  status: 'active',
  description: '',
  features: ['Deck'],
  source: 'Hill Country Homes',
  asOf: '2026-11-16',
  ...over,
});

/** What a ListingStore promises. `open` gives an empty one. */
export function listingStoreSuite(
  name: string,
  open: () => Promise<{ store: ListingStore; close(): Promise<void> }>,
): void {
  describe(`listings, ${name}`, () => {
    let store: ListingStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('gives back what was put, by id and as a list in the order of ids, of one tenant only', async () => {
      const [tenantId, other] = [newId(), newId()];
      const [b, a] = [aListing({ tenantId, listingId: 'b' }), aListing({ tenantId, listingId: 'a', amenities: {} })];
      await store.put([b, a, aListing({ tenantId: other, listingId: 'c' })]);
      expect(await store.list(tenantId)).toEqual([a, b]);
      expect(await store.find(tenantId, 'a')).toEqual(a);
      expect(await store.find(tenantId, 'c')).toBeNull();
      expect(await store.find(other, 'a')).toBeNull();
      expect(await store.list(newId())).toEqual([]);
    });

    it('replaces the home of an id as a whole and leaves the others', async () => {
      const tenantId = newId();
      const first = aListing({ tenantId, taxCentsPerYear: 900_000 });
      const other = aListing({ tenantId, listingId: 'other' });
      await store.put([first, other]);
      const { taxCentsPerYear: _, ...sold } = { ...first, status: 'sold' as const, importedAt: 2 };
      await store.put([sold]);
      expect(await store.list(tenantId)).toEqual([sold, other]);
    });

    it('tells the homes for sale that name an open house, by id and not more than asked for', async () => {
      const tenantId = newId();
      const openHouses = ['Saturday, 11 AM to 1 PM'];
      const of = (listingId: string, over: Partial<Listing> = {}) => aListing({ tenantId, listingId, ...over });
      const [b, a] = [of('b', { openHouses }), of('a', { openHouses })];
      await store.put([b, a, of('c'), of('d', { openHouses: [] }), of('e', { openHouses, status: 'sold' })]);
      await store.put([aListing({ tenantId: newId(), listingId: 'f', openHouses })]);
      expect(await store.withOpenHouses(tenantId, 10)).toEqual([a, b]);
      expect(await store.withOpenHouses(tenantId, 1)).toEqual([a]);
    });

    it('putting nothing is no fault', async () => {
      await expect(store.put([])).resolves.toBeUndefined();
    });
  });
}
