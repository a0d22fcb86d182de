import { type Connection, Schema, trusted } from 'mongoose';
import type { Appointment, Offer, WorkingHours } from '../../features/appointments/model.ts';
import type { AppointmentStore } from '../../features/appointments/ports.ts';
import { cellMs, cellsOf, nextLookAt } from '../../features/appointments/rules.ts';
import { jsonCopy } from '../memory/jsonCopy.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

type OfferRow = Omit<Offer, 'id'> & { _id: string };
/** `takes`: its time is taken; `looks`, `lookAt`: when somebody has to look at it again. */
type AppointmentRow = Omit<Appointment, 'id'> & { _id: string; takes: boolean; looks: boolean; lookAt: number };
/** One piece of an agent's time. Whoever has its row has the time, until `freeAt`. */
interface CellRow {
  _id: string;
  appointmentId: string;
  freeAt: number;
}
type HoursRow = Omit<WorkingHours, 'name'> & { _id: string; tenantId: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const flag = { type: Boolean, required: true };
const mixed = { type: Schema.Types.Mixed, required: true };
const offerSchema = new Schema<OfferRow>(
  {
    _id: text,
    tenantId: text,
    conversationId: text,
    kind: text,
    zone: text,
    slots: [Schema.Types.Mixed],
    expiresAt: number,
    home: Schema.Types.Mixed,
  },
  strictly,
);
const schema = new Schema<AppointmentRow>(
  {
    _id: text,
    tenantId: text,
    conversationId: text,
    kind: text,
    agentId: text,
    agentName: text,
    startsAt: number,
    endsAt: number,
    busyUntil: number,
    zone: text,
    state: text,
    heldUntil: number,
    reminders: [Number],
    createdAt: number,
    home: Schema.Types.Mixed,
    takes: flag,
    looks: flag,
    lookAt: number,
  },
  strictly,
);
offerSchema.index({ expiresAt: 1 });
schema.index({ tenantId: 1, takes: 1, busyUntil: 1 });
schema.index({ looks: 1, lookAt: 1 });
schema.index({ tenantId: 1, conversationId: 1 });
const cellSchema = new Schema<CellRow>({ _id: text, appointmentId: text, freeAt: number }, strictly);
cellSchema.index({ freeAt: 1 });
const hoursSchema = new Schema<HoursRow>(
  { _id: text, tenantId: text, agentId: text, zone: text, hours: mixed },
  strictly,
);
hoursSchema.index({ tenantId: 1 });

export const offerModel = modelOf('appointmentOffers', offerSchema);
export const appointmentModel = modelOf('appointments', schema);
export const cellModel = modelOf('appointmentCells', cellSchema);
export const ownHoursModel = modelOf('appointmentHours', hoursSchema);

const toAppointment = ({ _id, takes, looks, lookAt, ...rest }: AppointmentRow): Appointment => ({ id: _id, ...rest });
const derived = (one: Appointment) => {
  const lookAt = nextLookAt(one);
  return { takes: one.state === 'held' || one.state === 'booked', looks: lookAt !== null, lookAt: lookAt ?? 0 };
};
const cellIds = (one: Appointment): string[] => cellsOf(one).map((cell) => `${one.tenantId}:${one.agentId}:${cell}`);

export function createMongoAppointmentStore(connection: Connection): AppointmentStore {
  const offers = offerModel(connection);
  const appointments = appointmentModel(connection);
  const cells = cellModel(connection);
  const ownHours = ownHoursModel(connection);

  async function find(tenantId: string, id: string): Promise<Appointment | null> {
    const row = await appointments.findOne({ _id: id, tenantId }).lean<AppointmentRow>();
    return row && toAppointment(row);
  }

  /** From one state as it was read to another; false when somebody was quicker. */
  async function replace(before: Appointment, after: Appointment): Promise<boolean> {
    const { state, reminders } = after;
    const { matchedCount } = await appointments.updateOne(
      { _id: before.id, state: before.state, reminders: before.reminders },
      { $set: { state, reminders, ...derived(after) } },
    );
    return matchedCount === 1;
  }

  async function takeCell(cellId: string, one: Appointment, now: number): Promise<boolean> {
    const row = { _id: cellId, appointmentId: one.id, freeAt: one.heldUntil };
    // Again only when the one in the way was freed between the two steps.
    for (let round = 0; round < 5; round++) {
      if (await inserted(() => cells.create(row))) return true;
      const there = await cells.findById(cellId).lean<CellRow>();
      if (there === null) continue;
      if (there.appointmentId === one.id) return true;
      if (there.freeAt > now) return false;
      const { matchedCount } = await cells.updateOne(
        { _id: cellId, appointmentId: there.appointmentId, freeAt: there.freeAt },
        { $set: { appointmentId: one.id, freeAt: one.heldUntil } },
      );
      if (matchedCount === 1) return true;
    }
    return false;
  }

  async function freeCells(one: Appointment): Promise<void> {
    for (const cellId of cellIds(one)) await cells.deleteOne({ _id: cellId, appointmentId: one.id });
  }

  return guarded<AppointmentStore>({
    async addOffer(offer) {
      const { id, ...rest } = jsonCopy(offer);
      await inserted(() => offers.create({ _id: id, ...rest }));
    },
    async findOffer(tenantId, offerId) {
      const row = await offers.findOne({ _id: offerId, tenantId }).lean<OfferRow>();
      if (!row) return null;
      const { _id, ...rest } = row;
      return { id: _id, ...rest };
    },
    async hold(appointment, now) {
      if ((await find(appointment.tenantId, appointment.id)) !== null) return true;
      for (const cellId of cellIds(appointment)) {
        if (await takeCell(cellId, appointment, now)) continue;
        await freeCells(appointment);
        return false;
      }
      const { id, ...rest } = jsonCopy(appointment);
      await inserted(() => appointments.create({ _id: id, ...rest, ...derived(appointment) }));
      return true;
    },
    find,
    async findNext(tenantId, conversationIds, now) {
      const row = await appointments
        .findOne({
          tenantId,
          conversationId: trusted({ $in: [...conversationIds] }),
          state: 'booked',
          startsAt: trusted({ $gt: now }),
        })
        .sort({ startsAt: 1 })
        .lean<AppointmentRow>();
      return row && toAppointment(row);
    },
    async book(tenantId, appointmentId, reminders) {
      const before = await find(tenantId, appointmentId);
      if (before?.state !== 'held') return before?.state === 'booked' ? before : null;
      for (const cellId of cellIds(before)) {
        const { matchedCount } = await cells.updateOne(
          { _id: cellId, appointmentId },
          { $set: { freeAt: before.busyUntil + cellMs } },
        );
        if (matchedCount === 1) continue;
        await freeCells(before);
        await replace(before, { ...before, state: 'failed' });
        return null;
      }
      const booked: Appointment = { ...before, state: 'booked', reminders: [...reminders] };
      if (await replace(before, booked)) return booked;
      const now = await find(tenantId, appointmentId);
      if (now?.state === 'booked') return now;
      await freeCells(before);
      return null;
    },
    async release(tenantId, appointmentId, state) {
      // Again only when it was booked, or reminded of, between the read and the write.
      for (let round = 0; round < 20; round++) {
        const before = await find(tenantId, appointmentId);
        if (before?.state !== 'held' && before?.state !== 'booked') return false;
        if (!(await replace(before, { ...before, state, reminders: [] }))) continue;
        await freeCells(before);
        return true;
      }
      return false;
    },
    async takeReminder(tenantId, appointmentId, at) {
      for (let round = 0; round < 20; round++) {
        const before = await find(tenantId, appointmentId);
        if (before?.state !== 'booked' || !before.reminders.includes(at)) return false;
        const reminders = before.reminders.filter((one) => one !== at);
        if (await replace(before, { ...before, reminders })) return true;
      }
      return false;
    },
    async listBusy(tenantId, from, now) {
      const rows = await appointments
        .find({ tenantId, takes: true, busyUntil: trusted({ $gt: from }) })
        .lean<AppointmentRow[]>();
      return rows
        .filter(({ state, heldUntil }) => state === 'booked' || heldUntil > now)
        .map(({ agentId, startsAt, busyUntil }) => ({ agentId, startsAt, endsAt: busyUntil }));
    },
    async listDue(now, limit) {
      const rows = await appointments
        .find({ looks: true, lookAt: trusted({ $lte: now }) })
        .sort({ lookAt: 1 })
        .limit(limit)
        .lean<AppointmentRow[]>();
      return rows.map(toAppointment);
    },
    async removePast(before, limit) {
      const oldOffers = await offers
        .find({ expiresAt: trusted({ $lt: before }) })
        .sort({ expiresAt: 1 })
        .limit(limit)
        .lean<OfferRow[]>();
      const oldCells = await cells
        .find({ freeAt: trusted({ $lt: before }) })
        .sort({ freeAt: 1 })
        .limit(limit)
        .lean<CellRow[]>();
      let removed = 0;
      for (const { _id } of oldOffers) removed += (await offers.deleteOne({ _id })).deletedCount;
      // As it was read: one that somebody took meanwhile stays.
      for (const { _id, appointmentId, freeAt } of oldCells)
        removed += (await cells.deleteOne({ _id, appointmentId, freeAt })).deletedCount;
      return removed;
    },
    async listOwnHours(tenantId) {
      const rows = await ownHours.find({ tenantId }).lean<HoursRow[]>();
      return rows.map(({ agentId, zone, hours }) => ({ agentId, zone, hours }));
    },
    async setOwnHours(tenantId, agentId, own) {
      const _id = `${tenantId}:${agentId}`;
      if (own === null) await ownHours.deleteOne({ _id });
      else await ownHours.updateOne({ _id }, { $set: { tenantId, agentId, ...jsonCopy(own) } }, { upsert: true });
    },
  });
}
