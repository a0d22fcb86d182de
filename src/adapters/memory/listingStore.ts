import type { Listing } from '../../features/listings/model.ts';
import type { ListingStore } from '../../features/listings/ports.ts';
import { jsonCopy } from './jsonCopy.ts';

/** Listings in this process only: gone with it. */
export function createMemoryListingStore(): ListingStore {
  const tenants = new Map<string, Map<string, Listing>>();
  return {
    async put(listings) {
      for (const listing of listings) {
        const own = tenants.get(listing.tenantId) ?? new Map<string, Listing>();
        tenants.set(listing.tenantId, own.set(listing.listingId, jsonCopy(listing)));
      }
    },
    async find(tenantId, listingId) {
      return jsonCopy(tenants.get(tenantId)?.get(listingId) ?? null);
    },
    async withOpenHouses(tenantId, limit) {
      const own = [...(tenants.get(tenantId)?.values() ?? [])].filter(
        ({ status, openHouses = [] }) => status === 'active' && openHouses.length > 0,
      );
      return jsonCopy(own.toSorted((a, b) => (a.listingId < b.listingId ? -1 : 1)).slice(0, limit));
    },
    async list(tenantId) {
      const own = [...(tenants.get(tenantId)?.values() ?? [])];
      return jsonCopy(own.toSorted((a, b) => (a.listingId < b.listingId ? -1 : 1)));
    },
  };
}
