import { type Connection, Schema } from 'mongoose';
import type { PhotoStore } from '../../features/settings/ports.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

interface PhotoRow {
  /** The person. */
  _id: string;
  tenantId: string;
  base64: string;
}

const text = { type: String, required: true };
const schema = new Schema<PhotoRow>({ _id: text, tenantId: text, base64: text }, strictly);
export const photoModel = modelOf('photos', schema);

export function createMongoPhotoStore(connection: Connection): PhotoStore {
  const photos = photoModel(connection);
  return guarded<PhotoStore>({
    async keep({ userId, ...rest }) {
      await photos.updateOne({ _id: userId }, { $set: rest }, { upsert: true });
    },
    async find(userId) {
      const row = await photos.findById(userId).lean<PhotoRow>();
      return row === null ? null : Buffer.from(row.base64, 'base64');
    },
    async remove(userId) {
      await photos.deleteOne({ _id: userId });
    },
  });
}
