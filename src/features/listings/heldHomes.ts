import type { ListingFacts } from '../packs/model.ts';
import type { HomeWish } from '../reading/home/homeWish.ts';
import type { TenantVersions } from '../tenants/tenantVersions.ts';
import { namedAmong, searchAmong } from './lookAmong.ts';
import { factsOf, type Listing } from './model.ts';
import type { HomeSummary, ListingStore } from './ports.ts';
import { summarise } from './summarise.ts';

/** Homes held by a node for all tenants together: those of open pages and those shown, some 2 KB each. */
const homesHeld = 10_000;
const questionsHeld = 1_000;
/** With up to sixty homes each. */
const searchesHeld = 200;
/** A tenant with no more homes than these is held whole, and asks the store nothing: most brokerages are. */
const fewHomes = 100;

export interface HeldHomes extends Pick<ListingStore, 'named' | 'search'> {
  /** Null when the tenant has none of that id. */
  homeOf(tenantId: string, listingId: string): Promise<ListingFacts | null>;
  homesOf(tenantId: string): Promise<HomeSummary>;
  /** All homes of a small tenant; null for one that has more. */
  fewOf(tenantId: string): Promise<readonly Listing[] | null>;
}

type Asked = [wishes: readonly HomeWish[], limits: { without: readonly string[]; limit: number }];

/** The homes that a node works with, held until the tenant's homes change: all of a small tenant, one by one of a larger one. */
export function holdHomes(
  { hold, holdEach }: Pick<TenantVersions, 'hold' | 'holdEach'>,
  listings: Pick<ListingStore, 'find' | 'summary' | 'named' | 'search' | 'page'>,
): HeldHomes {
  /** Null where there are more. */
  const few = hold(['homes'], async (tenantId) => {
    const homes = await listings.page(tenantId, fewHomes + 1);
    return homes.length > fewHomes ? null : homes;
  });
  const oneOf = holdEach('homes', homesHeld, (tenantId, listingId) => listings.find(tenantId, listingId));
  // Asked again for the same words, such as by a reply and by what comes of it, it is one question.
  const namedOf = holdEach('homes', questionsHeld, (tenantId, said) => listings.named(tenantId, said));
  // What is for sale at all is asked for each reply, and most people search more than once for the same.
  const searchOf = holdEach('homes', searchesHeld, (tenantId, asked) => {
    const [wishes, limits] = JSON.parse(asked) as Asked;
    return listings.search(tenantId, wishes, limits);
  });
  const summaryOf = hold(['homes'], (tenantId) => listings.summary(tenantId));
  return {
    async homeOf(tenantId, listingId) {
      const all = await few(tenantId);
      const home = all === null ? await oneOf(tenantId, listingId) : all.find((one) => one.listingId === listingId);
      return home ? factsOf(home) : null;
    },
    async named(tenantId, said) {
      const all = await few(tenantId);
      return all === null ? namedOf(tenantId, said) : namedAmong(all, said);
    },
    async search(tenantId, wishes, limits) {
      const all = await few(tenantId);
      if (all !== null) return searchAmong(all, wishes, limits);
      return searchOf(tenantId, JSON.stringify([wishes, limits] satisfies Asked));
    },
    async homesOf(tenantId) {
      const all = await few(tenantId);
      return all === null ? summaryOf(tenantId) : summarise(all);
    },
    fewOf: few,
  };
}
