import type { ReadChanged } from '../../kernel/changes.ts';
import type { MadePicture } from '../files/model.ts';
import type { HomeWish } from '../reading/home/homeWish.ts';
import type { HomePhoto, KeptListing, Listing } from './model.ts';

/** The homes of all tenants. Writes are durable when they resolve. */
export interface ListingStore {
  /** Keeps these; the facts of one with the same tenant and id are replaced as a whole. At most `putAtOnce` in one call. */
  put(listings: readonly Listing[]): Promise<void>;
  /** Keeps one home if it stands as it did at `version`; null: if there is none of its id. False, with nothing kept, where not. */
  write(listing: Listing, version: number | null): Promise<boolean>;
  /**
   * Keeps the photos of a home, and where given its `photosRemoved`, if they stand as at `photosVersion`. False, with nothing kept,
   * where not.
   */
  setPhotos(
    tenantId: string,
    listingId: string,
    photos: readonly HomePhoto[],
    photosVersion: number,
    photosRemoved?: readonly string[],
  ): Promise<boolean>;
  find(tenantId: string, listingId: string): Promise<KeptListing | null>;
  /** The kept homes of these IDs, by ID, for an import to compare with; at most `putAtOnce` IDs in one call. */
  keptOf(tenantId: string, listingIds: readonly string[]): Promise<Map<string, ComparedHome>>;
  /** The tenants of homes whose `photoAddresses` were written and not all tried since; of very many the first. */
  tenantsWantingPhotos(): Promise<string[]>;
  /** One of those homes of a tenant. */
  wantingPhotos(tenantId: string): Promise<KeptListing | null>;
  /** One of its addresses could not be fetched. */
  photoFailed(tenantId: string, listingId: string, address: string): Promise<void>;
  /** All of its addresses were tried, if it stands as at `version`. */
  photosTried(tenantId: string, listingId: string, version: number): Promise<void>;
  /** All of a tenant whatever their status, by id, at most `limit`: those past the id `after`. */
  page(tenantId: string, limit: number, after?: string): Promise<KeptListing[]>;
  /** Those whose facts or photos changed. */
  changedAfter: ReadChanged<KeptListing>;
  /** Those for sale that name an open house, by id, at most `limit`. */
  withOpenHouses(tenantId: string, limit: number): Promise<KeptListing[]>;
  /**
   * The homes for sale that meet the first of the wishes that any home meets, in the order of `matchListings`, without those of
   * `without`; the first `limit`. A home that meets any of the wishes meets the last one.
   */
  search(
    tenantId: string,
    wishes: readonly HomeWish[],
    limits: { without: readonly string[]; limit: number },
  ): Promise<FoundListings>;
  /** Every home that the text may name, whatever its status, and others; at most `mostNamed`. `findHome` says which it is. */
  named(tenantId: string, text: string): Promise<KeptListing[]>;
  summary(tenantId: string): Promise<HomeSummary>;
}
export interface ComparedHome {
  priceCents: number;
  priceSince?: number;
  photoAddresses: readonly string[];
  photosFailed: readonly string[];
}
export const putAtOnce = 200;
export const mostNamed = 200;

export interface FoundListings {
  homes: KeptListing[];
  /** How many there are; of more than `mostCounted`: at least so many. */
  total: number;
  /** Which of the wishes they meet, from 0; 0 where there are none. */
  met: number;
}
/** Homes are counted up to this: nobody reads on after a hundred, and counting all of a large brokerage's takes a database seconds. */
export const mostCounted = 100;

/** All homes of a tenant in figures. With thousands of homes it may be some seconds behind an import. */
export interface HomeSummary {
  total: number;
  /** By how many homes are there, the most first, then by the area's name. */
  areas: { area: string; homes: number }[];
  /** How many for sale have each thing that a wish may ask for (`marksOf`). */
  marks: Record<string, number>;
  /** The cities of homes for sale (`citiesOf`). */
  cities: string[];
}

/** The bytes of homes' photos. Anybody who knows an ID may see the photo. */
export interface HomePhotoStore {
  add(photo: KeptPhoto): Promise<void>;
  read(id: string, size: 'whole' | 'preview'): Promise<{ type: KeptPhoto['type']; bytes: Buffer } | null>;
  /** How many a tenant has, counted no further than `upTo`. */
  countOfTenant(tenantId: string, upTo: number): Promise<number>;
  remove(tenantId: string, ids: readonly string[]): Promise<void>;
  /** Removes those of a home that are not among `ids` and were kept before `before` (ms since the epoch). */
  removeOthers(tenantId: string, listingId: string, ids: readonly string[], before: number): Promise<void>;
}
export interface KeptPhoto extends MadePicture {
  id: string;
  tenantId: string;
  listingId: string;
  keptAt: number;
}
