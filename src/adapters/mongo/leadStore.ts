import { type Connection, Schema, trusted } from 'mongoose';
import { type Lead, type TagChange, tagsKept } from '../../features/profiles/model.ts';
import { type LeadStore, leadPage } from '../../features/profiles/ports.ts';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { HubError } from '../../kernel/hubError.ts';
import { createInTurn } from '../../kernel/inTurn.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { type ChangingRow, notesChanges, readChangedRows } from './changedAt.ts';
import { keyedHashOf, plainHashOf } from './contactHash.ts';
import { findsById } from './findsById.ts';
import { findsByOwner } from './findsByOwner.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

/** Of a lead of another channel than a page `visitorId` is its own id: an index wants one of every row. */
type LeadRow = Omit<Lead, 'id' | 'visitorId'> & ChangingRow & { _id: string; visitorId: string };
/**
 * One row for each key that a lead goes by. Of the key only a keyed hash is kept: it is there to compare, not to be read. Rows of
 * an earlier version have a plain one until `wrapOldHashes` has been there.
 */
export interface KeyRow {
  _id: string;
  tenantId: string;
  hash: string;
  leadId: string;
}

const schema = new Schema<LeadRow>(
  {
    _id: { type: String, required: true },
    tenantId: { type: String, required: true },
    visitorId: { type: String, required: true },
    name: { type: String, default: null },
    createdAt: { type: Number, required: true },
    fields: { type: Schema.Types.Mixed, required: true },
    suppressedAt: { type: Number, default: null },
    noRecordingAt: { type: Number, default: null },
    notAdapted: { type: Schema.Types.Mixed, default: null },
    identity: { type: String, default: null },
    tags: [String],
    link: { type: Schema.Types.Mixed, default: null },
    changedAt: Date,
  },
  strictly,
);
schema.index({ tenantId: 1, visitorId: 1 }, { unique: true });
schema.index({ tenantId: 1, 'link.leadId': 1 });
notesChanges(schema);
const keySchema = new Schema<KeyRow>(
  {
    _id: { type: String, required: true },
    tenantId: { type: String, required: true },
    hash: { type: String, required: true },
    leadId: { type: String, required: true },
  },
  strictly,
);
keySchema.index({ tenantId: 1, hash: 1, leadId: 1 });

export const leadModel = modelOf('leads', schema);
export const leadKeyModel = modelOf('leadKeys', keySchema);

// Leads of an older version have none of these.
const toLead = ({ _id, visitorId, changedAt, ...rest }: LeadRow): Lead => ({
  id: _id,
  ...(visitorId === _id ? {} : { visitorId }),
  ...rest,
  noRecordingAt: rest.noRecordingAt ?? null,
  notAdapted: rest.notAdapted ?? null,
  identity: rest.identity ?? null,
  tags: rest.tags ?? [],
  link: rest.link ?? null,
});

const byId = (one: LeadRow, other: LeadRow): number => (one._id < other._id ? -1 : 1);

/** The tags after a change, computed by the database from what stands there. */
function tagsAfter({ add, remove }: TagChange): object {
  const others = { $not: [{ $in: ['$$tag', { $literal: [...add, ...remove] }] }] };
  const kept = { $filter: { input: { $ifNull: ['$tags', []] }, as: 'tag', cond: others } };
  return { $slice: [{ $concatArrays: [kept, { $literal: [...new Set(add)] }] }, -tagsKept] };
}

