import { createOutsideFetcher } from '../../adapters/outside/fetchOutside.ts';
import type { PictureMaker } from '../../features/files/ports.ts';
import type { FetchHomePhotosDeps } from '../../features/listings/fetchHomePhotos.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Stores } from '../stores.ts';

/** Fetches the photos that files of homes name. */
export const composeHomePhotos = (
  { listings, homePhotos }: Pick<Stores, 'listings' | 'homePhotos'>,
  pictures: PictureMaker,
  clock: Clock,
): FetchHomePhotosDeps => ({
  listings,
  homePhotos,
  pictures,
  fetchOutside: createOutsideFetcher(),
  clock,
});
