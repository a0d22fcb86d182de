import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createMemoryListingStore } from '../../../src/adapters/memory/listingStore.ts';
import { reviewWords } from '../../../src/features/compliance/reviewWords.ts';
import { mostCounted } from '../../../src/features/listings/ports.ts';
import { cardOf, presentHomes } from '../../../src/features/listings/presentHomes.ts';
import { readListings } from '../../../src/features/listings/readListings.ts';
import { searchHomes, shownAtOnce } from '../../../src/features/listings/searchHomes.ts';
import { austin } from '../../../src/features/packs/austin.ts';
import type { HomeSearch, HomeWish } from '../../../src/features/reading/home/homeWish.ts';

const csv = await readFile(new URL('../../../docs/demo-homes.csv', import.meta.url), 'utf8');
const { listings } = readListings(csv, { source: 'Barton Ridge Realty', asOf: '2026-11-16' });
const searchFor = (wish: HomeWish, more: Partial<HomeSearch> = {}): HomeSearch => ({
  why: 'wish',
  wish,
  without: [],
  ...more,
});
const store = createMemoryListingStore();
await store.put(listings.map((facts) => ({ ...facts, tenantId: 't1', importedAt: 0 })));
const find = (search: HomeSearch) => searchHomes(store, 't1', search, austin);
const said = async (search: HomeSearch, language: 'en' | 'es' = 'en') =>
  presentHomes(search, await find(search), language);
const upTo = (dollars: number) => ({ from: null, to: dollars * 100 });
const atLeast = (from: number) => ({ from, to: null });

