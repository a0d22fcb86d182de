import type { ListingFacts, Pack } from '../packs/model.ts';
import type { HomeSearch, HomeWish } from '../reading/homeWish.ts';
import { matchListings } from './matchListings.ts';

/** What had to give way for anything to be found, one thing at a time. */
export type Relaxed = 'features' | 'kinds' | 'baths' | 'beds' | 'priceCents' | 'areas';

export interface FoundHomes {
  /** The best first, at most `shownAtOnce`. */
  homes: ListingFacts[];
  /** How many there are in all. */
  total: number;
  relaxed: Relaxed[];
}

export const shownAtOnce = 4;
const moreToSpend = 1.1;

/** What is let go first costs the least. */
const order: readonly Relaxed[] = ['features', 'baths', 'kinds', 'priceCents', 'beds', 'areas'];

/**
 * The homes for sale that a search comes to. When none meets every wish: the nearest, with one wish relaxed, and only where that is not
 * enough with one more. "More" never relaxes: what was shown was all. Compared are the home's own facts, never who lives near it.
 */
export function searchHomes(
  listings: readonly ListingFacts[],
  { why, wish, without }: HomeSearch,
  within: Pack['within'] = {},
): FoundHomes {
  const shown = new Set(without);
  const left = listings.filter(({ listingId }) => !shown.has(listingId));
  const find = (wanted: HomeWish) => matchListings(left, { ...wanted, ...areasOf(wanted, within) });
  const take = (found: ListingFacts[], relaxed: Relaxed[]): FoundHomes => ({
    homes: found.slice(0, shownAtOnce),
    total: found.length,
    relaxed,
  });
  const exact = find(wish);
  if (exact.length > 0 || why === 'more') return take(exact, []);
  const asked = order.filter(
    (name) => wish[name] !== undefined || (name === 'features' && wish.amenities !== undefined),
  );
  for (const name of asked) {
    const found = find(relax(wish, name));
    if (found.length > 0) return take(found, [name]);
  }
  let looser = wish;
  for (const [at, name] of asked.entries()) {
    looser = relax(looser, name);
    const found = find(looser);
    if (found.length > 0) return take(found, asked.slice(0, at + 1));
  }
  return take([], []);
}

function relax(wish: HomeWish, name: Relaxed): HomeWish {
  const { [name]: given, ...rest } = wish;
  if (name === 'beds' && wish.beds?.from)
    return { ...rest, beds: { ...wish.beds, from: Math.max(0, wish.beds.from - 1) } };
  if (name === 'priceCents' && wish.priceCents) {
    const { from, to } = wish.priceCents;
    const least = from === null ? null : Math.round(from / moreToSpend);
    return { ...rest, priceCents: { from: least, to: to === null ? null : Math.round(to * moreToSpend) } };
  }
  if (name !== 'features') return rest;
  const { amenities: _, ...plain } = rest;
  return plain;
}

/** An area stands for what lies in it as well. */
function areasOf({ areas }: HomeWish, within: NonNullable<Pack['within']>): Pick<HomeWish, 'areas'> {
  if (areas === undefined || areas.length === 0) return {};
  // The name of the market itself is no limit.
  const wanted = areas.filter((area) => area.toLowerCase() !== 'austin');
  const named = Object.entries(within);
  const inside = wanted.flatMap((area) => named.find(([name]) => name.toLowerCase() === area.toLowerCase())?.[1] ?? []);
  return { areas: [...wanted, ...inside] };
}
