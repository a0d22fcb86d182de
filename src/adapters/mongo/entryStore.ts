import { LRUCache } from 'lru-cache';
import { type Connection, Schema, trusted } from 'mongoose';
import { type Entry, logKindOf } from '../../contract/log/entry.ts';
import { type LogKind, logNameOf } from '../../contract/log/logs.ts';
import {
  type EntryRecord,
  type EntryStore,
  helpTypes,
  type Inserted,
  longestOwedMs,
  type SettledBy,
} from '../../features/conversations/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { insertLists, writeEach } from './bulkWrites.ts';
import { gather, turnEndLingerMs } from './gather.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

interface EntryRow {
  /** The onceKey: the same key is the same entry, forever, at the price of no index more. */
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
  /** Minutes since the epoch at which it was written: looked for one by one, because SecantusDB reads by an equality prefix only. */
  minute: number;
  /** Of `helpTypes` only: the tenant and the day, in one field, because SecantusDB reads by an equality prefix only. */
  helpIn?: string;
  /** These three only while something is owed: plain fields, because SecantusDB reads by an equality prefix only. */
  owed?: true;
  /** The conversation if a turn settles it; else `reactionsIn` of it, so that the turns of every version leave it. */
  owedIn?: string;
  owedAt?: number;
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
    minute: Number,
    helpIn: String,
    owed: Boolean,
    owedIn: String,
    owedAt: Number,
  },
  strictly,
);
schema.index({ conversationId: 1, kind: 1, seq: 1 }, { unique: true });
schema.index({ conversationId: 1, type: 1, seq: -1 });
schema.index({ minute: 1 }, { sparse: true });
schema.index({ helpIn: 1 }, { sparse: true });
// Sparse: an entry to which nothing is owed is not in it.
schema.index({ owed: 1, owedIn: 1 }, { sparse: true });

export const entryModel = modelOf('entries', schema);

const reactionsIn = (conversationId: string): string => `${conversationId}:reactions`;
const owedIn = (conversationId: string, settledBy: SettledBy): string =>
  settledBy === 'turn' ? conversationId : reactionsIn(conversationId);
const settledBy = (row: EntryRow): SettledBy => (row.owedIn === reactionsIn(row.conversationId) ? 'reactions' : 'turn');

const helpIn = (tenantId: string, day: number): string => `${tenantId}:${day}`;
const dayMs = 86_400_000;
const minuteOf = (ms: number): number => Math.floor(ms / 60_000);

