import { type Connection, Schema, trusted } from 'mongoose';
import type { IndexedLine } from '../../features/search/model.ts';
import type { SearchStore } from '../../features/search/ports.ts';
import { writeEach } from './bulkWrites.ts';
import { gather } from './gather.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

/** An erased line stays without keys, so that it is not put again. */
type LineRow = IndexedLine & { _id: string; erased?: true };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const schema = new Schema<LineRow>(
  {
    _id: text,
    tenantId: text,
    conversationId: text,
    log: text,
    seq: number,
    at: number,
    keys: [String],
    erased: Boolean,
  },
  strictly,
);
// One key a query, never `$all`: SecantusDB answers an equal key and a range of times by this index, and scans for `$all`.
schema.index({ tenantId: 1, keys: 1, at: -1 });

/** A new line is found a moment later: a message and its answer, and those of other talks, share one write. */
const lingerMs = 2_000;

const erasedAtOnce = 200;
/** Of one write among many. */
const isTaken = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 11_000;

export const searchModel = modelOf('searchLines', schema);

export function createMongoSearchStore(connection: Connection): SearchStore {
  const lines = searchModel(connection);
  const putRow = gather<LineRow, void>(
    async (rows) => {
      const writes = rows.map((row) => {
        const filter: object = { _id: row._id, erased: { $ne: true } };
        return { replaceOne: { filter, replacement: row, upsert: true } };
      });
      const settled = await writeEach(connection, 'searchLines', writes);
      // If the line was erased, there is nothing to replace, and its ID is taken.
      return settled.map((one) => ('error' in one && isTaken(one.error) ? { value: undefined } : one));
    },
    { charsOf: (row) => JSON.stringify(row).length, lingerMs },
  );
  const eraseLines: SearchStore['eraseLines'] = async (conversationId, named) => {
    await putRow.settle();
    for (let from = 0; from < named.length; from += erasedAtOnce) {
      const writes = named.slice(from, from + erasedAtOnce).map(({ log, seq }) => {
        const _id = `${conversationId}:${log}:${seq}`;
        const replacement: LineRow = { _id, tenantId: '', conversationId, log, seq, at: 0, keys: [], erased: true };
        return { replaceOne: { filter: { _id } as object, replacement, upsert: true } };
      });
      const settled = await writeEach(connection, 'searchLines', writes);
      // A line that was put in the same moment stands by now.
      const refused = writes.filter((_, index) => 'error' in (settled[index] ?? {}));
      if (refused.length > 0) await lines.collection.bulkWrite(refused, { ordered: false });
    }
  };
  return guarded<SearchStore>({
    put(line) {
      return putRow({ _id: `${line.conversationId}:${line.log}:${line.seq}`, ...line });
    },
    eraseLines,
    async erase(conversationId, named) {
      await eraseLines(conversationId, named);
      // By the id, which begins with the conversation's: no index has the conversation alone. The semicolon comes after the colon.
      const ofConversation = { $gte: `${conversationId}:`, $lt: `${conversationId};` };
      await lines.deleteMany({ _id: trusted(ofConversation), erased: trusted({ $ne: true }) });
    },
    settle: putRow.settle,
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
