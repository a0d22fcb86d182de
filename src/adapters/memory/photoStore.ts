import type { PhotoStore } from '../../features/settings/ports.ts';

/** Photos in this process only: gone with it. */
export function createMemoryPhotoStore(): PhotoStore {
  const photos = new Map<string, Buffer>();
  return {
    async keep({ userId, base64 }) {
      photos.set(userId, Buffer.from(base64, 'base64'));
    },
    async find(userId) {
      return photos.get(userId) ?? null;
    },
    async remove(userId) {
      photos.delete(userId);
    },
  };
}
