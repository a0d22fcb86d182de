import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { reviewWords } from '../../../src/features/compliance/reviewWords.ts';
import { cardOf, presentHomes } from '../../../src/features/listings/presentHomes.ts';
import { readListings } from '../../../src/features/listings/readListings.ts';
import { searchHomes, shownAtOnce } from '../../../src/features/listings/searchHomes.ts';
import { austin } from '../../../src/features/packs/austin.ts';
import type { HomeSearch, HomeWish } from '../../../src/features/reading/homeWish.ts';

const csv = await readFile(new URL('../../../docs/demo-homes.csv', import.meta.url), 'utf8');
const { listings } = readListings(csv, { source: 'Barton Ridge Realty', asOf: '2026-11-16' });
const searchFor = (wish: HomeWish, more: Partial<HomeSearch> = {}): HomeSearch => ({
  why: 'wish',
  wish,
  without: [],
  ...more,
});
const find = (search: HomeSearch) => searchHomes(listings, search, austin.within);
const said = (search: HomeSearch, language: 'en' | 'es' = 'en') => presentHomes(search, find(search), language);
const upTo = (dollars: number) => ({ from: null, to: dollars * 100 });
const atLeast = (from: number) => ({ from, to: null });

describe('a search through the homes', () => {
  test('an area stands for what lies in it, and every home shown meets every wish', () => {
    const { homes, total, relaxed } = find(
      searchFor({ areas: ['South Austin'], beds: atLeast(3), priceCents: upTo(600_000) }),
    );
    expect([homes.length, total, relaxed]).toEqual([shownAtOnce, 7, []]);
    for (const home of homes) {
      expect([home.status, home.beds >= 3, home.priceCents <= 60_000_000]).toEqual(['active', true, true]);
      expect(['South Austin', ...(austin.within?.['South Austin'] ?? [])]).toContain(home.area);
    }
  });

  test('more goes on after what was shown, and ends honestly', () => {
    const wish = { areas: ['South Austin'], beds: atLeast(3), priceCents: upTo(600_000) };
    const first = find(searchFor(wish)).homes.map(({ listingId }) => listingId);
    const next = find(searchFor(wish, { why: 'more', without: first })).homes.map(({ listingId }) => listingId);
    expect(next).toHaveLength(3);
    expect(next.filter((id) => first.includes(id))).toEqual([]);
    const rest = searchFor(wish, { why: 'more', without: [...first, ...next] });
    expect(find(rest).homes).toEqual([]);
    expect(said(rest)).toBe('Those were all the ones that fit.');
  });

  test('B16: when nothing meets all, one thing gives way, and it is said which', () => {
    const dear = searchFor({ areas: ['Dripping Springs'], priceCents: upTo(460_000) });
    expect(find(dear)).toMatchObject({
      relaxed: ['priceCents'],
      homes: [{ listingId: 'demo-dripping-springs-cottage' }],
    });
    expect(said(dear)).toBe(
      'Nothing of ours meets all of that right now. Here is 1 that comes close, up to ten percent over that price.',
    );
    const large = searchFor({ areas: ['Dripping Springs'], beds: atLeast(5) });
    expect(find(large).relaxed).toEqual(['beds']);
    const nothing = searchFor({ priceCents: upTo(20_000) });
    expect(find(nothing).homes).toEqual([]);
    expect(said(nothing)).toMatch(/nothing for sale that comes close/);
  });

  test('features, kinds and ZIP codes are found in what is on file', () => {
    const ids = (wish: HomeWish) => find(searchFor(wish)).homes.map(({ listingId }) => listingId);
    expect(ids({ kinds: ['condo'], priceCents: upTo(350_000) })).toEqual(['demo-mueller-condo']);
    expect(ids({ features: ['pool'], beds: atLeast(4), priceCents: upTo(600_000) })).toEqual([
      'demo-south-austin-split',
    ]);
    expect(ids({ areas: ['78620'] })).toHaveLength(2);
  });

  test('a home that is pending, sold or removed is never shown', () => {
    const all = searchHomes(listings, searchFor({}), {});
    expect(all.total).toBe(listings.filter(({ status }) => status === 'active').length);
  });

  test.each(['en', 'es'] as const)('what is said of a search passes the rules, in %s', (language) => {
    const wishes: HomeWish[] = [
      {},
      { areas: ['South Austin', 'Mueller'], beds: atLeast(3), baths: atLeast(2), priceCents: upTo(700_000) },
      { kinds: ['condo'], features: ['pool'], amenities: { garage: true } },
      { areas: ['Dripping Springs'], priceCents: upTo(460_000) },
      { areas: ['Nowhere'], features: ['basement'], priceCents: upTo(20_000) },
    ];
    for (const wish of wishes)
      for (const why of ['wish', 'more', 'similar'] as const) {
        const words = said(searchFor(wish, { why }), language);
        expect(reviewWords(words, { audience: 'public' }).action, words).toBe('pass');
        expect(words).not.toMatch(/undefined|null|NaN|\?/);
      }
  });

  test('a card carries who says so and as of when', () => {
    expect(cardOf(listings[0] as never, 'en')).toMatchObject({ attribution: 'Barton Ridge Realty, November 16, 2026' });
  });
});
