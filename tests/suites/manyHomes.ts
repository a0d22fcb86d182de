import type { Listing } from '../../src/features/listings/model.ts';
import { homeKinds, listingStatuses } from '../../src/features/packs/model.ts';
import type { HomeWish } from '../../src/features/reading/home/homeWish.ts';
import { type HomeFeature, homeFeatures } from '../../src/features/reading/home/readHomeFeatures.ts';

/** Numbers that are the same in every run, by Park and Miller. */
function dice(seed: number): (sides: number) => number {
  let at = seed;
  return (sides) => {
    at = (at * 48_271) % 2_147_483_647;
    return at % sides;
  };
}
const areas = Array.from({ length: 40 }, (_, at) => `Part ${at}`);
const words = ['Pool', 'Deck', 'Fenced yard', 'Fireplace', 'Hardwood floors', 'Elevator', 'Home office', 'Balcony'];

/** Homes of one tenant, some of every kind, many alike in rooms and price. */
export function manyHomes(tenantId: string, count: number): Listing[] {
  const throwDie = dice(7);
  return Array.from({ length: count }, (_, at) => {
    const zip = 78_700 + throwDie(60);
    const propertyType = throwDie(10) === 0 ? undefined : homeKinds[throwDie(homeKinds.length)];
    return {
      tenantId,
      listingId: `home-${(at * 7_919) % 100_003}`,
      importedAt: 1,
      title: `${100 + throwDie(9_000)} Street ${at}`,
      address: `${100 + throwDie(9_000)} Street ${at}, Austin, TX ${zip}`,
      area: areas[throwDie(areas.length)] ?? '',
      priceCents: 15_000_000 + throwDie(400) * 500_000,
      currency: 'USD',
      beds: throwDie(7),
      baths: 1 + throwDie(7) / 2,
      areaSqft: 800 + throwDie(3_000),
      ...(propertyType === undefined ? {} : { propertyType }),
      status: throwDie(5) === 0 ? (listingStatuses[throwDie(4)] ?? 'active') : 'active',
      description: throwDie(9) === 0 ? 'A quiet house. The pool is heated.' : 'A quiet house.',
      features: throwDie(3) === 0 ? [] : [words[throwDie(words.length)] ?? '', words[throwDie(words.length)] ?? ''],
      ...(throwDie(4) === 0 ? {} : { amenities: { garage: throwDie(2) === 0, pool: throwDie(6) === 0 } }),
      source: 'Hill Country Homes',
      asOf: '2026-11-16',
    };
  });
}

/** Wishes of people, from anything at all to features that hardly any home has. */
export function manyWishes(count: number): HomeWish[] {
  const throwDie = dice(11);
  const features = Object.keys(homeFeatures) as HomeFeature[];
  const one = (chance: number): boolean => throwDie(chance) === 0;
  const bounds = (from: number, to: number) => ({ from: one(3) ? null : from, to: one(3) ? null : to });
  const wishes = Array.from({ length: count }, (): HomeWish => {
    const least = 20_000_000 + throwDie(30) * 3_000_000;
    return {
      ...(one(2)
        ? { areas: Array.from({ length: 1 + throwDie(6) }, () => areas[throwDie(40)]?.toUpperCase() ?? '') }
        : one(4)
          ? { areas: [String(78_700 + throwDie(70))] }
          : {}),
      ...(one(2) ? { beds: { from: throwDie(6), to: one(3) ? 4 : null } } : {}),
      ...(one(3) ? { baths: bounds(1 + throwDie(3), 4) } : {}),
      ...(one(2) ? { priceCents: bounds(least, least + 10_000_000) } : {}),
      ...(one(6) ? { kinds: [homeKinds[throwDie(homeKinds.length)] ?? ''] } : {}),
      ...(one(5) ? { features: [features[throwDie(features.length)] as HomeFeature] } : {}),
      ...(one(6) ? { amenities: { garage: one(2) } } : {}),
    };
  });
  return [{}, { tenure: 'rent' }, { areas: ['Nowhere'] }, ...wishes];
}
