import type { HomeWish } from '../reading/home/homeWish.ts';
import { looseNamesIn, namesIn, namesOf } from './findHome.ts';
import { matchListings } from './matchListings.ts';
import type { KeptListing } from './model.ts';
import { type FoundListings, mostCounted, mostNamed } from './ports.ts';

const byId = (a: KeptListing, b: KeptListing): number => (a.listingId < b.listingId ? -1 : 1);

/** `ListingStore.named` of homes that are at hand. */
export function namedAmong(homes: readonly KeptListing[], text: string): KeptListing[] {
  for (const said of [new Set(namesIn(text)), new Set(looseNamesIn(text))]) {
    const named = homes.filter(({ title }) => namesOf(title).some((name) => said.has(name)));
    if (named.length > 0) return named.toSorted(byId).slice(0, mostNamed);
  }
  return [];
}

/** `ListingStore.search` of homes that are at hand. */
export function searchAmong(
  homes: readonly KeptListing[],
  wishes: readonly HomeWish[],
  { without, limit }: { without: readonly string[]; limit: number },
): FoundListings {
  const hidden = new Set(without);
  const left = homes.filter(({ listingId }) => !hidden.has(listingId));
  for (const [met, wish] of wishes.entries()) {
    const found = matchListings(left, wish);
    if (found.length > 0) return { homes: found.slice(0, limit), total: Math.min(found.length, mostCounted), met };
  }
  return { homes: [], total: 0, met: 0 };
}
