import type { ListingFacts } from '../packs/model.ts';
import type { Bounds, HomeWish } from '../reading/homeWish.ts';
import type { Amenity } from '../reading/readAmenities.ts';
import type { Tenure } from '../reading/readTenure.ts';

import { showsFeature } from './factWords.ts';

/** What is compared of a home. What is absent is not known, and what is not known meets no wish. */
export type MatchableListing = Pick<ListingFacts, 'listingId' | 'area' | 'priceCents' | 'beds' | 'baths' | 'status'> &
  Partial<Pick<ListingFacts, 'address' | 'propertyType' | 'features' | 'description' | 'parking'>> & {
    tenure?: Tenure;
    amenities?: Partial<Record<Amenity | 'pool', boolean>>;
  };

/**
 * The active listings that meet every wish, the fitting ones first: fewest bedrooms and bathrooms beyond what was asked, then the price
 * nearest to the middle of the budget (without one, the lower price), then the id, so that the order never depends on the input's.
 */
export function matchListings<Listing extends MatchableListing>(
  listings: readonly Listing[],
  wish: HomeWish,
): Listing[] {
  const areas = wish.areas?.length ? new Set(wish.areas.map(inLowerCase)) : null;
  return listings
    .filter((listing) => listing.status === 'active' && meets(listing, wish, areas))
    .sort((a, b) => compare(distances(a, wish), distances(b, wish)) || (a.listingId < b.listingId ? -1 : 1));
}

function meets(listing: MatchableListing, wish: HomeWish, areas: ReadonlySet<string> | null): boolean {
  if (areas && !areas.has(inLowerCase(listing.area)) && ![...areas].some((area) => isZipOf(area, listing)))
    return false;
  if (!within(listing.beds, wish.beds) || !within(listing.baths, wish.baths)) return false;
  if (!within(listing.priceCents, wish.priceCents)) return false;
  if (wish.tenure !== undefined && listing.tenure !== wish.tenure) return false;
  if (wish.kinds?.length && !wish.kinds.includes(listing.propertyType ?? '')) return false;
  if (!(wish.features ?? []).every((feature) => showsFeature(listing, feature) !== null)) return false;
  return (Object.entries(wish.amenities ?? {}) as [Amenity, boolean][]).every(
    ([amenity, wanted]) => listing.amenities?.[amenity] === wanted,
  );
}

const isZipOf = (area: string, { address = '' }: MatchableListing): boolean =>
  /^\d{5}$/.test(area) && address.includes(area);

const inLowerCase = (area: string): string => area.trim().toLowerCase();
const within = (value: number, bounds: Bounds | undefined): boolean =>
  bounds === undefined ||
  ((bounds.from === null || value >= bounds.from) && (bounds.to === null || value <= bounds.to));

/** How far a home is from what was asked, what weighs most first. */
function distances(listing: MatchableListing, { beds, baths, priceCents }: HomeWish): number[] {
  const from = priceCents?.from ?? priceCents?.to ?? 0;
  const to = priceCents?.to ?? priceCents?.from ?? 0;
  return [
    listing.beds - (beds?.from ?? listing.beds),
    listing.baths - (baths?.from ?? listing.baths),
    Math.abs(listing.priceCents - (from + to) / 2),
  ];
}

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((distance, index) => distance !== b[index]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}
