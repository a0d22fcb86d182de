import { type ListingAnswer, type OpenHousesAnswer, openHousesShown } from '../../contract/rest/listings.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import { homeAnswer } from './homeAnswer.ts';
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

/**
 * All that is on file about a home of the brokerage, with its source and date.
 * @throws HubError NOT_FOUND, also for another brokerage's home
 */
export async function readListing(
  deps: { listings: Pick<ListingStore, 'find'>; clock: Clock },
  scope: StaffScope,
  listingId: string,
): Promise<ListingAnswer> {
  const listing = await deps.listings.find(scope.tenantId, listingId);
  if (listing === null) throw new HubError('NOT_FOUND');
  return homeAnswer(listing, deps.clock.now());
}
