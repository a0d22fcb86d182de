import { type Connection, Schema, trusted } from 'mongoose';
import type { IndexedLine } from '../../features/search/model.ts';
import type { SearchStore } from '../../features/search/ports.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

type LineRow = IndexedLine & { _id: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const schema = new Schema<LineRow>(
  { _id: text, tenantId: text, conversationId: text, log: text, seq: number, at: number, keys: [String] },
  strictly,
);
// One key a query, never `$all`: SecantusDB answers an equal key and a range of times by this index, and scans for `$all`.
schema.index({ tenantId: 1, keys: 1, at: -1 });

export const searchModel = modelOf('searchLines', schema);

export function createMongoSearchStore(connection: Connection): SearchStore {
  const lines = searchModel(connection);
  return guarded<SearchStore>({
    async put(line) {
      const _id = `${line.conversationId}:${line.log}:${line.seq}`;
      await lines.replaceOne({ _id }, { _id, ...line }, { upsert: true });
    },
    async remove(conversationId) {
      // By the id, which begins with the conversation's: no index has the conversation alone. The semicolon comes after the colon.
      await lines.deleteMany({ _id: trusted({ $gte: `${conversationId}:`, $lt: `${conversationId};` }) });
    },
    async find(tenantId, keys, { from, until, limit }) {
      const rows = await lines
        .find({ tenantId, keys, at: trusted({ $gte: from, $lt: until }) })
        .sort({ at: -1 })
        .limit(limit)
        .lean<LineRow[]>();
      return rows.map(({ _id, ...line }) => line);
    },
  });
}
