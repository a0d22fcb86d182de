import { homeLimits } from '../../contract/homeLimits.ts';
import type { ListingAnswer } from '../../contract/rest/listings.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import { makePicture } from '../files/makePicture.ts';
import type { PictureMaker } from '../files/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import { homeAnswer } from './homeAnswer.ts';
import { type HomePhoto, type KeptListing, listingLimits } from './model.ts';
import type { HomePhotoStore, ListingStore } from './ports.ts';

export interface HomePhotoDeps {
  listings: Pick<ListingStore, 'find' | 'setPhotos'>;
  homePhotos: Pick<HomePhotoStore, 'add' | 'countOfTenant' | 'remove' | 'removeOthers'>;
  pictures: PictureMaker;
  clock: Clock;
}
type Home = Pick<StaffScope, 'tenantId'> & { listingId: string };

/** Bytes that no home names are what a crash left, unless they are younger: those are being added. */
const unusedKeptMs = 600_000;
const mostTries = 20;

/**
 * Adds a photo at the end, made anew from its pixels. `fetched`: the address that it is from, of which no second one is added, and all
 * that the home's file names: where there is no room, one from another address gives way.
 * @throws HubError `VALIDATION_FAILED` (field `file`, with words for the sender), `NOT_FOUND`, `QUOTA_EXCEEDED` when the home or the
 * brokerage has as many as may be
 */
export async function addPhoto(
  deps: HomePhotoDeps,
  home: Home,
  bytes: Buffer,
  fetched?: { from: string; named: readonly string[] },
): Promise<ListingAnswer> {
  const found = await deps.listings.find(home.tenantId, home.listingId);
  if (found === null) throw new HubError('NOT_FOUND');
  const { photosPerTenant } = listingLimits;
  const isTenantFull = (await deps.homePhotos.countOfTenant(home.tenantId, photosPerTenant)) >= photosPerTenant;
  const withRoom = (photos: readonly HomePhoto[]): readonly HomePhoto[] => {
    const isFull = photos.length >= homeLimits.photos;
    if (!isFull && !isTenantFull) return photos;
    const giving = photos.findLastIndex(({ from }) => from !== undefined && fetched?.named.includes(from) === false);
    if (giving >= 0) return photos.toSpliced(giving, 1);
    throw new HubError('QUOTA_EXCEEDED', isFull ? { says: `A home can have up to ${homeLimits.photos} photos.` } : {});
  };
  withRoom(found.record.photos);
  const made = await makePicture(deps.pictures.make, bytes);
  const id = newId();
  await deps.homePhotos.add({ ...made, ...home, id, keptAt: deps.clock.now() });
  const from = fetched?.from;
  const answer = await change(deps, home, (photos, { record }) => {
    // Another node fetched it meanwhile, and somebody may have taken it away.
    if (from !== undefined && (photos.some((photo) => photo.from === from) || record.photosRemoved.includes(from)))
      return photos;
    const { width, height } = made;
    return [...withRoom(photos), { id, width, height, ...(from === undefined ? {} : { from }) }];
  });
  if (!answer.photos.some(({ photoId }) => photoId === id)) await deps.homePhotos.remove(home.tenantId, [id]);
  return answer;
}

/**
 * Puts the photos of a home into another order.
 * @throws HubError `NOT_FOUND`, `CONFLICT` (field `photoIds`) where they are not the photos that it has
 */
export const orderPhotos = (deps: HomePhotoDeps, home: Home, photoIds: readonly string[]): Promise<ListingAnswer> =>
  change(deps, home, (photos) => {
    const ordered = photoIds.flatMap((id) => photos.find((photo) => photo.id === id) ?? []);
    if (new Set(ordered).size !== photos.length || photoIds.length !== photos.length)
      throw new HubError('CONFLICT', {
        field: 'photoIds',
        says: 'Someone else changed this home’s photos in the meantime.',
      });
    return ordered;
  });

/**
 * Takes a photo from a home; a fetched photo is not fetched again.
 * @throws HubError NOT_FOUND
 */
export const removePhoto = (deps: HomePhotoDeps, home: Home, photoId: string): Promise<ListingAnswer> =>
  change(
    deps,
    home,
    (photos) => photos.filter(({ id }) => id !== photoId),
    ({ photoAddresses = [], record: { photos, photosRemoved } }) => {
      const photo = photos.find(({ id }) => id === photoId);
      if (photo === undefined) throw new HubError('NOT_FOUND');
      return photoAddresses.filter((address) => address === photo.from || photosRemoved.includes(address));
    },
  );

/** Takes away those that were fetched from other addresses than these. */
export const keepPhotosFrom = (deps: HomePhotoDeps, home: Home, addresses: readonly string[]): Promise<ListingAnswer> =>
  change(deps, home, (photos) => photos.filter(({ from }) => from === undefined || addresses.includes(from)));

/** Two who change the photos of one home at once come one after the other. */
async function change(
  { listings, homePhotos, clock }: HomePhotoDeps,
  { tenantId, listingId }: Home,
  to: (photos: readonly HomePhoto[], home: KeptListing) => readonly HomePhoto[],
  removedOf?: (home: KeptListing) => readonly string[],
): Promise<ListingAnswer> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const home = await listings.find(tenantId, listingId);
    if (home === null) throw new HubError('NOT_FOUND');
    const removed = removedOf?.(home);
    const photos = to(home.record.photos, home);
    if (!(await listings.setPhotos(tenantId, listingId, photos, home.record.photosVersion, removed))) continue;
    const now = clock.now();
    const ids = photos.map(({ id }) => id);
    const gone = home.record.photos.flatMap(({ id }) => (ids.includes(id) ? [] : [id]));
    await homePhotos.remove(tenantId, gone);
    await homePhotos.removeOthers(tenantId, listingId, ids, now - unusedKeptMs);
    return homeAnswer({ ...home, record: { ...home.record, photos } }, now);
  }
  throw new HubError('CONFLICT');
}
