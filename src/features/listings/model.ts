import type { ListingFacts } from '../packs/model.ts';

/** A home of one brokerage as it is kept. Its id is the brokerage's own and names it within the tenant only. */
export interface Listing extends ListingFacts {
  tenantId: string;
  importedAt: number;
}

/** What a tenant may keep and a file may hold. */
export const listingLimits = {
  perTenant: 5000,
  rowsPerFile: 5000,
  fileBytes: 16_000_000,
  features: 20,
  openHouses: 6,
} as const;
