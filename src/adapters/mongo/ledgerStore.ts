import { type Connection, Schema, trusted } from 'mongoose';
import type { LedgerRow, LedgerStore } from '../../features/llm/ledger.ts';
import { guarded, modelOf, strictly, takenKeyOf } from './mongoStore.ts';

/** `at` as a date, because the database drops the row by it. */
type Row = Omit<LedgerRow, 'id' | 'at'> & { _id: string; at: Date };

const keptForSeconds = 90 * 86_400;
const text = { type: String, required: true };
const count = { type: Number, required: true };
const schema = new Schema<Row>(
  {
    _id: text,
    at: { type: Date, required: true },
    tenantId: text,
    task: text,
    version: count,
    tier: text,
    model: { type: String, default: null },
    inputTokens: count,
    outputTokens: count,
    cacheReadTokens: count,
    cacheWriteTokens: count,
    costMicroUsd: count,
    latencyMs: count,
    outcome: text,
    code: { type: String, default: null },
  },
  strictly,
);
schema.index({ tenantId: 1, at: -1 });
schema.index({ at: 1 }, { expireAfterSeconds: keptForSeconds });

export const ledgerModel = modelOf('modelCalls', schema);

export function createMongoLedgerStore(connection: Connection): LedgerStore {
  const calls = ledgerModel(connection);
  return guarded<LedgerStore>({
    async add(rows) {
      const documents = rows.map(({ id, at, ...row }) => ({ ...row, _id: id, at: new Date(at) }));
      try {
        await calls.insertMany(documents, { ordered: false });
      } catch (error) {
        // A write whose answer was lost is made again: its rows are there.
        if (takenKeyOf(error) === null) throw error;
      }
    },
    async newest(tenantId, limit, within) {
      const at = within && trusted({ $gte: new Date(within.from), $lt: new Date(within.until) });
      const found = await calls
        .find({ tenantId, ...(at && { at }) })
        .sort({ at: -1 })
        .limit(limit)
        .lean<Row[]>();
      return found.map(({ _id, at, ...row }) => ({ id: _id, at: at.getTime(), ...row }));
    },
  });
}
