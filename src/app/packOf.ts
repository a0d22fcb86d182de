import { LRUCache } from 'lru-cache';
import type { Conversation } from '../features/conversations/model.ts';
import type { IdentityStore } from '../features/identity/ports.ts';
import { demoListings } from '../features/listings/demoListings.ts';
import { austin } from '../features/packs/austin.ts';
import type { ListingFacts, Pack } from '../features/packs/model.ts';
import type { Clock } from '../kernel/clock.ts';

const tenantsForMs = 10_000;

export interface Packs {
  packOf(conversation: Pick<Conversation, 'tenantId' | 'page'>): Promise<Pack>;
  listingOf(tenantId: string, listingId: string): Promise<ListingFacts | null>;
}

/** What Jorge knows, for a conversation: the market, the brokerage, and the home of the page. The demo tenant alone has listings. */
export function createPacks(identity: Pick<IdentityStore, 'findTenant'>, clock: Clock): Packs {
  const tenants = new LRUCache<string, { name: string; timeZone: string; demo: boolean; until: number }>({ max: 1000 });

  async function tenantOf(tenantId: string) {
    const known = tenants.get(tenantId);
    if (known !== undefined && known.until > clock.now()) return known;
    const found = await identity.findTenant(tenantId);
    const tenant = {
      name: found?.name ?? '',
      timeZone: found?.timeZone ?? 'America/Chicago',
      demo: found?.demo ?? false,
      until: clock.now() + tenantsForMs,
    };
    tenants.set(tenantId, tenant);
    return tenant;
  }

  async function listingOf(tenantId: string, listingId: string): Promise<ListingFacts | null> {
    const { demo } = await tenantOf(tenantId);
    return demo ? (demoListings.find((listing) => listing.listingId === listingId) ?? null) : null;
  }

  return {
    listingOf,
    async packOf({ tenantId, page }) {
      const { name, timeZone } = await tenantOf(tenantId);
      const listing = page.listingId === undefined ? null : await listingOf(tenantId, page.listingId);
      return { ...austin, brokerage: name, timeZone, ...(listing === null ? {} : { listing }) };
    },
  };
}
