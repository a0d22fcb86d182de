import type { HomePhoto } from '../../../src/contract/log/parts.ts';

/** Where a photo of a home is, below the hub's address. */
export const homePhotoAddress = ({ photoId }: Pick<HomePhoto, 'photoId'>, size: 'whole' | 'preview'): string =>
  `/home-photos/${encodeURIComponent(photoId)}?size=${size}`;
