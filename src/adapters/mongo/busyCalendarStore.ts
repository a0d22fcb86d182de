import { type Connection, Schema } from 'mongoose';
import type { BusyCalendar } from '../../features/appointments/model.ts';
import type { BusyCalendarStore } from '../../features/appointments/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

type CalendarRow = BusyCalendar & { _id: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const schema = new Schema<CalendarRow>(
  {
    _id: text,
    tenantId: text,
    userId: text,
    sealedUrl: text,
    setAt: number,
    etag: String,
    readAt: Number,
    problem: String,
    failures: number,
    busy: { type: Schema.Types.Mixed, required: true },
  },
  strictly,
);
schema.index({ tenantId: 1 });
export const busyCalendarModel = modelOf('busyCalendars', schema);

const keyOf = (tenantId: string, userId: string): string => `${tenantId}:${userId}`;

export function createMongoBusyCalendarStore(connection: Connection): BusyCalendarStore {
  const calendars = busyCalendarModel(connection);
  return guarded<BusyCalendarStore>({
    async set(calendar) {
      const { tenantId, userId } = calendar;
      await calendars.updateOne({ _id: keyOf(tenantId, userId) }, { $set: jsonCopy(calendar) }, { upsert: true });
    },
    async ofPerson(tenantId, userId) {
      const row = await calendars.findById(keyOf(tenantId, userId)).lean<CalendarRow>();
      if (!row) return null;
      const { _id, ...calendar } = row;
      return calendar;
    },
    async keep({ tenantId, userId, sealedUrl }, read) {
      await calendars.updateOne({ _id: keyOf(tenantId, userId), sealedUrl }, { $set: jsonCopy(read) });
    },
    async remove(tenantId, userId) {
      await calendars.deleteOne({ _id: keyOf(tenantId, userId) });
    },
    async busyOf(tenantId) {
      const rows = await calendars.find({ tenantId }, { userId: 1, busy: 1 }).lean<CalendarRow[]>();
      return rows.map(({ userId, busy }) => ({ userId, busy }));
    },
  });
}
