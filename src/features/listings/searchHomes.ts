import type { Pack } from '../packs/model.ts';
import type { HomeSearch, HomeWish } from '../reading/home/homeWish.ts';
import type { KeptListing } from './model.ts';
import type { ListingStore } from './ports.ts';

/** The wishes that had to give way for anything to be found, one thing at a time. */
export type Relaxed = 'features' | 'kinds' | 'baths' | 'beds' | 'priceCents' | 'areas';

export interface FoundHomes {
  /** The best first, at most `shownAtOnce`. */
  homes: KeptListing[];
  /** How many there are in all; from `mostCounted` on: at least so many. */
  total: number;
  relaxed: Relaxed[];
}

export const shownAtOnce = 4;
const moreToSpend = 1.1;

/** Wishes in the order in which they are relaxed: the least important first. */
const order: readonly Relaxed[] = ['features', 'baths', 'kinds', 'priceCents', 'beds', 'areas'];

/**
 * The homes for sale that a search finds. When none meets every wish: the nearest, with one wish relaxed, and only where that is
 * not enough with one more. "More" never relaxes: the homes already shown were all of them. Only the home's own facts are
 * compared, never who lives near it.
 */
export async function searchHomes(
  listings: Pick<ListingStore, 'search'>,
  tenantId: string,
  { why, wish, without }: HomeSearch,
  { within = {}, market }: Pick<Pack, 'within' | 'market'>,
): Promise<FoundHomes> {
  const asked = order.filter(
    (name) => wish[name] !== undefined || (name === 'features' && wish.amenities !== undefined),
  );
  const ways: Relaxed[][] = why === 'more' ? [] : waysOf(asked);
  const wishes = [[], ...ways].map((relaxed) => {
    const wanted = relaxed.reduce(relax, wish);
    return { ...wanted, ...areasOf(wanted, within, market?.cities[0]) };
  });
  const { homes, total, met } = await listings.search(tenantId, wishes, { without, limit: shownAtOnce });
  return { homes, total, relaxed: ways[met - 1] ?? [] };
}

/** Each thing alone, then the first two, the first three, and all of them. */
const waysOf = (asked: readonly Relaxed[]): Relaxed[][] => [
  ...asked.map((name) => [name]),
  ...asked.slice(1).map((_, at) => asked.slice(0, at + 2)),
];

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

/** The areas that a wish covers: an area also stands for what lies in it; the name of the market itself (`everywhere`) is no limit. */
function areasOf(
  { areas }: HomeWish,
  within: NonNullable<Pack['within']>,
  everywhere: string | undefined,
): Pick<HomeWish, 'areas'> {
  if (areas === undefined || areas.length === 0) return {};
  const wanted = areas.filter((area) => area.toLowerCase() !== everywhere?.toLowerCase());
  const named = Object.entries(within);
  const inside = wanted.flatMap((area) => named.find(([name]) => name.toLowerCase() === area.toLowerCase())?.[1] ?? []);
  return { areas: [...wanted, ...inside] };
}
