import { type Connection, Schema } from 'mongoose';
import type { SavedReply } from '../../features/settings/model.ts';
import type { SavedReplyStore } from '../../features/settings/ports.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

type ReplyRow = Omit<SavedReply, 'id'> & { _id: string };

const text = { type: String, required: true };
const schema = new Schema<ReplyRow>(
  {
    _id: text,
    tenantId: text,
    ownerId: { type: String, default: null },
    title: text,
    text,
    createdAt: { type: Number, required: true },
  },
  strictly,
);
schema.index({ tenantId: 1, ownerId: 1, createdAt: 1 });

export const savedReplyModel = modelOf('savedReplies', schema);

const toReply = ({ _id, ...rest }: ReplyRow): SavedReply => ({ id: _id, ...rest });

export function createMongoSavedReplyStore(connection: Connection): SavedReplyStore {
  const replies = savedReplyModel(connection);
  return guarded<SavedReplyStore>({
    async list(tenantId, ownerId) {
      const rows = await replies.find({ tenantId, ownerId }).sort({ createdAt: 1 }).lean<ReplyRow[]>();
      return rows.map(toReply);
    },
    async find(tenantId, replyId) {
      const row = await replies.findOne({ _id: replyId, tenantId }).lean<ReplyRow>();
      return row && toReply(row);
    },
    async add({ id, ...rest }) {
      await replies.create({ _id: id, ...rest });
    },
    async change(tenantId, replyId, { title, text: words }) {
      await replies.updateOne({ _id: replyId, tenantId }, { $set: { title, text: words } });
    },
    async remove(tenantId, replyId) {
      await replies.deleteOne({ _id: replyId, tenantId });
    },
  });
}
