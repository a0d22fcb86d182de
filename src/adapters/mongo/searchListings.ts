import { type Model, trusted } from 'mongoose';
import { marksAsked, type RoomsWished, roomsFor, roomsOf } from '../../features/listings/homeKeys.ts';
import { byDistance, matchListings, within } from '../../features/listings/matchListings.ts';
import type { EarlierPrice, HomePhoto } from '../../features/listings/model.ts';
import { mostCounted } from '../../features/listings/ports.ts';
import type { ListingFacts } from '../../features/packs/model.ts';
import type { HomeWish } from '../../features/reading/home/homeWish.ts';
import type { HomeFeature } from '../../features/reading/home/readHomeFeatures.ts';
import type { ChangingRow } from './changedAt.ts';
import { guarded } from './mongoStore.ts';

/**
 * The facts are kept as one value: they are read and replaced as a whole. The fields after them are derived, for looking homes up: each
 * index begins with a field of its own, because SecantusDB reads all that its index finds, whatever the limit, and takes another index
 * where it may.
 */
export interface ListingRow extends ChangingRow {
  _id: string;
  tenantId: string;
  importedAt: number;
  by?: string;
  facts: ListingFacts;
  earlierPrice?: EarlierPrice;
  /** The fields from here on are absent in rows of an older hub. */
  priceSince?: number;
  version?: number;
  firstSeenAt?: number;
  photos?: HomePhoto[];
  photosVersion?: number;
  photoAddresses?: string[];
  photosFailed?: string[];
  photosRemoved?: string[];
  /** The tenant, while photos at these addresses wait to be fetched. */
  photosWanted?: string;
  /** Of which version the rest is; absent in rows of an older hub. */
  keyed: string;
  names: string[];
  marks: string[];
  shown: HomeFeature[];
  cities: string[];
  /** Both are the tenant, and absent where the home is not for sale. */
  forSale?: string;
  priced?: string;
}
/** A thing that a home has, or a name of it, within its tenant. */
export const markKey = (tenantId: string, mark: string): string => `${tenantId}|${mark}`;

/** How many homes of these rooms are for sale, and prices of theirs, the lowest first, as many homes apart. */
export interface PricedRooms {
  rooms: string;
  homes: number;
  prices: number[];
}

interface Homes {
  tenantId: string;
  /** The rooms that its homes have, how many there are in all, how many for sale have each mark, and some prices of those for sale. */
  rooms: readonly string[];
  total: number;
  marks: Readonly<Record<string, number>>;
  priced: readonly PricedRooms[];
}
interface Asked {
  wish: HomeWish;
  without: readonly string[];
  limit: number;
}

/** So few homes are all read in one go, and compared here. */
const readAtOnce = 300;
/** A database on a small machine reads so many in a tenth of a second. */
const mostAtOnce = 2_000;
/** Where nothing is known of the prices, homes cost so much, up to so many times as much. */
const [cheapCents, dearest] = [10_000_000, 20];
/** What is known of the homes may be some minutes old, and of things that were asked for together some belong together. */
const margin = 1.3;

/**
 * The homes of the first wish that any home meets, as `search` finds them. The last wish is the widest: where all that meet it are
 * read, the others are compared with those.
 */
export async function searchFirstMet(
  [first, ...wider]: readonly HomeWish[],
  search: (wish: HomeWish) => Promise<Candidate[]>,
): Promise<{ found: Candidate[]; met: number }> {
  const exact = first === undefined ? [] : await search(first);
  const last = wider.at(-1);
  if (exact.length > 0 || last === undefined) return { found: exact, met: 0 };
  const widest = await search(last);
  const areAllRead = widest.length < mostCounted;
  for (const [at, wish] of wider.entries()) {
    const found = wish === last ? widest : areAllRead ? matchListings(widest, wish) : await search(wish);
    if (found.length > 0) return { found, met: at + 1 };
  }
  return { found: [], met: 0 };
}

/**
 * The homes for sale of a wish, the nearest first: all of them, or at least `mostCounted` with the first `limit` in their right order.
 * If few homes have one of the features asked for, those are read; else homes are read in the order of the answer until enough fit, as many
 * at a time as should do: however many homes there are, a search asks a few times.
 */
