import type { ListingAnswer } from '../../contract/rest.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import type { ListingStore } from './ports.ts';

/** All that is on file about a home of the brokerage, with who says so and as of when. `NOT_FOUND`, also for another brokerage's. */
export async function readListing(
  deps: { listings: Pick<ListingStore, 'find'> },
  scope: StaffScope,
  listingId: string,
): Promise<ListingAnswer> {
  const listing = await deps.listings.find(scope.tenantId, listingId);
  if (listing === null) throw new HubError('NOT_FOUND');
  const { tenantId: _, importedAt: __, features, openHouses, ...facts } = listing;
  return { ...facts, features: [...features], ...(openHouses === undefined ? {} : { openHouses: [...openHouses] }) };
}
