import { sha256 } from '../../kernel/ids.ts';
import type { HomeWish } from '../reading/home/homeWish.ts';
import { type HomeFeature, homeFeatures } from '../reading/home/readHomeFeatures.ts';
import { showsFeature } from './factWords.ts';
import { areaKey, byDistance, type Distances, distancesOf, type MatchableListing, within } from './matchListings.ts';
import type { Listing } from './model.ts';

/** Homes with as many bedrooms and bathrooms, as one word: "3|2.5". */
export const roomsOf = ({ beds, baths }: Pick<Listing, 'beds' | 'baths'>): string => `${beds}|${baths}`;

/** Every feature that the words on file show. */
export const featuresShown = (listing: MatchableListing): HomeFeature[] =>
  (Object.keys(homeFeatures) as HomeFeature[]).filter((feature) => showsFeature(listing, feature) !== null);

/** A version of the derived keys: keys stored under another version are derived again. */
export const keysVersion = sha256(
  JSON.stringify(['3', ...Object.entries(homeFeatures).map(([name, pattern]) => [name, String(pattern)])]),
).slice(0, 16);

/** One ID in some 256: between two of them in a row so few homes lie that they are read at once. */
export const isFence = (listingId: string): boolean => sha256(listingId).startsWith('00');

export const openHouseMark = 'open-house';

/** Each thing that a wish may ask for and this home has; none where it is not for sale. */
export function marksOf(listing: Listing, shown: readonly HomeFeature[]): string[] {
  const { status, area, address, propertyType, amenities = {}, openHouses = [] } = listing;
  if (status !== 'active') return [];
  return [
    ...new Set([areaKey(area), ...zipsIn(address)].map((place) => `place:${place}`)),
    ...(propertyType === undefined ? [] : [`kind:${propertyType}`]),
    ...shown.map((feature) => `feature:${feature}`),
    ...Object.entries(amenities).map(([amenity, has]) => `${amenity}:${has}`),
    ...(openHouses.length > 0 ? [openHouseMark] : []),
  ];
}

/** The part between two commas in the address of a home for sale: its city. */
export const citiesOf = ({ status, address }: Pick<Listing, 'status' | 'address'>): string[] =>
  status === 'active' ? [...new Set([...address.matchAll(/, ([^,]+)(?=,)/g)].map(([, city = '']) => city))] : [];

/** Every run of five digits in an address, for wishes that name a ZIP code. */
const zipsIn = (address: string): string[] => [...address.matchAll(/(?=(\d{5}))/g)].flatMap(([, zip]) => zip ?? []);

/** A thing asked for: a home that meets it has one of these marks; so many for sale have, at most. */
export interface MarksAsked {
  marks: string[];
  homes: number;
}

/** The marks that a wish asks for, the rarest first by `counts`: how many homes for sale have each mark. */
export function marksAsked(
  { areas = [], features = [], amenities = {}, kinds = [] }: HomeWish,
  counts: Readonly<Record<string, number>>,
): MarksAsked[] {
  const asked = [
    [...new Set(areas.map((area) => `place:${areaKey(area)}`))],
    [...new Set(kinds.map((kind) => `kind:${kind}`))],
    ...features.map((feature) => [`feature:${feature}`]),
    ...Object.entries(amenities).map(([amenity, has]) => [`${amenity}:${has}`]),
  ].filter((marks) => marks.length > 0);
  return asked
    .map((marks) => ({ marks, homes: marks.reduce((sum, mark) => sum + (counts[mark] ?? 0), 0) }))
    .sort((a, b) => a.homes - b.homes);
}

/** Homes of some rooms, and how far from a wish the nearest of them may be. */
export interface RoomsWished {
  beds: number;
  baths: number;
  nearest: Distances;
}

/** The rooms that a wish allows, the nearest first. */
export function roomsFor(rooms: readonly string[], wish: HomeWish): RoomsWished[] {
  const found: RoomsWished[] = [];
  for (const one of rooms) {
    const [beds = 0, baths = 0] = one.split('|').map(Number);
    if (!within(beds, wish.beds) || !within(baths, wish.baths)) continue;
    const [more, moreBaths] = distancesOf({ beds, baths, priceCents: 0 }, wish);
    found.push({ beds, baths, nearest: [more, moreBaths, 0] });
  }
  return found.sort((a, b) => byDistance(a.nearest, b.nearest));
}