export async function searchListings(
  listings: Model<ListingRow>,
  { tenantId, rooms, total, marks, priced }: Homes,
  { wish, without, limit }: Asked,
): Promise<Candidate[]> {
  const hidden = new Set(without);
  const { read } = guarded({
    async read(filter: Record<string, unknown>): Promise<Candidate[]> {
      const rows = await listings.find(filter, comparedFields).lean<ListingRow[]>();
      return rows
        .filter((row) => row.tenantId === tenantId && !hidden.has(row.facts.listingId))
        .map(({ facts, shown }) => ({ ...facts, shown }));
    },
  });
  if (total <= readAtOnce) return matchListings(await read({ forSale: tenantId }), wish);
  const asked = marksAsked(wish, marks);
  // As if the things asked for had nothing to do with each other.
  const fitting = asked.reduce((share, { homes }) => share * Math.min(1, homes / total), 1);
  const readInOrder = Math.min(total, mostCounted / fitting);
  const [rarest] = asked;
  if (rarest !== undefined && rarest.homes <= readInOrder) {
    const keys = rarest.marks.map((mark) => markKey(tenantId, mark));
    const found = await Promise.all(keys.map((key) => read({ marks: key })));
    // A home may lie in an area and in a ZIP code that were both asked for.
    return matchListings([...new Map(found.flat().map((home) => [home.listingId, home])).values()], wish);
  }
  const all = rooms.flatMap((one) => pricesOf(one, priced, total / rooms.length));
  const wanted = readInOrder * margin;
  const namesRooms = wish.beds?.from != null || wish.baths?.from != null;
  const isByRooms =
    namesRooms &&
    // So few have a price that was asked for that all of them are read, whatever their rooms: one question for a dozen.
    homesWithin(wish, all) > Math.min(3 * wanted, mostAtOnce);
  const groups = isByRooms
    ? equallyNear(roomsFor(rooms, wish)).map((group) => ({
        prices: group.flatMap((one) => pricesOf(roomsOf(one), priced, total / rooms.length)),
        filters: group.map(({ beds, baths }) => ({ forSale: tenantId, 'facts.beds': beds, 'facts.baths': baths })),
      }))
    : [{ prices: namesRooms ? [] : all, filters: [{ priced: tenantId }] }];
  let found: Candidate[] = [];
  for (const { prices, filters } of groups) {
    for (const windows of windowsFrom(wish, prices, wanted)) {
      const more = windows.flatMap((cents) =>
        filters.map((filter) => read({ ...filter, 'facts.priceCents': trusted(cents) })),
      );
      found = matchListings([...found, ...(await Promise.all(more)).flat()], wish);
      // All that is left is further from the wish than what was found.
      if (found.length >= Math.max(mostCounted, limit)) return found;
    }
  }
  return found;
}

/** Neighbours in the list whose homes are as near to the wish as each other's, but for their prices. */
function equallyNear(rooms: readonly RoomsWished[]): RoomsWished[][] {
  const groups: RoomsWished[][] = [];
  for (const one of rooms) {
    const group = groups.at(-1);
    if (group?.[0] && byDistance(group[0].nearest, one.nearest) === 0) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** A price that so many homes have about. */
interface Price {
  cents: number;
  homes: number;
}
/** The prices of homes of these rooms; of rooms that were not counted yet, as if they were the `usual` number, at every price. */
function pricesOf(rooms: string, priced: readonly PricedRooms[], usual: number): Price[] {
  const known = priced.find((one) => one.rooms === rooms);
  if (known !== undefined) return known.prices.map((cents) => ({ cents, homes: known.homes / known.prices.length }));
  return Array.from({ length: dearest }, (_, at) => ({ cents: (at + 1) * cheapCents, homes: usual / dearest }));
}
const homesWithin = ({ priceCents }: HomeWish, prices: readonly Price[]): number =>
  prices.reduce((sum, { cents, homes }) => sum + (within(cents, priceCents) ? homes : 0), 0);

interface Window {
  $gte?: number;
  $gt?: number;
  $lt?: number;
  $lte?: number;
}
/**
 * Prices in steps away from the middle of what was asked, on both sides at once, which do not overlap; without a budget upward from
 * nothing. By the prices that are known, the first step finds as many homes as are wanted, and all up to each further one three times as many.
 */
function* windowsFrom({ priceCents }: HomeWish, prices: readonly Price[], wanted: number): Generator<Window[]> {
  const { from = null, to = null } = priceCents ?? {};
  const [least, most] = [from ?? 0, to ?? Number.MAX_SAFE_INTEGER];
  const middle = ((from ?? to ?? 0) + (to ?? from ?? 0)) / 2;
  const reaches: number[] = [];
  let [expected, next] = [0, wanted];
  const nearestFirst = prices
    .filter(({ cents }) => within(cents, priceCents))
    .map(({ cents, homes }) => ({ reach: Math.max(1, Math.abs(cents - middle)), homes }))
    .sort((a, b) => a.reach - b.reach);
  for (const { reach, homes } of nearestFirst) {
    expected += homes;
    if (expected < next) continue;
    reaches.push(reach);
    next *= 3;
  }
  let [low, high] = [middle, middle];
  for (const reach of [...reaches, Number.MAX_SAFE_INTEGER]) {
    const [nextLow, nextHigh] = [Math.max(least, middle - reach), Math.min(most, middle + reach)];
    yield low === high
      ? [{ $gte: nextLow, $lte: nextHigh }]
      : [
          ...(nextLow < low ? [{ $gte: nextLow, $lt: low }] : []),
          ...(nextHigh > high ? [{ $gt: high, $lte: nextHigh }] : []),
        ];
    if (nextLow === least && nextHigh === most) return;
    [low, high] = [nextLow, nextHigh];
  }
}

/** The fields of a home that are compared: not its words. */
const comparedFields = Object.fromEntries(
  [
    'tenantId',
    'shown',
    ...['listingId', 'area', 'address', 'priceCents', 'beds', 'baths', 'status', 'propertyType', 'amenities'].map(
      (name) => `facts.${name}`,
    ),
  ].map((name) => [name, 1]),
);
type Candidate = Pick<
  ListingRow['facts'],
  'listingId' | 'area' | 'address' | 'priceCents' | 'beds' | 'baths' | 'status' | 'propertyType' | 'amenities'
> &
  Pick<ListingRow, 'shown'>;
