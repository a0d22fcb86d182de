import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { listingLimits } from './model.ts';
import { type ListingStore, putAtOnce } from './ports.ts';
import { type ListingProblem, readListings } from './readListings.ts';

export interface ImportParts {
  identity: Pick<IdentityStore, 'findTenant'>;
  listings: ListingStore;
  clock: Clock;
}

export interface ImportedListings {
  added: number;
  updated: number;
  problems: ListingProblem[];
}

/**
 * Takes in a file of listings (`listingColumns`). Every row is looked at first: with one problem in it nothing is kept, and each bad row
 * is told with its line. A home whose id is known is replaced by its row; homes that the file does not name stay as they are: who leaves
 * the market comes with its new status. A crash in the middle leaves whole homes of the new file and of the old; the file again finishes it.
 * @throws HubError NOT_FOUND: there is no such tenant
 */
export async function importListings(parts: ImportParts, tenantId: string, csv: string): Promise<ImportedListings> {
  const tenant = await parts.identity.findTenant(tenantId);
  if (tenant === null) throw new HubError('NOT_FOUND');
  const now = parts.clock.now();
  const { listings, problems } = readListings(csv, { source: tenant.name, asOf: isoOf(now).slice(0, 10) });
  const known = new Set((await parts.listings.list(tenantId)).map(({ listingId }) => listingId));
  const added = listings.filter(({ listingId }) => !known.has(listingId)).length;
  if (known.size + added > listingLimits.perTenant)
    problems.push({
      line: 1,
      problem: `There is room for ${listingLimits.perTenant - known.size} more homes, the file has ${added} new ones.`,
    });
  if (problems.length > 0) return { added: 0, updated: 0, problems };
  const kept = listings.map((listing) => ({ ...listing, tenantId, importedAt: now }));
  for (let at = 0; at < kept.length; at += putAtOnce) await parts.listings.put(kept.slice(at, at + putAtOnce));
  return { added, updated: listings.length - added, problems: [] };
}
