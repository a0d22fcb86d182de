import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHome } from '../../src/features/listings/findHome.ts';
import { matchListings } from '../../src/features/listings/matchListings.ts';
import type { KeptListing, Listing } from '../../src/features/listings/model.ts';
import { type FoundListings, type ListingStore, mostCounted, putAtOnce } from '../../src/features/listings/ports.ts';
import type { HomeWish } from '../../src/features/reading/home/homeWish.ts';
import { newId } from '../../src/kernel/ids.ts';
import { manyHomes, manyWishes } from './manyHomes.ts';

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

/** As it is given back, first written at 1. */
const asKept = (listing: Listing, record: Partial<KeptListing['record']> = {}): KeptListing => ({
  ...listing,
  record: { version: 1, firstSeenAt: 1, photos: [], photosVersion: 0, photosFailed: [], photosRemoved: [], ...record },
});

/** The promises that every ListingStore keeps. `open` gives an empty one. */
export function listingStoreSuite(
  name: string,
  open: () => Promise<{ store: ListingStore; close(): Promise<void> }>,
  /** Homes that the search is tried among. */
  many = 5_000,
): void {
  describe(`listings, ${name}`, () => {
    let store: ListingStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());
    const search = (tenantId: string, wish: HomeWish) => store.search(tenantId, [wish], { without: [], limit: 4 });

    it('gives back what was put, by id, of one tenant only', async () => {
      const [tenantId, other] = [newId(), newId()];
      const [b, a] = [aListing({ tenantId, listingId: 'b' }), aListing({ tenantId, listingId: 'a', amenities: {} })];
      await store.put([b, a, aListing({ tenantId: other, listingId: 'c' })]);
      expect(await store.find(tenantId, 'a')).toEqual(asKept(a));
      expect(await store.find(tenantId, 'c')).toBeNull();
      expect(await store.find(other, 'a')).toBeNull();
      const compared = { priceCents: a.priceCents, photoAddresses: [], photosFailed: [] };
      expect(Object.fromEntries(await store.keptOf(tenantId, ['a', 'b', 'c', 'd']))).toEqual({
        a: compared,
        b: compared,
      });
      expect((await store.keptOf(newId(), ['a'])).size).toBe(0);
    });

    it('replaces the home of an id as a whole and leaves the others', async () => {
      const tenantId = newId();
      const first = aListing({ tenantId, taxCentsPerYear: 900_000 });
      const other = aListing({ tenantId, listingId: 'other' });
      await store.put([first, other]);
      const { taxCentsPerYear: _, ...sold } = { ...first, status: 'sold' as const, importedAt: 2 };
      await store.put([sold]);
      expect(await store.find(tenantId, first.listingId)).toEqual(asKept(sold, { version: 2 }));
      expect((await search(tenantId, {})).homes).toEqual([asKept(other)]);
    });

    it('keeps a change of one home only as it was read, and the price before until there is another', async () => {
      const tenantId = newId();
      const home = aListing({ tenantId, by: 'Kim' });
      expect(await store.write(home, 0)).toBe(false);
      expect(await store.write(home, null)).toBe(true);
      expect(await store.write(home, null)).toBe(false);
      const earlierPrice = { priceCents: home.priceCents, until: 5 };
      const cheaper = { ...home, priceCents: 1, importedAt: 5, earlierPrice, priceSince: 5 };
      const writes = [store.write(cheaper, 1), store.write({ ...cheaper, title: 'Elsewhere' }, 1)];
      expect((await Promise.all(writes)).toSorted()).toEqual([false, true]);
      const { by: _, ...fromFile } = aListing({ tenantId, priceCents: 1, importedAt: 6, status: 'sold' });
      await store.put([fromFile]);
      expect(await store.find(tenantId, home.listingId)).toEqual(
        asKept({ ...fromFile, earlierPrice, priceSince: 5 }, { version: 3 }),
      );
      expect((await store.keptOf(tenantId, [home.listingId])).get(home.listingId)).toMatchObject({ priceSince: 5 });
      expect((await search(tenantId, {})).homes).toEqual([]);
    });

    it('keeps the photos of a home as they were read, whatever is written of its facts', async () => {
      const tenantId = newId();
      const home = aListing({ tenantId });
      const photos = [{ id: 'p1', width: 800, height: 600 }];
      expect(await store.setPhotos(tenantId, home.listingId, photos, 0)).toBe(false);
      await store.put([home]);
      expect(await store.setPhotos(tenantId, home.listingId, photos, 0, ['removed'])).toBe(true);
      expect(await store.setPhotos(tenantId, home.listingId, [], 0)).toBe(false);
      expect(await store.setPhotos(newId(), home.listingId, [], 1)).toBe(false);
      await store.put([home]);
      const record = { version: 2, photos, photosVersion: 1, photosRemoved: ['removed'] };
      expect(await store.find(tenantId, home.listingId)).toEqual(asKept(home, record));
    });

    it('knows whose photos are to be fetched until all were tried, and those that failed until they are named anew', async () => {
      const tenantId = newId();
      const home = aListing({ tenantId });
      const photoAddresses = ['https://photos.example/1.jpg', 'https://photos.example/2.jpg'];
      const wants = async () => (await store.tenantsWantingPhotos()).includes(tenantId);
      await store.put([home]);
      expect([await wants(), await store.wantingPhotos(tenantId)]).toEqual([false, null]);
      await store.put([{ ...home, photoAddresses }]);
      expect([await wants(), (await store.wantingPhotos(tenantId))?.photoAddresses]).toEqual([true, photoAddresses]);
      await store.photoFailed(tenantId, home.listingId, photoAddresses[1] ?? '');
      await store.photosTried(tenantId, home.listingId, 1);
      expect(await wants()).toBe(true);
      await store.photosTried(tenantId, home.listingId, 2);
      expect(await wants()).toBe(false);
      await store.put([home]);
      const kept = { photoAddresses, photosFailed: photoAddresses.slice(1) };
      expect((await store.keptOf(tenantId, [home.listingId])).get(home.listingId)).toMatchObject(kept);
      await store.put([{ ...home, photoAddresses }]);
      expect((await store.find(tenantId, home.listingId))?.record.photosFailed).toEqual([]);
    });

    it('gives all homes of a tenant page by page, by id', async () => {
      const tenantId = newId();
      const of = (listingId: string, over: Partial<Listing> = {}) => aListing({ tenantId, listingId, ...over });
      await store.put([of('c', { status: 'sold' }), of('a'), of('B'), aListing({ tenantId: newId() })]);
      const ids = async (limit: number, after?: string) =>
        (await store.page(tenantId, limit, after)).map(({ listingId }) => listingId);
      expect(await ids(2)).toEqual(['B', 'a']);
      expect(await ids(2, 'a')).toEqual(['c']);
      expect(await ids(2, 'c')).toEqual([]);
    });

    it('tells of the homes as a whole: how many, in which areas, in which cities one is for sale', async () => {
      const tenantId = newId();
      const of = (listingId: string, over: Partial<Listing> = {}) => aListing({ tenantId, listingId, ...over });
      expect(await store.summary(tenantId)).toEqual({ total: 0, areas: [], marks: {}, cities: [] });
      await store.put([of('a'), of('b', { area: 'Mueller' }), of('c', { area: 'Mueller', status: 'sold' })]);
      await store.put([of('d', { status: 'sold', address: '1 Elm, Kyle, TX 78640' }), aListing({ tenantId: newId() })]);
      const areas = [
        { area: 'Mueller', homes: 2 },
        { area: 'Zilker', homes: 2 },
      ];
      expect(await store.summary(tenantId)).toMatchObject({
        total: 4,
        areas,
        cities: ['Austin'],
        marks: { 'place:mueller': 1, 'place:zilker': 1 },
      });
      await store.put([of('a', { area: 'Mueller' }), of('d', { address: '1 Elm, Kyle, TX 78640' })]);
      expect(await store.summary(tenantId)).toMatchObject({ total: 4, cities: ['Austin', 'Kyle'] });
    });

    it('finds every home that a text may name, sold ones too, and no other tenant’s', async () => {
      const tenantId = newId();
      const homes = ['2417 Ashby Hollow Drive', '4312 Teakwood Row', '1600 Cypress Yard, Unit 204', '9 Oak'].map(
        (title, at) => aListing({ tenantId, listingId: `h${at}`, title, status: at === 1 ? 'sold' : 'active' }),
      );
      await store.put([...homes, aListing({ tenantId: newId(), title: '4312 Teakwood Row' })]);
      const meant = async (text: string) => findHome(text, await store.named(tenantId, text))?.title ?? null;
      expect(await meant('is 4312 Teakwood still available?')).toBe('4312 Teakwood Row');
      expect(await meant('what about the one on Teakwood Row')).toBe('4312 Teakwood Row');
      expect(await meant('tell me of the Ashby one')).toBe('2417 Ashby Hollow Drive');
      expect(await meant('is 1600 cypress yard quiet?')).toBe('1600 Cypress Yard, Unit 204');
      expect(await store.named(tenantId, 'what are the taxes?')).toEqual([]);
      expect(await store.named(tenantId, '')).toEqual([]);
    });

    it('tells the homes for sale that name an open house, by id and not more than asked for', async () => {
      const tenantId = newId();
      const openHouses = ['Saturday, 11 AM to 1 PM'];
      const of = (listingId: string, over: Partial<Listing> = {}) => aListing({ tenantId, listingId, ...over });
      const [b, a] = [of('b', { openHouses }), of('a', { openHouses })];
      await store.put([b, a, of('c'), of('d', { openHouses: [] }), of('e', { openHouses, status: 'sold' })]);
      await store.put([aListing({ tenantId: newId(), listingId: 'f', openHouses })]);
      expect(await store.withOpenHouses(tenantId, 10)).toEqual([asKept(a), asKept(b)]);
      expect(await store.withOpenHouses(tenantId, 1)).toEqual([asKept(a)]);
    });

    it(`a search among ${many} homes comes to what looking at each of them comes to`, async () => {
      const tenantId = newId();
      const homes = manyHomes(tenantId, many);
      for (let at = 0; at < homes.length; at += putAtOnce) await store.put(homes.slice(at, at + putAtOnce));
      for (const wish of manyWishes(60)) {
        const all = matchListings(homes, wish);
        const without = all.slice(0, 3).map(({ listingId }) => listingId);
        const ids = ({ homes: found }: FoundListings) => found.map(({ listingId }) => listingId);
        const first = await search(tenantId, wish);
        expect({ wish, ids: ids(first), total: first.total }).toEqual({
          wish,
          ids: all.slice(0, 4).map(({ listingId }) => listingId),
          total: Math.min(all.length, mostCounted),
        });
        const next = await store.search(tenantId, [wish], { without, limit: 4 });
        expect(ids(next)).toEqual(all.slice(3, 7).map(({ listingId }) => listingId));
        // Of several wishes, each wider than the one before.
        const { features: _, amenities: __, ...plain } = wish;
        const { baths: ___, kinds: ____, ...plainer } = plain;
        const { areas: _____, ...widest } = plainer;
        const wishes = [wish, plain, plainer, widest];
        const of = wishes.map((one) => matchListings(homes, one));
        const met = of.findIndex((found) => found.length > 0);
        const several = await store.search(tenantId, wishes, { without: [], limit: 4 });
        expect({ wish, ids: ids(several), met: several.met }).toEqual({
          wish,
          ids: (of[met] ?? []).slice(0, 4).map(({ listingId }) => listingId),
          met: Math.max(0, met),
        });
      }
    }, 300_000);

    it('putting nothing is no fault', async () => {
      await expect(store.put([])).resolves.toBeUndefined();
    });
  });
}
