import mongoose, { type Connection, Schema } from 'mongoose';
import type { StoredFile } from '../../features/files/model.ts';
import type { FileStore } from '../../features/files/ports.ts';
import { bytesOf } from './bytesOf.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

type FileRow = Omit<StoredFile, 'id'> & { _id: string };
/** A part of a file's bytes: far below the 16 MB of a document, and in the same database, so that one backup has all. */
interface PartRow {
  _id: string;
  fileId: string;
  data: Buffer;
}

const text = { type: String, required: true };
const number = { type: Number, required: true };
const size = { type: Number, default: null };
const fileSchema = new Schema<FileRow>(
  {
    _id: text,
    tenantId: text,
    conversationId: text,
    by: text,
    name: text,
    type: text,
    bytes: number,
    width: size,
    height: size,
    uploadedAt: number,
    isWhole: { type: Boolean, required: true },
    usedBy: { type: String, default: null },
  },
  strictly,
);
fileSchema.index({ tenantId: 1, conversationId: 1 });
fileSchema.index({ tenantId: 1, usedBy: 1 });
fileSchema.index({ usedBy: 1, uploadedAt: 1 });
const partSchema = new Schema<PartRow>({ _id: text, fileId: text, data: { type: Buffer, required: true } }, strictly);
partSchema.index({ fileId: 1 });

export const fileModel = modelOf('files', fileSchema);
export const filePartModel = modelOf('fileParts', partSchema);

const partBytes = 512 * 1024;
const removedAtOnce = 100;
const toFile = ({ _id, ...rest }: FileRow): StoredFile => ({ id: _id, ...rest });
const partName = (id: string, of: 'whole' | 'preview', index: number): string =>
  `${id}:${of}:${String(index).padStart(4, '0')}`;

/** Files in the database itself, their bytes in parts: no other store to run, to back up or to erase. */
export function createMongoFileStore(connection: Connection): FileStore {
  const files = fileModel(connection);
  const parts = filePartModel(connection);

  async function writeParts(id: string, of: 'whole' | 'preview', bytes: Buffer): Promise<void> {
    for (let index = 0; index * partBytes < bytes.length; index += 1) {
      const data = bytes.subarray(index * partBytes, (index + 1) * partBytes);
      await parts.create({ _id: partName(id, of, index), fileId: id, data });
    }
  }

  /** The bytes first: where it is cut off, the row is left and finds the rest. */
  async function removeAll(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await parts.deleteMany({ fileId: mongoose.trusted({ $in: ids }) });
    await files.deleteMany({ _id: mongoose.trusted({ $in: ids }) });
  }

  return guarded<FileStore>({
    async add({ id, ...rest }) {
      await files.create({ _id: id, ...rest });
    },
    async keepBytes({ tenantId, id }, { whole, preview }) {
      await writeParts(id, 'whole', whole);
      if (preview !== null) await writeParts(id, 'preview', preview);
      const { matchedCount } = await files.updateOne({ _id: id, tenantId }, { $set: { isWhole: true } });
      if (matchedCount === 0) await parts.deleteMany({ fileId: id });
      return matchedCount > 0;
    },
    async find(tenantId, id) {
      const row = await files.findOne({ _id: id, tenantId }).lean<FileRow>();
      return row && toFile(row);
    },
    async read({ id }, of) {
      const rows = await parts
        .find({ _id: mongoose.trusted({ $gte: partName(id, of, 0), $lte: `${id}:${of}:~` }) })
        .sort({ _id: 1 })
        .lean<PartRow[]>();
      return rows.length === 0 ? null : Buffer.concat(rows.map(({ data }) => bytesOf(data)));
    },
    async use({ tenantId, conversationId, by, id }, usedBy) {
      const row = await files
        .findOneAndUpdate(
          { _id: id, tenantId, conversationId, by, isWhole: true, usedBy: mongoose.trusted({ $in: [null, usedBy] }) },
          { $set: { usedBy } },
          { returnDocument: 'after' },
        )
        .lean<FileRow>();
      return row && toFile(row);
    },
    async giveBack(tenantId, id, usedBy) {
      await files.updateOne({ _id: id, tenantId, usedBy }, { $set: { usedBy: null } });
    },
    async countOfConversation(tenantId, conversationId, upTo) {
      return files.countDocuments({ tenantId, conversationId }, { limit: upTo });
    },
    async countOfTenant(tenantId, upTo, only) {
      return files.countDocuments(only === undefined ? { tenantId } : { tenantId, usedBy: null }, { limit: upTo });
    },
    async removeUnsent(before, limit) {
      const rows = await files
        .find({ usedBy: null, uploadedAt: mongoose.trusted({ $lt: before }) }, { _id: 1 })
        .sort({ uploadedAt: 1 })
        .limit(limit)
        .lean<Pick<FileRow, '_id'>[]>();
      await removeAll(rows.map(({ _id }) => _id));
      return rows.length;
    },
    async removeOf(tenantId, conversationId) {
      for (;;) {
        const rows = await files
          .find({ tenantId, conversationId }, { _id: 1 })
          .limit(removedAtOnce)
          .lean<Pick<FileRow, '_id'>[]>();
        await removeAll(rows.map(({ _id }) => _id));
        if (rows.length < removedAtOnce) return;
      }
    },
  });
}
