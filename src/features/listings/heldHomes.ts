import type { ListingFacts } from '../packs/model.ts';
import type { TenantVersions } from '../tenants/tenantVersions.ts';
import { factsOf } from './model.ts';
import type { HomeSummary, ListingStore } from './ports.ts';

/** Homes held by a node for all tenants together: those of open pages and those shown, some 2 KB each. */
const homesHeld = 10_000;
const questionsHeld = 1_000;

export interface HeldHomes {
  /** Null when the tenant has none of that id. */
  homeOf(tenantId: string, listingId: string): Promise<ListingFacts | null>;
  homesOf(tenantId: string): Promise<HomeSummary>;
  /** As `ListingStore.named`; asked again for the same words, such as by a reply and by what comes of it, it is one question. */
  named: ListingStore['named'];
}

/** The homes that a node works with, held one by one until the tenant's homes change. */
export function holdHomes(
  { hold, holdEach }: Pick<TenantVersions, 'hold' | 'holdEach'>,
  listings: Pick<ListingStore, 'find' | 'summary' | 'named'>,
): HeldHomes {
  return {
    homeOf: holdEach('homes', homesHeld, async (tenantId, listingId) => {
      const listing = await listings.find(tenantId, listingId);
      return listing && factsOf(listing);
    }),
    named: holdEach('homes', questionsHeld, (tenantId, said) => listings.named(tenantId, said)),
    homesOf: hold(['homes'], (tenantId) => listings.summary(tenantId)),
  };
}
