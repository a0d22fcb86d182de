import { type Connection, Schema } from 'mongoose';
import type { ReportSchedule } from '../../features/composing/reports/model.ts';
import type { ReportScheduleStore } from '../../features/composing/reports/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

type ScheduleRow = Omit<ReportSchedule, 'id'> & { _id: string };

const text = { type: String, required: true };
const schema = new Schema<ScheduleRow>(
  {
    _id: text,
    tenantId: text,
    kind: text,
    weekdays: { type: [String], required: true },
    time: text,
    createdAt: { type: Number, required: true },
    by: { type: Schema.Types.Mixed, required: true },
  },
  strictly,
);
schema.index({ tenantId: 1, createdAt: 1, _id: 1 });

export const reportScheduleModel = modelOf('reportSchedules', schema);

const toSchedule = ({ _id, ...rest }: ScheduleRow): ReportSchedule => ({ id: _id, ...rest });

export function createMongoReportScheduleStore(connection: Connection): ReportScheduleStore {
  const schedules = reportScheduleModel(connection);
  return guarded<ReportScheduleStore>({
    async add(schedule) {
      const { id, ...rest } = jsonCopy(schedule);
      await schedules.create({ _id: id, ...rest });
    },
    async find(tenantId, scheduleId) {
      const row = await schedules.findOne({ _id: scheduleId, tenantId }).lean<ScheduleRow>();
      return row && toSchedule(row);
    },
    async list(tenantId) {
      const rows = await schedules.find({ tenantId }).sort({ createdAt: 1, _id: 1 }).lean<ScheduleRow[]>();
      return rows.map(toSchedule);
    },
    async remove(tenantId, scheduleId) {
      const { deletedCount } = await schedules.deleteOne({ _id: scheduleId, tenantId });
      return deletedCount > 0;
    },
  });
}
