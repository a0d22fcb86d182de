import type { HomePhotoStore, KeptPhoto } from '../../features/listings/ports.ts';

/** Photos of homes in this process only: gone with it. */
export function createMemoryHomePhotoStore(): HomePhotoStore {
  const photos = new Map<string, KeptPhoto>();
  const removeWhere = (goes: (photo: KeptPhoto) => boolean): void => {
    for (const photo of [...photos.values()]) if (goes(photo)) photos.delete(photo.id);
  };
  return {
    async add(photo) {
      photos.set(photo.id, photo);
    },
    async read(id, size) {
      const photo = photos.get(id);
      return photo === undefined ? null : { type: photo.type, bytes: photo[size] ?? photo.whole };
    },
    async countOfTenant(tenantId, upTo) {
      return Math.min(upTo, [...photos.values()].filter((photo) => photo.tenantId === tenantId).length);
    },
    async remove(tenantId, ids) {
      removeWhere((photo) => photo.tenantId === tenantId && ids.includes(photo.id));
    },
    async removeOthers(tenantId, listingId, ids, before) {
      removeWhere(
        (photo) =>
          photo.tenantId === tenantId &&
          photo.listingId === listingId &&
          photo.keptAt < before &&
          !ids.includes(photo.id),
      );
    },
  };
}
