import type { HomeMark } from '../../contract/log/parts.ts';
import type { HomeRow, ListingAnswer } from '../../contract/rest/listings.ts';
import { isoOf } from '../../kernel/clock.ts';
import { factsOf, type HomePhoto, type KeptListing } from './model.ts';

const dayMs = 86_400_000;
const newForMs = 7 * dayMs;
const dropShownForMs = 30 * dayMs;

/** The marks of a home for sale: new on the market in the last seven days, or cheaper within the last thirty. */
export function marksOfHome(home: KeptListing, now: number): HomeMark[] {
  const { status, listedOn, priceCents, earlierPrice, record } = home;
  if (status !== 'active') return [];
  const since = listedOn === undefined ? record.firstSeenAt : Date.parse(listedOn);
  const isNew = now >= since && now - since <= newForMs;
  const isCheaper =
    earlierPrice !== undefined && earlierPrice.priceCents > priceCents && now - earlierPrice.until <= dropShownForMs;
  return [...(isNew ? (['new'] as const) : []), ...(isCheaper ? (['price-drop'] as const) : [])];
}

/** A photo as the wire tells it. */
export const photoAnswer = ({ id, width, height }: HomePhoto) => ({ photoId: id, width, height });

/** A home as the team reads it. */
export function homeAnswer(home: KeptListing, now: number): ListingAnswer {
  const { importedAt, by, earlierPrice, record } = home;
  const { features, openHouses, ...facts } = factsOf(home);
  return {
    ...facts,
    features: [...features],
    ...(openHouses === undefined ? {} : { openHouses: [...openHouses] }),
    version: record.version,
    changedAt: isoOf(importedAt),
    ...(by === undefined ? {} : { changedBy: by }),
    marks: marksOfHome(home, now),
    ...(earlierPrice === undefined ? {} : { earlierPriceCents: earlierPrice.priceCents }),
    photos: record.photos.map(photoAnswer),
    ...(record.photosFailed.length === 0 ? {} : { photosMissing: record.photosFailed.length }),
  };
}

/** A home in a list. */
export function homeRowOf(home: KeptListing, now: number): HomeRow {
  const { listingId, title, address, area, status, priceCents, currency, beds, baths, areaSqft } = home;
  const [photo] = home.record.photos;
  return {
    ...{ listingId, title, address, area, status, priceCents, currency, beds, baths, areaSqft },
    openHouses: home.openHouses?.length ?? 0,
    marks: marksOfHome(home, now),
    ...(photo === undefined ? {} : { photo: photoAnswer(photo) }),
  };
}