describe('a search through the homes', () => {
  test('an area stands for what lies in it, and every home shown meets every wish', async () => {
    const { homes, total, relaxed } = await find(
      searchFor({ areas: ['South Austin'], beds: atLeast(3), priceCents: upTo(600_000) }),
    );
    expect([homes.length, total, relaxed]).toEqual([shownAtOnce, 7, []]);
    for (const home of homes) {
      expect([home.status, home.beds >= 3, home.priceCents <= 60_000_000]).toEqual(['active', true, true]);
      expect(['South Austin', ...(austin.within?.['South Austin'] ?? [])]).toContain(home.area);
    }
  });

  test('more goes on after what was shown, and ends honestly', async () => {
    const wish = { areas: ['South Austin'], beds: atLeast(3), priceCents: upTo(600_000) };
    const first = (await find(searchFor(wish))).homes.map(({ listingId }) => listingId);
    const next = (await find(searchFor(wish, { why: 'more', without: first }))).homes.map(({ listingId }) => listingId);
    expect(next).toHaveLength(3);
    expect(next.filter((id) => first.includes(id))).toEqual([]);
    const rest = searchFor(wish, { why: 'more', without: [...first, ...next] });
    expect((await find(rest)).homes).toEqual([]);
    expect(await said(rest)).toBe('Those were all the ones that fit.');
  });

  test('B16: when nothing meets all, one thing gives way, and it is said which', async () => {
    const dear = searchFor({ areas: ['Dripping Springs'], priceCents: upTo(460_000) });
    expect(await find(dear)).toMatchObject({
      relaxed: ['priceCents'],
      homes: [{ listingId: 'demo-dripping-springs-cottage' }],
    });
    expect(await said(dear)).toBe(
      'Nothing of ours meets all of that right now. Here is 1 that comes close, up to ten percent over that price.',
    );
    // The home of the page is none of those that are shown, and what it meets is not denied.
    expect(presentHomes(dear, await find(dear), 'en', true)).toMatch(/^Nothing else of ours meets all of that/);
    const large = searchFor({ areas: ['Dripping Springs'], beds: atLeast(5) });
    expect((await find(large)).relaxed).toEqual(['beds']);
    const nothing = searchFor({ priceCents: upTo(20_000) });
    expect((await find(nothing)).homes).toEqual([]);
    expect(await said(nothing)).toMatch(/nothing for sale that comes close/);
  });

  test('one question to the store is enough, whatever has to give way', async () => {
    let asked = 0;
    const counted: typeof store.search = (...query) => {
      asked += 1;
      return store.search(...query);
    };
    const rare = { beds: atLeast(9), baths: atLeast(9), features: ['basement' as const], areas: ['Nowhere'] };
    for (const wish of [{}, rare, { ...rare, kinds: ['condo'], priceCents: upTo(20_000) }]) {
      asked = 0;
      await searchHomes({ search: counted }, 't1', searchFor(wish), austin);
      expect(asked).toBe(1);
    }
  });

  test('features, kinds and ZIP codes are found in what is on file', async () => {
    const ids = async (wish: HomeWish) => (await find(searchFor(wish))).homes.map(({ listingId }) => listingId);
    expect(await ids({ kinds: ['condo'], priceCents: upTo(350_000) })).toEqual(['demo-mueller-condo']);
    expect(await ids({ features: ['pool'], beds: atLeast(4), priceCents: upTo(600_000) })).toEqual([
      'demo-south-austin-split',
    ]);
    expect(await ids({ areas: ['78620'] })).toHaveLength(2);
  });

  test('a home that is pending, sold or removed is never shown', async () => {
    const all = await find(searchFor({}));
    expect(all.total).toBe(listings.filter(({ status }) => status === 'active').length);
  });

  test.each(['en', 'es'] as const)('the words about a search pass the rules, in %s', async (language) => {
    const wishes: HomeWish[] = [
      {},
      { areas: ['South Austin', 'Mueller'], beds: atLeast(3), baths: atLeast(2), priceCents: upTo(700_000) },
      { kinds: ['condo'], features: ['pool'], amenities: { garage: true } },
      { areas: ['Dripping Springs'], priceCents: upTo(460_000) },
      { areas: ['Nowhere'], features: ['basement'], priceCents: upTo(20_000) },
    ];
    for (const wish of wishes)
      for (const why of ['wish', 'more', 'similar'] as const) {
        const words = await said(searchFor(wish, { why }), language);
        expect(reviewWords(words, { audience: 'public' }).action, words).toBe('pass');
        expect(words).not.toMatch(/undefined|null|NaN|\?/);
      }
  });

  test('of more homes than anybody counts it is said that there are at least so many', () => {
    const found = { homes: listings.slice(0, shownAtOnce), total: mostCounted, relaxed: [] };
    expect(presentHomes(searchFor({}), found, 'en')).toBe('I found at least 100 homes. Here are the first 4.');
    expect(presentHomes(searchFor({}), found, 'es')).toBe('Encontré al menos 100 casas. Le muestro las primeras 4.');
    expect(reviewWords(presentHomes(searchFor({}), found, 'en'), { audience: 'public' }).action).toBe('pass');
  });

  test('the name of the market is no limit, and the name of another’s is', async () => {
    const wish = { areas: ['Austin'] };
    expect((await find(searchFor(wish))).relaxed).toEqual([]);
    expect((await searchHomes(store, 't1', searchFor(wish), {})).relaxed).toEqual(['areas']);
  });

  test('a card carries who says so and as of when', async () => {
    const facts = listings.find(({ listedOn, status }) => listedOn === undefined && status === 'active');
    await store.put(facts === undefined ? [] : [{ ...facts, tenantId: 't2', importedAt: 5 }]);
    const home = await store.find('t2', facts?.listingId ?? '');
    expect(home && cardOf(home, 'en', 5)).toMatchObject({
      attribution: 'Barton Ridge Realty, November 16, 2026',
      marks: ['new'],
    });
    const photos = [{ id: 'p1', width: 800, height: 600 }];
    const cheaper = { priceCents: (home?.priceCents ?? 0) + 100, until: 5 };
    const changed = home && { ...home, earlierPrice: cheaper, record: { ...home.record, photos } };
    expect(changed && cardOf(changed, 'en', 30 * 86_400_000)).toMatchObject({
      photo: { photoId: 'p1', width: 800, height: 600 },
      marks: ['price-drop'],
      earlierPriceCents: cheaper.priceCents,
    });
  });
});
