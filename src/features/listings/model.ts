import { homeLimits } from '../../contract/homeLimits.ts';
import type { ListingFacts } from '../packs/model.ts';

/** A home of one brokerage as it is written. Its id is the brokerage's own and names it within the tenant only. */
export interface Listing extends ListingFacts {
  tenantId: string;
  importedAt: number;
  /** The person of the team who wrote it; absent: it came from a file. */
  by?: string;
  /** If this changes its price: the one before. Absent: the stored one stays. */
  earlierPrice?: EarlierPrice;
  /** Since when its price stands. Absent: the stored time stays. */
  priceSince?: number;
  /** The https addresses of the photos that its file names; absent: the stored ones stay. They are fetched later. */
  photoAddresses?: readonly string[];
  /** Of one that is written for the first time: since when it is known; absent: since now; 0: since before the hub was. */
  firstSeenAt?: number;
}

/** A price that a home had, until when (ms since the epoch). */
export interface EarlierPrice {
  priceCents: number;
  until: number;
}

/** A home as it is kept. */
export interface KeptListing extends Listing {
  record: {
    /** Counts the writes of its facts. */
    version: number;
    /** Since when it is known; 0: nobody knows. */
    firstSeenAt: number;
    /** In their order, with the number of the writes of it. */
    photos: readonly HomePhoto[];
    photosVersion: number;
    /** Of its `photoAddresses`: those that could not be fetched. */
    photosFailed: readonly string[];
    /** Of its `photoAddresses`: those of photos that a person took away. */
    photosRemoved: readonly string[];
  };
}

/** A photo of a home, in pixels; its bytes are kept beside the home. */
export interface HomePhoto {
  id: string;
  width: number;
  height: number;
  /** The address that it was fetched from; absent: a person added it. */
  from?: string;
}

/** A home as a row of a file tells it. */
export type HomeOfFile = ListingFacts & Pick<Listing, 'photoAddresses'>;

/** The facts of a listing, all of which may be told. */
export function factsOf(listing: Listing & Partial<Pick<KeptListing, 'record'>>): ListingFacts {
  const { tenantId: _, importedAt: __, by: ___, earlierPrice: ____, ...rest } = listing;
  const { firstSeenAt: _____, record: ______, photoAddresses: _______, priceSince: ________, ...facts } = rest;
  return facts;
}

/** A price that stood for less was a slip of the pen, which nobody should be told as the price before. */
const priceStoodMs = 86_400_000;

/** A change of price as it is stored: the price from now on, beside the one before. */
export function priceChange(
  before: Pick<Listing, 'priceCents' | 'priceSince'> | undefined,
  after: number,
  now: number,
): Pick<Listing, 'earlierPrice' | 'priceSince'> {
  if (before === undefined) return { priceSince: now };
  const { priceCents, priceSince = 0 } = before;
  if (priceCents === after) return {};
  const stood = now - priceSince >= priceStoodMs;
  return { priceSince: now, ...(stood ? { earlierPrice: { priceCents, until: now } } : {}) };
}

/** Limits of a tenant's listings and of a file of them. */
export const listingLimits = {
  perTenant: 100_000,
  rowsPerFile: homeLimits.rowsPerFile,
  fileBytes: homeLimits.fileBytes,
  features: 20,
  openHouses: 6,
  photosPerTenant: 30_000,
} as const;
