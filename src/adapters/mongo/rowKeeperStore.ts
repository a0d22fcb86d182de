import { type Connection, Schema } from 'mongoose';
import type { RowKeeperStore } from '../../features/conversations/board/ports.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

interface KeeperRow {
  _id: string;
  at: number;
}

const schema = new Schema<KeeperRow>(
  { _id: { type: String, required: true }, at: { type: Number, required: true } },
  strictly,
);
export const rowKeeperModel = modelOf('rowKeepers', schema);

export function createMongoRowKeeperStore(connection: Connection): RowKeeperStore {
  const keepers = rowKeeperModel(connection);
  return guarded<RowKeeperStore>({
    async keeps(node, at) {
      await keepers.updateOne({ _id: node }, { $set: { at } }, { upsert: true });
    },
    async silentSince(since) {
      // All of them: a row for each node that runs, and for each that died in the last minute.
      const found = await keepers.find().lean<KeeperRow[]>();
      return found.flatMap(({ _id: node, at }) => (at < since ? [{ node, at }] : []));
    },
    async forget(node) {
      await keepers.deleteOne({ _id: node });
    },
  });
}
