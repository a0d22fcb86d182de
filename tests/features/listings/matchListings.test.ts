import { describe, expect, test } from 'vitest';
import { type MatchableListing, matchListings } from '../../../src/features/listings/matchListings.ts';
import type { HomeWish } from '../../../src/features/reading/home/homeWish.ts';

const home = (listingId: string, more: Partial<MatchableListing> = {}): MatchableListing => ({
  listingId,
  area: 'Zilker',
  priceCents: 50_000_000,
  beds: 3,
  baths: 2,
  status: 'active',
  ...more,
});
const ids = (listings: MatchableListing[], wish: HomeWish) => matchListings(listings, wish).map((l) => l.listingId);

describe('matchListings', () => {
  test('only active homes that meet every wish', () => {
    const listings = [
      home('fits', { amenities: { garage: true } }),
      home('sold', { status: 'sold', amenities: { garage: true } }),
      home('elsewhere', { area: 'Hyde Park', amenities: { garage: true } }),
      home('dear', { priceCents: 70_000_000, amenities: { garage: true } }),
      home('small', { beds: 2, amenities: { garage: true } }),
      home('carport', { amenities: { garage: false } }),
    ];
    const wish: HomeWish = {
      areas: ['zilker'],
      beds: { from: 3, to: null },
      priceCents: { from: null, to: 60_000_000 },
      amenities: { garage: true },
    };
    expect(ids(listings, wish)).toEqual(['fits']);
  });
  test('an unknown fact about a home meets no wish for it', () => {
    expect(ids([home('unknown')], { amenities: { pets: true } })).toEqual([]);
    expect(ids([home('unknown')], { tenure: 'rent' })).toEqual([]);
    expect(ids([home('unknown')], {})).toEqual(['unknown']);
  });
  test('the nearest to the wish comes first, whatever the order given', () => {
    const listings = [home('large', { beds: 5 }), home('far', { priceCents: 30_000_000 }), home('near'), home('also')];
    const wish: HomeWish = { beds: { from: 3, to: null }, priceCents: { from: 40_000_000, to: 60_000_000 } };
    const anyPrice: HomeWish = { beds: { from: 3, to: null } };
    expect(ids(listings, wish)).toEqual(['also', 'near', 'large']);
    expect(ids([...listings].reverse(), wish)).toEqual(['also', 'near', 'large']);
    expect(ids(listings, anyPrice)).toEqual(['far', 'also', 'near', 'large']);
  });
});
