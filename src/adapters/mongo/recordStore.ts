import { type Connection, Schema, trusted } from 'mongoose';
import type { PersonRecord } from '../../features/profiles/model.ts';
import { mostOfLead, type RecordStore } from '../../features/profiles/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { type ChangingRow, notesChanges, readChangedRows } from './changedAt.ts';
import { findsByOwner } from './findsByOwner.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

const mostOpen = 500;

/** `open` is there for the index: `closed` may hold a document. */
interface RecordRow extends ChangingRow {
  _id: string;
  tenantId: string;
  leadId: string;
  kind: PersonRecord['kind'];
  at: number;
  open: boolean;
  closed: PersonRecord['closed'];
  record: Omit<PersonRecord, 'closed'>;
}

const text = { type: String, required: true };
const schema = new Schema<RecordRow>(
  {
    _id: text,
    tenantId: text,
    leadId: text,
    kind: text,
    at: { type: Number, required: true },
    open: { type: Boolean, required: true },
    closed: { type: Schema.Types.Mixed, default: null },
    record: { type: Schema.Types.Mixed, required: true },
    changedAt: Date,
  },
  strictly,
);
schema.index({ tenantId: 1, leadId: 1, at: -1 });
schema.index({ tenantId: 1, leadId: 1, _id: 1 });
schema.index({ tenantId: 1, kind: 1, open: 1, at: 1 });
notesChanges(schema);

export const recordModel = modelOf('personRecords', schema);

const toRecord = ({ record, closed }: RecordRow): PersonRecord => ({ ...record, closed }) as PersonRecord;

export function createMongoRecordStore(connection: Connection): RecordStore {
  const records = recordModel(connection);
  const rowsOfLead = findsByOwner<RecordRow>(records, 'leadId', {
    ownerOf: ({ leadId }) => leadId,
    compare: (one, other) => other.at - one.at,
    alone: ({ tenantId, id: leadId, limit }) =>
      records.find({ tenantId, leadId }).sort({ at: -1 }).limit(limit).lean<RecordRow[]>(),
  });

  return guarded<RecordStore>({
    add(given) {
      const { closed, ...record } = jsonCopy(given);
      const { id, tenantId, leadId, kind, at } = record;
      return inserted(() =>
        records.create({ _id: id, tenantId, leadId, kind, at, open: closed === null, closed, record }),
      );
    },
    async close(tenantId, recordId, closed) {
      const open = { _id: recordId, tenantId, open: true };
      const { modifiedCount } = await records.updateOne(open, { $set: { open: false, closed: jsonCopy(closed) } });
      return modifiedCount === 1;
    },
    async rewrite(given) {
      const { closed, ...record } = jsonCopy(given);
      await records.updateOne({ _id: record.id, tenantId: record.tenantId }, { $set: { closed, record } });
    },
    async pageOfLead(tenantId, leadId, after) {
      const which = { tenantId, leadId, ...(after === undefined ? {} : { _id: trusted({ $gt: after }) }) };
      const rows = await records.find(which).sort({ _id: 1 }).limit(mostOfLead).lean<RecordRow[]>();
      return rows.map(toRecord);
    },
    async ofLead(tenantId, leadId) {
      return (await rowsOfLead({ tenantId, id: leadId, limit: mostOfLead })).map(toRecord);
    },
    async changedAfter(tenantId, after, limit) {
      const page = await readChangedRows<RecordRow>(connection, records, tenantId, { after, limit });
      return { ...page, items: page.items.map(({ row, ...place }) => ({ ...place, row: toRecord(row) })) };
    },
    async listOpen(tenantId, kind) {
      const found = records.find({ tenantId, kind, open: true }).sort({ at: 1 });
      return (await found.limit(mostOpen).lean<RecordRow[]>()).map(toRecord);
    },
    async listClosed(tenantId, kind, limit) {
      const found = records.find({ tenantId, kind, open: false }).sort({ at: -1 });
      return (await found.limit(limit).lean<RecordRow[]>()).map(toRecord);
    },
  });
}
