import mongoose, { type Connection, Schema } from 'mongoose';
import type { HomePhotoStore, KeptPhoto } from '../../features/listings/ports.ts';
import { bytesOf } from './bytesOf.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

interface HomePhotoRow extends Omit<KeptPhoto, 'id' | 'whole' | 'preview'> {
  _id: string;
  /** A picture made anew has some megabytes at most, far below the 16 MB of a document. */
  whole: Buffer;
  preview: Buffer;
}

const text = { type: String, required: true };
const number = { type: Number, required: true };
const bytes = { type: Buffer, required: true };
const schema = new Schema<HomePhotoRow>(
  {
    _id: text,
    tenantId: text,
    listingId: text,
    type: text,
    width: number,
    height: number,
    keptAt: number,
    whole: bytes,
    preview: bytes,
  },
  strictly,
);
schema.index({ tenantId: 1, listingId: 1 });

export const homePhotoModel = modelOf('homePhotos', schema);

/** Photos of homes in the database itself. */
export function createMongoHomePhotoStore(connection: Connection): HomePhotoStore {
  const photos = homePhotoModel(connection);
  return guarded<HomePhotoStore>({
    async add({ id, whole, preview, ...rest }) {
      await photos.create({ _id: id, ...rest, whole, preview: preview ?? whole });
    },
    async read(id, size) {
      const row = await photos.findById(id, { type: 1, [size]: 1 }).lean<HomePhotoRow>();
      return row && { type: row.type, bytes: bytesOf(row[size]) };
    },
    async countOfTenant(tenantId, upTo) {
      return photos.countDocuments({ tenantId }, { limit: upTo });
    },
    async remove(tenantId, ids) {
      if (ids.length > 0) await photos.deleteMany({ _id: mongoose.trusted({ $in: ids }), tenantId });
    },
    async removeOthers(tenantId, listingId, ids, before) {
      const rows = await photos.find({ tenantId, listingId }, { _id: 1, keptAt: 1 }).lean<HomePhotoRow[]>();
      const gone = rows.flatMap(({ _id, keptAt }) => (keptAt < before && !ids.includes(_id) ? [_id] : []));
      if (gone.length > 0) await photos.deleteMany({ _id: mongoose.trusted({ $in: gone }) });
    },
  });
}
