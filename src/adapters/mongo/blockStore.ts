import { type Connection, Schema, trusted } from 'mongoose';
import type { Block } from '../../features/blocks/model.ts';
import type { BlockStore } from '../../features/blocks/ports.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

type BlockRow = Omit<Block, 'id'> & { _id: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const schema = new Schema<BlockRow>(
  {
    _id: text,
    tenantId: text,
    kind: text,
    target: text,
    shown: text,
    reason: String,
    conversationId: text,
    by: { type: Schema.Types.Mixed, required: true },
    at: number,
    until: { type: Number, default: null },
  },
  strictly,
);
schema.index({ tenantId: 1, at: -1 });

export const blockModel = modelOf('blocks', schema);

const toBlock = ({ _id, ...rest }: BlockRow): Block => ({ id: _id, ...rest });

export function createMongoBlockStore(connection: Connection): BlockStore {
  const blocks = blockModel(connection);
  return guarded<BlockStore>({
    async list(tenantId, now) {
      const rows = await blocks.find({ tenantId }).sort({ at: -1 }).lean<BlockRow[]>();
      return rows.map(toBlock).filter(({ until }) => until === null || until > now);
    },
    async put({ id, ...rest }) {
      await blocks.deleteMany({ tenantId: rest.tenantId, until: trusted({ $ne: null, $lte: rest.at }) });
      await blocks.replaceOne({ _id: id }, rest, { upsert: true });
    },
    async remove(tenantId, blockId) {
      const row = await blocks.findOneAndDelete({ _id: blockId, tenantId }).lean<BlockRow>();
      return row && toBlock(row);
    },
    async eraseReasons(tenantId, conversationId) {
      await blocks.updateMany({ tenantId, conversationId }, { $set: { reason: '' } });
    },
  });
}
