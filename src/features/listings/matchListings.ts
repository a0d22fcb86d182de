import type { ListingFacts } from '../packs/model.ts';
import type { Bounds, HomeWish } from '../reading/home/homeWish.ts';
import type { Amenity } from '../reading/home/readAmenities.ts';
import type { HomeFeature } from '../reading/home/readHomeFeatures.ts';
import type { Tenure } from '../reading/person/readTenure.ts';

import { showsFeature } from './factWords.ts';

/** The facts of a home that are compared. An absent fact is not known, and meets no wish. */
export type MatchableListing = Pick<ListingFacts, 'listingId' | 'area' | 'priceCents' | 'beds' | 'baths' | 'status'> &
  Partial<Pick<ListingFacts, 'address' | 'propertyType' | 'features' | 'description' | 'parking'>> & {
    tenure?: Tenure;
    amenities?: Partial<Record<Amenity | 'pool', boolean>>;
    /** The features that its words show; absent: its words are read. */
    shown?: readonly HomeFeature[];
  };

/**
 * The active listings that meet every wish, the fitting ones first: fewest bedrooms and bathrooms beyond what was asked, then the price
 * nearest to the middle of the budget (without one, the lower price), then the id, so that the order never depends on the input's.
 */
export function matchListings<Listing extends MatchableListing>(
  listings: readonly Listing[],
  wish: HomeWish,
): Listing[] {
  const areas = wish.areas?.length ? new Set(wish.areas.map(areaKey)) : null;
  return listings
    .filter((listing) => listing.status === 'active' && meets(listing, wish, areas))
    .sort((a, b) => nearerFirst(a, b, wish));
}

type Compared = Pick<MatchableListing, 'listingId' | 'beds' | 'baths' | 'priceCents'>;
const nearerFirst = (a: Compared, b: Compared, wish: HomeWish): number =>
  byDistance(distancesOf(a, wish), distancesOf(b, wish)) || (a.listingId < b.listingId ? -1 : 1);

function meets(listing: MatchableListing, wish: HomeWish, areas: ReadonlySet<string> | null): boolean {
  if (areas && !areas.has(areaKey(listing.area)) && ![...areas].some((area) => isZipOf(area, listing))) return false;
  if (!within(listing.beds, wish.beds) || !within(listing.baths, wish.baths)) return false;
  if (!within(listing.priceCents, wish.priceCents)) return false;
  if (wish.tenure !== undefined && listing.tenure !== wish.tenure) return false;
  if (wish.kinds?.length && !wish.kinds.includes(listing.propertyType ?? '')) return false;
  const shows = (feature: HomeFeature) => listing.shown?.includes(feature) ?? showsFeature(listing, feature) !== null;
  if (!(wish.features ?? []).every(shows)) return false;
  return (Object.entries(wish.amenities ?? {}) as [Amenity, boolean][]).every(
    ([amenity, wanted]) => listing.amenities?.[amenity] === wanted,
  );
}

const isZipOf = (area: string, { address = '' }: MatchableListing): boolean =>
  /^\d{5}$/.test(area) && address.includes(area);

/** How areas are compared. */
export const areaKey = (area: string): string => area.trim().toLowerCase();
/** Whether a value lies within the bounds, both included; without bounds it always does. */
export const within = (value: number, bounds: Bounds | undefined): boolean =>
  bounds === undefined ||
  ((bounds.from === null || value >= bounds.from) && (bounds.to === null || value <= bounds.to));

/** How far a home is from what was asked: bedrooms and bathrooms beyond it, and cents from the middle of the budget. */
export type Distances = readonly [beds: number, baths: number, cents: number];
export function distancesOf(
  listing: Pick<MatchableListing, 'beds' | 'baths' | 'priceCents'>,
  { beds, baths, priceCents }: HomeWish,
): Distances {
  const from = priceCents?.from ?? priceCents?.to ?? 0;
  const to = priceCents?.to ?? priceCents?.from ?? 0;
  return [
    listing.beds - (beds?.from ?? listing.beds),
    listing.baths - (baths?.from ?? listing.baths),
    Math.abs(listing.priceCents - (from + to) / 2),
  ];
}

export const byDistance = (a: Distances, b: Distances): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
