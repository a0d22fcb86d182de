import { type Connection, Schema, trusted } from 'mongoose';
import type { KeptReport } from '../../features/composing/reports/model.ts';
import type { ReportStore } from '../../features/composing/reports/ports.ts';
import { writingsPage } from '../../features/composing/writingsPage.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

type ReportRow = Omit<KeptReport, 'id'> & { _id: string };

const text = { type: String, required: true };
const schema = new Schema<ReportRow>(
  {
    _id: text,
    tenantId: text,
    kind: text,
    title: text,
    leadId: { type: String, default: null },
    conversationIds: { type: [String], required: true },
    period: { type: Schema.Types.Mixed, default: null },
    timeZone: text,
    createdAt: { type: Number, required: true },
    by: { type: Schema.Types.Mixed, required: true },
    complete: { type: Boolean, required: true },
    sections: { type: Schema.Types.Mixed, required: true },
    analysis: { type: Schema.Types.Mixed },
  },
  strictly,
);
schema.index({ tenantId: 1, createdAt: -1, _id: -1 });
schema.index({ tenantId: 1, conversationIds: 1 });
schema.index({ tenantId: 1, leadId: 1, _id: 1 });

export const reportModel = modelOf('reports', schema);

const toReport = ({ _id, ...rest }: ReportRow): KeptReport => ({ id: _id, ...rest });

export function createMongoReportStore(connection: Connection): ReportStore {
  const reports = reportModel(connection);
  return guarded<ReportStore>({
    async add(report, most) {
      const { id, ...rest } = jsonCopy(report);
      if (!(await inserted(() => reports.create({ _id: id, ...rest })))) return false;
      const { tenantId } = rest;
      const tooOld = await reports
        .find({ tenantId }, { _id: 1 })
        .sort({ createdAt: -1, _id: -1 })
        .skip(most)
        .lean<ReportRow[]>();
      if (tooOld.length > 0)
        await reports.deleteMany({ _id: trusted({ $in: tooOld.map(({ _id }) => _id) }), tenantId });
      return true;
    },
    async find(tenantId, reportId) {
      const row = await reports.findOne({ _id: reportId, tenantId }).lean<ReportRow>();
      return row && toReport(row);
    },
    async list(tenantId, { kinds, after, limit }) {
      const rows = await reports
        .find({
          tenantId,
          ...(kinds === undefined ? {} : { kind: trusted({ $in: [...kinds] }) }),
          ...(after === undefined
            ? {}
            : {
                $or: [
                  { createdAt: trusted({ $lt: after.createdAt }) },
                  { createdAt: after.createdAt, _id: trusted({ $lt: after.id }) },
                ],
              }),
        })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit)
        .lean<ReportRow[]>();
      return rows.map(toReport);
    },
    async ofLead(tenantId, leadId, after) {
      const past = after === undefined ? {} : { _id: trusted({ $gt: after }) };
      const found = reports.find({ tenantId, leadId, ...past }).sort({ _id: 1 });
      return (await found.limit(writingsPage).lean<ReportRow[]>()).map(toReport);
    },
    async erase(tenantId, conversationId) {
      await reports.deleteMany({ tenantId, conversationIds: conversationId });
    },
  });
}