/** `plainUntil`: until then (ms) a node of an earlier version may run beside, which finds leads by plain hashes alone. */
export function createMongoLeadStore(
  connection: Connection,
  { contactKey, plainUntil = 0 }: { contactKey: string; plainUntil?: number },
): LeadStore {
  const leads = leadModel(connection);
  const keys = leadKeyModel(connection);
  const findRow = findsById<LeadRow>(leads);
  const rowsLinkedTo = findsByOwner<LeadRow>(leads, 'link.leadId', {
    ownerOf: ({ link }) => link?.leadId ?? '',
    compare: byId,
    alone: ({ tenantId, id, limit }) =>
      leads.find({ tenantId, 'link.leadId': id }).sort({ _id: 1 }).limit(limit).lean<LeadRow[]>(),
  });
  const find = async (tenantId: string, leadId: string): Promise<Lead | null> => {
    const row = await findRow(leadId);
    return row?.tenantId === tenantId ? toLead(row) : null;
  };

  const openFor: LeadStore['openFor'] = async (seed) => {
    const { id, visitorId = id, ...rest } = jsonCopy(seed);
    const known = { tenantId: seed.tenantId, visitorId };
    const found = await leads.findOne(known).lean<LeadRow>();
    if (found) return toLead(found);
    const row: LeadRow = { _id: id, visitorId, ...rest };
    if (await inserted(() => leads.create(row))) return toLead(row);
    const rival = await leads.findOne(known).lean<LeadRow>();
    // Another visitor's lead has this id: nothing that a caller can mend.
    if (!rival) throw new HubError('CONFLICT');
    return toLead(rival);
  };

  const store = guarded<Omit<LeadStore, 'hashOf'>>({
    openFor,
    find,
    async change(tenantId, leadId, { fields, name, suppressedAt, noRecordingAt, notAdapted, tags }) {
      // Merged by the database, and literally, because a field's name may hold a dot or begin with a dollar sign.
      const set = {
        ...(fields ? { fields: { $mergeObjects: ['$fields', { $literal: jsonCopy(fields) }] } } : {}),
        ...(name === undefined ? {} : { name: { $literal: name } }),
        ...(suppressedAt === undefined ? {} : { suppressedAt }),
        ...(noRecordingAt === undefined ? {} : { noRecordingAt }),
        ...(notAdapted === undefined ? {} : { notAdapted: { $literal: jsonCopy(notAdapted) } }),
        ...(tags === undefined ? {} : { tags: tagsAfter(tags) }),
      };
      if (Object.keys(set).length === 0) return;
      await leads.updateOne({ _id: leadId, tenantId }, [{ $set: set }], { updatePipeline: true });
    },
    async identify(tenantId, leadId, identity) {
      const { modifiedCount } = await leads.updateOne(
        { _id: leadId, tenantId, identity: null },
        { $set: { identity } },
      );
      return modifiedCount === 1 || (await find(tenantId, leadId))?.identity === identity;
    },
    async erase(tenantId, leadId, { keepKeys }) {
      const { matchedCount } = await leads.updateOne(
        { _id: leadId, tenantId },
        { $set: { name: null, fields: {}, identity: null, tags: [], notAdapted: null } },
      );
      // By the id, which begins with the lead's. The semicolon comes after the colon.
      if (matchedCount === 1 && !keepKeys)
        await keys.deleteMany({ _id: trusted({ $gte: `${leadId}:`, $lt: `${leadId};` }) });
    },
    async addKey(tenantId, leadId, key) {
      const plain = plainHashOf(tenantId, key);
      const hashes = [keyedHashOf(contactKey, plain), ...(Date.now() < plainUntil ? [plain] : [])];
      for (const hash of hashes)
        await inserted(() => keys.create({ _id: `${leadId}:${hash}`, tenantId, hash, leadId }));
    },
    async withKey(tenantId, key, after) {
      const plain = plainHashOf(tenantId, key);
      const past = after === undefined ? {} : { leadId: trusted({ $gt: after }) };
      // One query a hash: SecantusDB walks the index for an equal one alone.
      const pages = await Promise.all(
        [keyedHashOf(contactKey, plain), plain].map((hash) =>
          keys
            .find({ tenantId, hash, ...past })
            .sort({ leadId: 1 })
            .limit(leadPage)
            .lean<KeyRow[]>(),
        ),
      );
      const leadIds = [...new Set(pages.flat().map(({ leadId }) => leadId))].sort().slice(0, leadPage);
      const found = await fewAtOnce(leadIds, (leadId) => find(tenantId, leadId));
      return found.filter((lead) => lead !== null);
    },
    async link(tenantId, leadId, link) {
      const { modifiedCount } = await leads.updateOne({ _id: leadId, tenantId, link: null }, { $set: { link } });
      return modifiedCount === 1;
    },
    async unlink(tenantId, leadId) {
      const found = await find(tenantId, leadId);
      if (!found?.link) return false;
      const which = { _id: leadId, tenantId, 'link.leadId': found.link.leadId };
      // The person it is parted from changes with it. First, so that a crash in between costs one more look and loses nothing.
      await leads.updateOne({ _id: found.link.leadId, tenantId }, {});
      const { modifiedCount } = await leads.updateOne(which, { $set: { link: null } });
      return modifiedCount === 1;
    },
    async changedAfter(tenantId, after, limit) {
      const page = await readChangedRows<LeadRow>(connection, leads, tenantId, { after, limit });
      return { ...page, items: page.items.map(({ row, ...place }) => ({ ...place, row: toLead(row) })) };
    },
    async linkedTo(tenantId, leadId, after) {
      if (after === undefined) return (await rowsLinkedTo({ tenantId, id: leadId, limit: leadPage })).map(toLead);
      const past = { tenantId, 'link.leadId': leadId, _id: trusted({ $gt: after }) };
      return (await leads.find(past).sort({ _id: 1 }).limit(leadPage).lean<LeadRow[]>()).map(toLead);
    },
  });
  // Rivals in this process wait for each other: only those of other nodes collide.
  const inTurn = createInTurn();
  return {
    ...store,
    openFor: (seed) => inTurn(`${seed.tenantId}:${seed.visitorId ?? seed.id}`, () => store.openFor(seed)),
    hashOf: (tenantId, key) => keyedHashOf(contactKey, plainHashOf(tenantId, key)),
  };
}
