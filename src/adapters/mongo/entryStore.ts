import { LRUCache } from 'lru-cache';
import { type Connection, Schema, trusted } from 'mongoose';
import { type Entry, type LogKind, logKindOf, logNameOf } from '../../contract/entries.ts';
import type { EntryRecord, EntryStore } from '../../features/conversations/ports.ts';
import { jsonCopy } from '../memory/jsonCopy.ts';
import { guarded, modelOf, strictly, takenKeyOf } from './mongoStore.ts';

interface EntryRow {
  /** The onceKey: the same key is the same entry, for ever, at the price of no index more. */
  _id: string;
  entryId: string;
  tenantId: string;
  conversationId: string;
  kind: 'public' | 'internal';
  seq: number;
  type: string;
  at: Date;
  actor: unknown;
  cause: unknown;
  data: unknown;
  bodyHash: string | null;
}

const schema = new Schema<EntryRow>(
  {
    _id: { type: String, required: true },
    entryId: { type: String, required: true },
    tenantId: { type: String, required: true },
    conversationId: { type: String, required: true },
    kind: { type: String, required: true, enum: ['public', 'internal'] },
    seq: { type: Number, required: true },
    type: { type: String, required: true },
    at: { type: Date, required: true },
    actor: { type: Schema.Types.Mixed, required: true },
    cause: Schema.Types.Mixed,
    data: { type: Schema.Types.Mixed, required: true },
    bodyHash: String,
  },
  strictly,
);
schema.index({ conversationId: 1, kind: 1, seq: 1 }, { unique: true });
schema.index({ conversationId: 1, type: 1, seq: -1 });

export const entryModel = modelOf('entries', schema);

function toRow({ tenantId, entry, onceKey, bodyHash }: EntryRecord): EntryRow {
  const { id, conversationId, seq, type, at, actor, cause, data } = jsonCopy(entry);
  return {
    _id: onceKey,
    entryId: id,
    tenantId,
    conversationId,
    kind: logKindOf(type),
    seq,
    type,
    at: new Date(at),
    actor,
    cause: cause ?? null,
    data,
    bodyHash,
  };
}

function toEntry({ entryId, conversationId, kind, seq, type, at, actor, cause, data }: EntryRow): Entry {
  return {
    v: 1,
    id: entryId,
    log: logNameOf(kind, conversationId),
    seq,
    type,
    at: at.toISOString(),
    conversationId,
    actor,
    ...(cause ? { cause } : {}),
    data,
  } as Entry;
}

export function createMongoEntryStore(connection: Connection): EntryStore {
  const entries = entryModel(connection);
  const heads = new LRUCache<string, number>({ max: 10_000 });

  async function newestFrom(conversationId: string, kind: LogKind, fromSeq: number): Promise<number | null> {
    const above = { conversationId, kind, seq: trusted({ $gte: fromSeq }) };
    const newest = await entries.findOne(above, { seq: 1 }).sort({ seq: -1 }).lean();
    return newest?.seq ?? null;
  }

  return guarded<EntryStore>({
    async head(conversationId, kind) {
      const log = logNameOf(kind, conversationId);
      // A log only grows, so the head is at or above the last one seen; SecantusDB reads every row of the range.
      const seen = heads.get(log) ?? 0;
      const head = (await newestFrom(conversationId, kind, seen)) ?? (await newestFrom(conversationId, kind, 0)) ?? 0;
      heads.set(log, head);
      return head;
    },
    async insert(record) {
      try {
        await entries.create(toRow(record));
        return 'inserted';
      } catch (error) {
        const taken = takenKeyOf(error);
        if (!taken) throw error;
        return 'seq' in taken ? 'seq-taken' : 'once-taken';
      }
    },
    async findOnce(onceKey) {
      const row = await entries.findById(onceKey).lean<EntryRow>();
      return row && { tenantId: row.tenantId, entry: toEntry(row), onceKey: row._id, bodyHash: row.bodyHash };
    },
    async read(conversationId, kind, fromSeq, toSeq, limit) {
      if (limit < 1) return [];
      const rows = await entries
        .find({ conversationId, kind, seq: trusted({ $gte: fromSeq, $lte: toSeq }) })
        .sort({ seq: 1 })
        .limit(limit)
        .lean<EntryRow[]>();
      return rows.map(toEntry);
    },
    async rewrite({ conversationId, seq, type, actor, data }) {
      await entries.updateOne(
        { conversationId, kind: logKindOf(type), seq },
        { $set: { actor: jsonCopy(actor), data: jsonCopy(data), bodyHash: null } },
      );
    },
    async newestOf(conversationId, type) {
      const row = await entries.findOne({ conversationId, type }).sort({ seq: -1 }).lean<EntryRow>();
      return row && toEntry(row);
    },
  });
}
