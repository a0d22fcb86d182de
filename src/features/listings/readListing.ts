import { type ListingAnswer, type OpenHousesAnswer, openHousesShown } from '../../contract/rest.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import type { ListingStore } from './ports.ts';

/** The open houses on file, home by home. */
export async function listOpenHouses(
  deps: { listings: Pick<ListingStore, 'withOpenHouses'> },
  scope: StaffScope,
): Promise<OpenHousesAnswer> {
  const homes = await deps.listings.withOpenHouses(scope.tenantId, openHousesShown);
  const items = homes.map(({ listingId, title, openHouses = [] }) => ({
    listingId,
    title,
    openHouses: [...openHouses],
  }));
  return { items };
}

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
