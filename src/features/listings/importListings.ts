import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { inSlices } from '../../kernel/inSlices.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { listingLimits, priceChange } from './model.ts';
import { type ComparedHome, type ListingStore, putAtOnce } from './ports.ts';
import { type ListingProblem, listingsInSlices } from './readListings.ts';

export interface ImportDeps {
  identity: Pick<IdentityStore, 'findTenant'>;
  listings: Pick<ListingStore, 'keptOf' | 'summary' | 'put'>;
  clock: Clock;
}

export interface ImportedListings {
  added: number;
  updated: number;
  problems: ListingProblem[];
}

/**
 * Imports a file of listings (`listingColumns`). Every row is read first: with one problem in it nothing is kept, and each bad row
 * is told with its line. A home whose id is known is replaced by its row; homes that the file does not name stay as they are: a
 * home leaves the market by a row with its new status. A crash in the middle leaves whole homes of the new file and of the old; the
 * same file again finishes it.
 * @throws HubError NOT_FOUND: there is no such tenant
 */
export async function importListings(deps: ImportDeps, tenantId: string, csv: string): Promise<ImportedListings> {
  const tenant = await deps.identity.findTenant(tenantId);
  if (tenant === null) throw new HubError('NOT_FOUND');
  const now = deps.clock.now();
  const read = listingsInSlices(csv, { source: tenant.name, asOf: isoOf(now).slice(0, 10) });
  const { listings, problems } = await inSlices(read);
  if (problems.length > 0) return { added: 0, updated: 0, problems };
  const kept = new Map<string, ComparedHome>();
  const ids = listings.map(({ listingId }) => listingId);
  for (let at = 0; at < ids.length; at += putAtOnce)
    for (const [id, home] of await deps.listings.keptOf(tenantId, ids.slice(at, at + putAtOnce))) kept.set(id, home);
  const updated = kept.size;
  const added = ids.length - updated;
  const { total } = await deps.listings.summary(tenantId);
  if (total + added > listingLimits.perTenant) {
    const room = Math.max(0, listingLimits.perTenant - total);
    const problem = `There is room for ${room} more homes, but the file has ${added} new ones.`;
    return { added: 0, updated: 0, problems: [{ line: 1, problem }] };
  }
  for (let at = 0; at < listings.length; at += putAtOnce) {
    const some = listings.slice(at, at + putAtOnce);
    await deps.listings.put(
      some.map(({ photoAddresses, ...listing }) => {
        const before = kept.get(listing.listingId);
        const changed = {
          ...priceChange(before, listing.priceCents, now),
          ...(isToFetch(photoAddresses, before) ? { photoAddresses } : {}),
        };
        // The first homes of a brokerage are new to the hub only.
        return { ...listing, ...changed, ...(total === 0 ? { firstSeenAt: 0 } : {}), tenantId, importedAt: now };
      }),
    );
  }
  return { added, updated, problems: [] };
}

/** The photos of a home are fetched where the file names others than before, or where some could not be fetched then. */
const isToFetch = (addresses: readonly string[] | undefined, before: ComparedHome | undefined): boolean =>
  addresses !== undefined &&
  (before === undefined || before.photosFailed.length > 0 || addresses.join(' ') !== before.photoAddresses.join(' '));