function toRow({ tenantId, entry, onceKey, bodyHash, owedAt, settledBy = 'turn' }: EntryRecord): EntryRow {
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
    ...(owedAt === null ? {} : { owed: true, owedIn: owedIn(conversationId, settledBy), owedAt }),
    minute: minuteOf(Date.parse(at)),
    ...(helpTypes.has(type) ? { helpIn: helpIn(tenantId, Math.floor(Date.parse(at) / dayMs)) } : {}),
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

const marks = ['owed', 'owedIn', 'owedAt'];
const nothingOwed = [{ $unset: marks }];

/**
 * The marks of an owed entry, without those up to these numbers. Computed by the database, so that the filter compares nothing but the
 * fields of the index: with an `$or` or a range beside them SecantusDB 0.7 reads every entry that was ever written.
 */
function marksAfter(through: Record<LogKind, number>): object {
  const readUpTo = { $cond: [{ $eq: ['$kind', 'public'] }, through.public, through.internal] };
  const isRead = { $lte: ['$seq', readUpTo] };
  return Object.fromEntries(marks.map((mark) => [mark, { $cond: [isRead, '$$REMOVE', `$${mark}`] }]));
}

/** Other marks for an entry that is owed still; its filter names the fields of the index alone, too. */
const marksIfOwed = (set: { owedIn: string; owedAt: number }): object =>
  Object.fromEntries(Object.entries(set).map(([mark, value]) => [mark, { $cond: ['$owed', value, '$$REMOVE'] }]));

export function createMongoEntryStore(connection: Connection): EntryStore {
  const entries = entryModel(connection);
  const heads = new LRUCache<string, number>({ max: 10_000 });

  const insertRows = gather<readonly EntryRow[], number>((lists) => insertLists(connection, 'entries', lists), {
    charsOf: (rows) => JSON.stringify(rows).length,
  });

  const mark = gather<{ filter: object; update: object[] }, void>(
    (updates) =>
      writeEach(
        connection,
        'entries',
        updates.map((updateMany) => ({ updateMany })),
      ),
    { charsOf: ({ filter }) => JSON.stringify(filter).length, lingerMs: turnEndLingerMs },
  );

  /** In order, up to the first that is refused. */
  async function insertAll(records: readonly EntryRecord[]): Promise<Inserted[]> {
    const rows = records.map(toRow);
    const outcomes: Inserted[] = [];
    while (outcomes.length < rows.length) {
      const inserted = await insertRows(rows.slice(outcomes.length));
      for (let count = 0; count < inserted; count += 1) outcomes.push('inserted');
      const refused = rows[outcomes.length];
      if (refused === undefined) break;
      const first = await entries.findById(refused._id, { entryId: 1 }).lean<{ entryId: string }>();
      // A busy SecantusDB begins a batch again by itself, and then finds what it has written.
      const isOurs = first?.entryId === refused.entryId;
      outcomes.push(isOurs ? 'inserted' : first === null ? 'seq-taken' : 'once-taken');
      if (!isOurs) break;
    }
    return outcomes;
  }

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
      const above = await newestFrom(conversationId, kind, seen);
      const head = above ?? (seen === 0 ? 0 : ((await newestFrom(conversationId, kind, 0)) ?? 0));
      heads.set(log, head);
      return head;
    },
    async insert(record) {
      const [outcome = 'seq-taken'] = await insertAll([record]);
      return outcome;
    },
    insertAll,
    async findOnce(onceKey) {
      const row = await entries.findById(onceKey).lean<EntryRow>();
      if (row === null) return null;
      const { tenantId, _id, bodyHash, owedAt = null } = row;
      const by = settledBy(row);
      return {
        tenantId,
        entry: toEntry(row),
        onceKey: _id,
        bodyHash,
        owedAt,
        ...(by === 'turn' ? {} : { settledBy: by }),
      };
    },
    async writtenBetween(from, to) {
      const places = new Map<string, { tenantId: string; conversationId: string }>();
      for (let minute = minuteOf(from); minute <= minuteOf(to); minute += 1) {
        const found = entries.find({ minute }, { tenantId: 1, conversationId: 1, _id: 0 });
        for await (const { tenantId, conversationId } of found
          .lean<{ tenantId: string; conversationId: string }>()
          .cursor({ batchSize: 1_000 }))
          places.set(conversationId, { tenantId, conversationId });
      }
      return [...places.values()];
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

    async listOwed(now, limit) {
      // Not two ranges: `$or` beside it, and SecantusDB reads every entry that it has.
      const isLater = { $gt: now, $lte: now + longestOwedMs };
      const found = entries.find({ owed: true, owedAt: trusted({ $not: isLater }) }).sort({ owedAt: 1 });
      const rows = await found.limit(limit).lean<EntryRow[]>();
      return rows.map((row) => ({
        tenantId: row.tenantId,
        entry: toEntry(row),
        at: row.owedAt ?? 0,
        settledBy: settledBy(row),
      }));
    },
    async settleOwed(conversationId, through) {
      await mark({ filter: { owed: true, owedIn: conversationId }, update: [{ $set: marksAfter(through) }] });
    },
    async postponeOwed(conversationId, at) {
      await entries.updateMany({ owed: true, owedIn: conversationId }, { $set: { owedAt: at } });
    },
    async setOwed({ conversationId, type, seq }, owing) {
      const update =
        owing === null
          ? nothingOwed
          : [{ $set: marksIfOwed({ owedIn: owedIn(conversationId, owing.settledBy), owedAt: owing.at }) }];
      await mark({ filter: { conversationId, kind: logKindOf(type), seq }, update });
    },
    async helpOn(tenantId, day, limit) {
      const found = entries.find({ helpIn: helpIn(tenantId, day) }).limit(limit);
      return (await found.lean<EntryRow[]>()).sort((a, b) => a.at.getTime() - b.at.getTime()).map(toEntry);
    },
    async listOf(conversationId, type, limit) {
      if (limit < 1) return [];
      const newest = entries.find({ conversationId, type }).sort({ seq: -1 }).limit(limit);
      return (await newest.lean<EntryRow[]>()).map(toEntry).reverse();
    },
  });
}
