import { fileLimits } from '../../contract/fileLimits.ts';
import { type FetchOutside, OutsideFault } from '../../kernel/fetchOutside.ts';
import { HubError } from '../../kernel/hubError.ts';
import { addPhoto, type HomePhotoDeps, keepPhotosFrom } from './homePhotos.ts';
import type { KeptListing } from './model.ts';
import type { ListingStore } from './ports.ts';

export interface FetchHomePhotosDeps extends HomePhotoDeps {
  listings: HomePhotoDeps['listings'] &
    Pick<ListingStore, 'tenantsWantingPhotos' | 'wantingPhotos' | 'photoFailed' | 'photosTried'>;
  fetchOutside: FetchOutside;
}

/** One photo takes ten seconds at most; a job that takes thirty may be run twice. */
const longestMs = 12_000;
const againMs = 500;
const idleMs = 60_000;

/**
 * The job of photos that files name: fetches some, of every brokerage in turn. When to look again, in ms since the epoch: soon while
 * there are more.
 */
export async function fetchHomePhotos(deps: FetchHomePhotosDeps): Promise<number> {
  const startedAt = deps.clock.now();
  const tenants = (await deps.listings.tenantsWantingPhotos()).sort();
  // Each time another one is the first.
  const first = tenants.length === 0 ? 0 : Math.floor(startedAt / againMs) % tenants.length;
  for (const tenantId of [...tenants.slice(first), ...tenants.slice(0, first)]) {
    if (deps.clock.now() - startedAt > longestMs) break;
    const home = await deps.listings.wantingPhotos(tenantId);
    if (home !== null) await fetchOne(deps, home);
  }
  return deps.clock.now() + (tenants.length === 0 ? idleMs : againMs);
}

async function fetchOne(deps: FetchHomePhotosDeps, home: KeptListing): Promise<void> {
  const { tenantId, listingId, photoAddresses = [], record } = home;
  const done = new Set([...record.photos.map(({ from }) => from), ...record.photosFailed, ...record.photosRemoved]);
  const next = photoAddresses.find((address) => !done.has(address));
  if (next === undefined) {
    // If none could be fetched, old photos are better than none.
    const isNoneHad = !record.photos.some(({ from }) => from !== undefined && photoAddresses.includes(from));
    if (!isNoneHad || photoAddresses.length === 0) await keepPhotosFrom(deps, home, photoAddresses);
    return deps.listings.photosTried(tenantId, listingId, record.version);
  }
  try {
    const found = await deps.fetchOutside(next, { accept: 'image/*', mostBytes: fileLimits.bytes });
    if (found !== 'unchanged') await addPhoto(deps, home, found.bytes, { from: next, named: photoAddresses });
  } catch (error) {
    const isOfPhoto =
      error instanceof OutsideFault ||
      (error instanceof HubError && (error.code === 'VALIDATION_FAILED' || error.code === 'QUOTA_EXCEEDED'));
    if (!isOfPhoto) throw error;
    await deps.listings.photoFailed(tenantId, listingId, next);
  }
}
