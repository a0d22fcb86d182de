import type { HomePhoto } from '../../../src/contract/log/parts.ts';

/** The path of a home's photo, below the hub's address. */
export const homePhotoAddress = ({ photoId }: Pick<HomePhoto, 'photoId'>, size: 'whole' | 'preview'): string =>
  `/home-photos/${encodeURIComponent(photoId)}?size=${size}`;
