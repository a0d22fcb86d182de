import { type Connection, Schema, trusted } from 'mongoose';
import type { Appointment, Offer, WorkingHours } from '../../features/appointments/model.ts';
import type { AppointmentStore } from '../../features/appointments/ports.ts';
import { cellMs, cellsOf } from '../../features/appointments/rules.ts';
import { newId } from '../../kernel/ids.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { type ChangingRow, notesChanges, readChangedRows } from './changedAt.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

type OfferRow = Omit<Offer, 'id'> & { _id: string };
/** `takes`: its time is taken. */
type AppointmentRow = Omit<Appointment, 'id'> & ChangingRow & { _id: string; takes: boolean };
/** The fields that earlier versions kept there instead of jobs. */
type OldTimes = { looks?: unknown; lookAt?: unknown };
/** One piece of an agent's time. The owner of its row has the time until `freeAt`. */
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
    setBy: Schema.Types.Mixed,
    moves: Number,
    movedFrom: Number,
    outcome: String,
    note: String,
    takes: flag,
    changedAt: Date,
  },
  strictly,
);
offerSchema.index({ expiresAt: 1 });
schema.index({ tenantId: 1, takes: 1, busyUntil: 1 });
schema.index({ tenantId: 1, conversationId: 1 });
schema.index({ tenantId: 1, startsAt: 1, _id: 1 });
notesChanges(schema);
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

