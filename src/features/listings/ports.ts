import type { Listing } from './model.ts';

/** The homes of all tenants. Writes are durable when they resolve. */
export interface ListingStore {
  /** Keeps these; one with the same tenant and id is replaced as a whole. At most `putAtOnce` in one call. */
  put(listings: readonly Listing[]): Promise<void>;
  find(tenantId: string, listingId: string): Promise<Listing | null>;
  /** Those for sale that name an open house, by id, at most `limit`. */
  withOpenHouses(tenantId: string, limit: number): Promise<Listing[]>;
  /** All of a tenant by id. */
  list(tenantId: string): Promise<Listing[]>;
}
export const putAtOnce = 200;
