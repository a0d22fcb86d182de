import { LRUCache } from 'lru-cache';
import { type Connection, Schema, trusted } from 'mongoose';
import type { KeptNarrative, NarrativeBatch } from '../../features/composing/narratives/model.ts';
import type { NarrativeStore } from '../../features/composing/narratives/ports.ts';
import { writingsPage } from '../../features/composing/writingsPage.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

type Row = Omit<KeptNarrative, 'id' | 'expiresAt'> & { _id: string; expiresAt: Date };

const text = { type: String, required: true };
const schema = new Schema<Row>(
  {
    _id: text,
    tenantId: text,
    cacheKey: text,
    listingId: text,
    leadId: { type: String, default: null },
    style: text,
    length: text,
    language: text,
    basis: text,
    sealed: text,
    createdAt: { type: Number, required: true },
    // The database drops the row after this.
    expiresAt: { type: Date, required: true },
    distance: { type: Number, default: null },
    rating: { type: String, default: null },
  },
  strictly,
);
schema.index({ tenantId: 1, cacheKey: 1, createdAt: -1 });
schema.index({ tenantId: 1, leadId: 1 });
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

type BatchRow = Omit<NarrativeBatch, 'id' | 'expiresAt'> & { _id: string; expiresAt: Date };
const batchSchema = new Schema<BatchRow>(
  {
    _id: text,
    tenantId: text,
    by: text,
    items: { type: [Schema.Types.Mixed], required: true },
    canceled: { type: Boolean, required: true },
    createdAt: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  strictly,
);
batchSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const narrativeModel = modelOf('narratives', schema);
export const narrativeBatchModel = modelOf('narrativeBatches', batchSchema);

const toNarrative = ({ _id, expiresAt, ...rest }: Row): KeptNarrative => ({
  id: _id,
  ...rest,
  expiresAt: expiresAt.getTime(),
});
/** Some 150 bytes each. */
const idsHeld = 10_000;

/** The database takes up to a minute to drop what it may. */
const isKept = (now: number) => trusted({ $gt: new Date(now) });

export function createMongoNarrativeStore(connection: Connection): NarrativeStore {
  const narratives = narrativeModel(connection);
  const batches = narrativeBatchModel(connection);
  // A read by id takes a third of the time of one by key, and finds nothing that was erased.
  const ids = new LRUCache<string, string>({ max: idsHeld });
  const keyOf = (tenantId: string, cacheKey: string): string => `${tenantId} ${cacheKey}`;
  // By the id alone, which takes the database half the time of a query with more: whose it is and until when is told from the row.
  const findById = async (tenantId: string, narrativeId: string, now: number): Promise<KeptNarrative | null> => {
    const row = await narratives.findOne({ _id: narrativeId }).lean<Row>();
    return row === null || row.tenantId !== tenantId || row.expiresAt.getTime() <= now ? null : toNarrative(row);
  };
  return guarded<NarrativeStore>({
    async add({ id, expiresAt, ...rest }) {
      await narratives.create({ _id: id, ...rest, expiresAt: new Date(expiresAt) });
      ids.set(keyOf(rest.tenantId, rest.cacheKey), id);
    },
    find: findById,
    async newestOf(tenantId, cacheKey, now) {
      const id = ids.get(keyOf(tenantId, cacheKey));
      const known = id === undefined ? null : await findById(tenantId, id, now);
      if (known !== null) return known;
      const found = narratives.findOne({ tenantId, cacheKey, expiresAt: isKept(now) }).sort({ createdAt: -1 });
      const row = await found.lean<Row>();
      if (row) ids.set(keyOf(tenantId, cacheKey), row._id);
      return row && toNarrative(row);
    },
    async change(tenantId, narrativeId, { expiresAt, ...change }) {
      const until = expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) };
      await narratives.updateOne({ _id: narrativeId, tenantId }, { $set: { ...change, ...until } });
    },
    async ofLead(tenantId, leadId, now, after) {
      const past = after === undefined ? {} : { _id: trusted({ $gt: after }) };
      const found = narratives.find({ tenantId, leadId, expiresAt: isKept(now), ...past }).sort({ _id: 1 });
      return (await found.limit(writingsPage).lean<Row[]>()).map(toNarrative);
    },
    async eraseOfLead(tenantId, leadId) {
      await narratives.deleteMany({ tenantId, leadId });
    },

    async addBatch({ id, expiresAt, ...rest }) {
      await batches.create({ _id: id, ...rest, items: [...rest.items], expiresAt: new Date(expiresAt) });
    },
    async findBatch(tenantId, batchId) {
      const row = await batches.findOne({ _id: batchId, tenantId }).lean<BatchRow>();
      if (row === null) return null;
      const { _id, expiresAt, ...rest } = row;
      return { id: _id, ...rest, expiresAt: expiresAt.getTime() };
    },
    async setItem(tenantId, batchId, at, item) {
      await batches.updateOne({ _id: batchId, tenantId }, { $set: { [`items.${at}`]: item } });
    },
    async cancelBatch(tenantId, batchId) {
      await batches.updateOne({ _id: batchId, tenantId }, { $set: { canceled: true } });
    },
  });
}