const toAppointment = ({ _id, takes, changedAt, looks, lookAt, ...rest }: AppointmentRow & OldTimes): Appointment => ({
  id: _id,
  ...rest,
});
const derived = ({ state }: Appointment) => ({ takes: state === 'held' || state === 'booked' });
/** A node that dies while it moves an appointment keeps others from moving it for this long. */
const moveMs = 10_000;
const wereBooked = ['booked', 'cancelled'] as const;
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
    const { id, ...fields } = jsonCopy(after);
    const { matchedCount } = await appointments.updateOne(
      { _id: before.id, state: before.state, reminders: before.reminders, moves: before.moves ?? null },
      { $set: { ...fields, ...derived(after) } },
    );
    return matchedCount === 1;
  }

  /** Of any number at once one has it, until `freeAt`. */
  async function takeCell(
    cellId: string,
    owner: string,
    freeAt: number,
    now: number,
  ): Promise<'taken' | 'mine' | null> {
    const row = { _id: cellId, appointmentId: owner, freeAt };
    // Again only when the one in the way was freed between the two steps.
    for (let round = 0; round < 5; round++) {
      if (await inserted(() => cells.create(row))) return 'taken';
      const there = await cells.findById(cellId).lean<CellRow>();
      if (there === null) continue;
      if (there.appointmentId === owner) return 'mine';
      if (there.freeAt > now) return null;
      const { matchedCount } = await cells.updateOne(
        { _id: cellId, appointmentId: there.appointmentId, freeAt: there.freeAt },
        { $set: { appointmentId: owner, freeAt } },
      );
      if (matchedCount === 1) return 'taken';
    }
    return null;
  }

  async function freeCells(id: string, cellIds: readonly string[]): Promise<void> {
    for (const cellId of cellIds) await cells.deleteOne({ _id: cellId, appointmentId: id });
  }

  /** The pieces of a new time, beside those that it has; null when another has one of them. */
  async function takeMore(before: Appointment, after: Appointment, now: number): Promise<string[] | null> {
    const own = new Set(cellIds(before));
    const taken: string[] = [];
    for (const cellId of cellIds(after)) {
      if (own.has(cellId)) continue;
      if ((await takeCell(cellId, after.id, after.busyUntil + cellMs, now)) === null) {
        await freeCells(after.id, taken);
        return null;
      }
      taken.push(cellId);
    }
    return taken;
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
        if ((await takeCell(cellId, appointment.id, appointment.heldUntil, now)) !== null) continue;
        await freeCells(appointment.id, cellIds(appointment));
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
        await freeCells(appointmentId, cellIds(before));
        await replace(before, { ...before, state: 'failed' });
        return null;
      }
      const booked: Appointment = { ...before, state: 'booked', reminders: [...reminders] };
      if (await replace(before, booked)) return booked;
      const now = await find(tenantId, appointmentId);
      if (now?.state === 'booked') return now;
      await freeCells(appointmentId, cellIds(before));
      return null;
    },
    async move(tenantId, appointmentId, to, reminders, now) {
      // One at a time moves it: a second would free what the first has just taken.
      const lock = `${tenantId}:moving:${appointmentId}`;
      const mover = newId();
      if ((await takeCell(lock, mover, now + moveMs, now)) === null) return 'taken';
      try {
        // Again only when a reminder was taken off between the read and the write.
        for (let round = 0; round < 20; round++) {
          const before = await find(tenantId, appointmentId);
          if (before?.state !== 'booked') return 'gone';
          const { moves = 0, startsAt: movedFrom } = before;
          const after = { ...before, ...to, reminders: [...reminders], moves: moves + 1, movedFrom };
          const taken = await takeMore(before, after, now);
          if (taken === null) return 'taken';
          if (await replace(before, after)) {
            const kept = new Set(cellIds(after));
            await freeCells(
              appointmentId,
              cellIds(before).filter((cellId) => !kept.has(cellId)),
            );
            return jsonCopy(after);
          }
          await freeCells(appointmentId, taken);
        }
        return 'taken';
      } finally {
        await freeCells(mover, [lock]);
      }
    },
    async release(tenantId, appointmentId, state) {
      // Again only when it was booked, or reminded of, between the read and the write.
      for (let round = 0; round < 20; round++) {
        const before = await find(tenantId, appointmentId);
        if (before?.state !== 'held' && before?.state !== 'booked') return false;
        if (!(await replace(before, { ...before, state, reminders: [] }))) continue;
        await freeCells(appointmentId, cellIds(before));
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
    async note(tenantId, appointmentId, { outcome, note }) {
      const set = { ...(outcome === undefined ? {} : { outcome }), ...(note ? { note } : {}) };
      const row = await appointments
        .findOneAndUpdate(
          { _id: appointmentId, tenantId, state: trusted({ $in: [...wereBooked] }) },
          { $set: set, ...(note === '' ? { $unset: { note: true } } : {}) },
          { returnDocument: 'after' },
        )
        .lean<AppointmentRow>();
      return row && toAppointment(row);
    },
    async listBetween(tenantId, { from, to, agentId, conversationIds, after, limit }) {
      const rows = await appointments
        .find({
          tenantId,
          startsAt: trusted({ $gte: Math.max(from, after?.startsAt ?? from), $lt: to }),
          state: trusted({ $in: [...wereBooked] }),
          ...(agentId === undefined ? {} : { agentId }),
          ...(conversationIds === undefined ? {} : { conversationId: trusted({ $in: [...conversationIds] }) }),
          ...(after === undefined
            ? {}
            : {
                $or: [
                  { startsAt: trusted({ $gt: after.startsAt }) },
                  { startsAt: after.startsAt, _id: trusted({ $gt: after.id }) },
                ],
              }),
        })
        .sort({ startsAt: 1, _id: 1 })
        .limit(limit)
        .lean<AppointmentRow[]>();
      return rows.map(toAppointment);
    },
    async changedAfter(tenantId, after, limit) {
      const page = await readChangedRows<AppointmentRow>(connection, appointments, tenantId, { after, limit });
      return { ...page, items: page.items.map(({ row, ...place }) => ({ ...place, row: toAppointment(row) })) };
    },
    async eraseNotes(tenantId, conversationId) {
      await appointments.updateMany({ tenantId, conversationId }, { $unset: { note: true } });
    },
    async listBusy(tenantId, from, now) {
      const rows = await appointments
        .find({ tenantId, takes: true, busyUntil: trusted({ $gt: from }) })
        .lean<AppointmentRow[]>();
      return rows
        .filter(({ state, heldUntil }) => state === 'booked' || heldUntil > now)
        .map(({ agentId, startsAt, busyUntil }) => ({ agentId, startsAt, endsAt: busyUntil }));
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
