import { homesShown } from '../../contract/appointmentLimits.ts';
import type { HomesToShowAnswer } from '../../contract/rest/appointments.ts';
import type { StaffScope } from '../identity/model.ts';
import type { ListingStore } from './ports.ts';

/** The homes for sale that a showing may be of, at most `homesShown`: those that the text names, else the first of all. */
export async function homesToShow(
  { listings }: { listings: Pick<ListingStore, 'search' | 'named'> },
  { tenantId }: StaffScope,
  text: string | undefined,
): Promise<HomesToShowAnswer> {
  const found = text
    ? (await listings.named(tenantId, text)).filter(({ status }) => status === 'active')
    : (await listings.search(tenantId, [{}], { without: [], limit: homesShown })).homes;
  return { items: found.slice(0, homesShown).map(({ listingId, title, address }) => ({ listingId, title, address })) };
}
