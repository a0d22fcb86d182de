import { LRUCache } from 'lru-cache';
import { type Connection, Schema, trusted } from 'mongoose';
import type { Turn } from '../../features/turns/model.ts';
import type { TurnStore } from '../../features/turns/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { insertLists, writeEach } from './bulkWrites.ts';
import { gather, turnEndLingerMs } from './gather.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

type TurnRow = Omit<Turn, 'id'> & { _id: string };

const mixed = { type: Schema.Types.Mixed, required: true };
const number = { type: Number, required: true };
const text = { type: String, required: true };
const schema = new Schema<TurnRow>(
  {
    _id: text,
    tenantId: text,
    conversationId: text,
    turnNo: number,
    throughSeq: number,
    throughInternalSeq: number,
    fence: number,
    event: mixed,
    knew: Schema.Types.Mixed,
    rules: Schema.Types.Mixed,
    stateAfter: mixed,
    effects: [Schema.Types.Mixed],
    done: [Number],
    told: Schema.Types.Mixed,
    composed: Schema.Types.Mixed,
    spoken: Schema.Types.Mixed,
    factIds: Schema.Types.Mixed,
    askedAbout: Schema.Types.Mixed,
    versions: mixed,
    at: number,
    misread: Schema.Types.Mixed,
  },
  strictly,
);
schema.index({ conversationId: 1, turnNo: 1 }, { unique: true });
// Sparse: a turn that is not marked is not in it.
schema.index({ 'misread.at': 1 }, { sparse: true });

export const turnModel = modelOf('turns', schema);

const toTurn = ({ _id, ...rest }: TurnRow): Turn => ({ id: _id, ...rest });

export function createMongoTurnStore(connection: Connection): TurnStore {
  const turns = turnModel(connection);
  const newestNos = new LRUCache<string, number>({ max: 10_000 });
  const insertRow = gather<TurnRow, number>(
    (rows) =>
      insertLists(
        connection,
        'turns',
        rows.map((row) => [row]),
      ),
    {
      charsOf: (row) => JSON.stringify(row).length,
    },
  );
  const updateRow = gather<{ filter: object; update: object }, void>(
    (updates) =>
      writeEach(
        connection,
        'turns',
        updates.map((updateOne) => ({ updateOne })),
      ),
    { charsOf: ({ update }) => JSON.stringify(update).length, lingerMs: turnEndLingerMs },
  );

  const newestFrom = (conversationId: string, turnNo: number) =>
    turns
      .findOne({ conversationId, turnNo: trusted({ $gte: turnNo }) })
      .sort({ turnNo: -1 })
      .lean<TurnRow>();

  return guarded<TurnStore>({
    async newest(conversationId) {
      // Turns are only added, so the newest is at or above the last one seen; SecantusDB reads every row of the range.
      const seen = newestNos.get(conversationId) ?? 0;
      const row = (await newestFrom(conversationId, seen)) ?? (seen === 0 ? null : await newestFrom(conversationId, 0));
      if (!row) return null;
      newestNos.set(conversationId, row.turnNo);
      return toTurn(row);
    },
    async insert(turn) {
      const { id, ...rest } = jsonCopy(turn);
      return (await insertRow({ _id: id, ...rest })) === 1;
    },
    async markDone({ id }, effectIndexes, written = {}) {
      const kept = Object.entries(written).flatMap(([field, byIndex]) =>
        Object.entries(byIndex).map(([index, some]) => [`${field}.${index}`, [...some]]),
      );
      await updateRow({
        filter: { _id: id },
        update: {
          $addToSet: { done: { $each: [...effectIndexes] } },
          ...(kept.length === 0 ? {} : { $set: Object.fromEntries(kept) }),
        },
      });
    },
    async rewrite(turn) {
      const { id, ...rest } = jsonCopy(turn);
      await turns.replaceOne({ _id: id }, rest);
    },
    async markMisread(conversationId, seq, misread) {
      const heard = { conversationId, throughSeq: trusted({ $lt: seq }), 'event.happened.kind': 'visitor-message' };
      const turn = await turns.findOne(heard).sort({ turnNo: -1 }).select({ _id: 1 }).lean<{ _id: string }>();
      if (turn === null) return false;
      return (await turns.updateOne({ _id: turn._id }, { $set: { misread } })).matchedCount === 1;
    },
    async listMisread(tenantId, limit) {
      if (limit < 1) return [];
      const marked = { tenantId, 'misread.at': trusted({ $gt: '' }) };
      return (await turns.find(marked).sort({ 'misread.at': -1 }).limit(limit).lean<TurnRow[]>()).map(toTurn);
    },
    async remove(conversationId) {
      await turns.deleteMany({ conversationId });
      newestNos.delete(conversationId);
    },
    async list(conversationId, limit, afterNo = 0) {
      if (limit < 1) return [];
      const rows = await turns
        .find({ conversationId, turnNo: trusted({ $gt: afterNo }) })
        .sort({ turnNo: 1 })
        .limit(limit)
        .lean<TurnRow[]>();
      return rows.map(toTurn);
    },
  });
}
