import type { Appointment, Offer, WorkingHours } from '../../features/appointments/model.ts';
import type { AppointmentStore } from '../../features/appointments/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { createChanges } from './changes.ts';

/** Appointments in this process only: gone with it. */
export function createMemoryAppointmentStore(): AppointmentStore {
  const offers = new Map<string, Offer>();
  const appointments = new Map<string, Appointment>();
  const changes = createChanges();
  const ownHours = new Map<string, Pick<WorkingHours, 'agentId' | 'zone' | 'hours'>>();
  const own = (tenantId: string, id: string): Appointment | null => {
    const known = appointments.get(id);
    return known?.tenantId === tenantId ? known : null;
  };
  function change(one: Appointment, fields: Partial<Appointment>): void {
    Object.assign(one, fields);
    changes.note(one.id);
  }
  /** Another has some of the time of this one. */
  const isTaken = (one: Pick<Appointment, 'id' | 'tenantId' | 'agentId' | 'startsAt' | 'busyUntil'>, now: number) =>
    [...appointments.values()].some(
      (other) =>
        other.id !== one.id &&
        other.tenantId === one.tenantId &&
        other.agentId === one.agentId &&
        takes(other, now) &&
        other.startsAt < one.busyUntil &&
        other.busyUntil > one.startsAt,
    );
  const takes = ({ state, heldUntil }: Appointment, now: number): boolean =>
    state === 'booked' || (state === 'held' && heldUntil > now);

  return {
    async addOffer(offer) {
      if (!offers.has(offer.id)) offers.set(offer.id, jsonCopy(offer));
    },
    async findOffer(tenantId, offerId) {
      const offer = offers.get(offerId);
      return offer?.tenantId === tenantId ? jsonCopy(offer) : null;
    },
    async hold(appointment, now) {
      if (appointments.has(appointment.id)) return true;
      const { agentId, startsAt, busyUntil } = appointment;
      if (isTaken(appointment, now)) return false;
      // A hold that ran out and was not looked at yet would otherwise still be booked.
      for (const other of appointments.values()) {
        const isOver = other.state === 'held' && other.agentId === agentId && other.heldUntil <= now;
        if (isOver && other.startsAt < busyUntil && other.busyUntil > startsAt) change(other, { state: 'failed' });
      }
      appointments.set(appointment.id, jsonCopy(appointment));
      changes.note(appointment.id);
      return true;
    },
    async find(tenantId, appointmentId) {
      return jsonCopy(own(tenantId, appointmentId));
    },
    async findNext(tenantId, conversationIds, now) {
      const next = [...appointments.values()]
        .filter((one) => one.tenantId === tenantId && conversationIds.includes(one.conversationId))
        .filter(({ state, startsAt }) => state === 'booked' && startsAt > now)
        .sort((a, b) => a.startsAt - b.startsAt);
      return jsonCopy(next[0] ?? null);
    },
    async book(tenantId, appointmentId, reminders) {
      const known = own(tenantId, appointmentId);
      if (known?.state === 'held') change(known, { state: 'booked', reminders: [...reminders] });
      return known?.state === 'booked' ? jsonCopy(known) : null;
    },
    async move(tenantId, appointmentId, to, reminders, now) {
      const known = own(tenantId, appointmentId);
      if (known?.state !== 'booked') return 'gone';
      if (isTaken({ id: appointmentId, tenantId, ...to }, now)) return 'taken';
      const moved = { movedFrom: known.startsAt, moves: (known.moves ?? 0) + 1, reminders: [...reminders] };
      change(known, { ...jsonCopy(to), ...moved });
      return jsonCopy(known);
    },
    async release(tenantId, appointmentId, state) {
      const known = own(tenantId, appointmentId);
      if (known?.state !== 'held' && known?.state !== 'booked') return false;
      change(known, { state, reminders: [] });
      return true;
    },
    async takeReminder(tenantId, appointmentId, at) {
      const known = own(tenantId, appointmentId);
      if (known?.state !== 'booked' || !known.reminders.includes(at)) return false;
      change(known, { reminders: known.reminders.filter((one) => one !== at) });
      return true;
    },
    async note(tenantId, appointmentId, told) {
      const known = own(tenantId, appointmentId);
      if (known?.state !== 'booked' && known?.state !== 'cancelled') return null;
      change(known, jsonCopy(told));
      if (known.note === '') delete known.note;
      return jsonCopy(known);
    },
    async listBetween(tenantId, { from, to, agentId, conversationIds, after, limit }) {
      const order = (a: { startsAt: number; id: string }, b: { startsAt: number; id: string }): number =>
        a.startsAt - b.startsAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
      const found = [...appointments.values()]
        .filter((one) => one.tenantId === tenantId && (agentId === undefined || one.agentId === agentId))
        .filter((one) => conversationIds?.includes(one.conversationId) ?? true)
        .filter(
          ({ state, startsAt }) => (state === 'booked' || state === 'cancelled') && startsAt >= from && startsAt < to,
        )
        .filter((one) => after === undefined || order(one, after) > 0);
      return jsonCopy(found.sort(order).slice(0, limit));
    },
    async changedAfter(tenantId, after, limit) {
      const own = [...appointments.values()].filter((one) => one.tenantId === tenantId);
      return changes.page(own, after, limit);
    },
    async eraseNotes(tenantId, conversationId) {
      for (const one of appointments.values()) {
        if (one.tenantId !== tenantId || one.conversationId !== conversationId) continue;
        delete one.note;
        changes.note(one.id);
      }
    },
    async listBusy(tenantId, from, now) {
      return [...appointments.values()]
        .filter((one) => one.tenantId === tenantId && takes(one, now) && one.busyUntil > from)
        .map(({ agentId, startsAt, busyUntil }) => ({ agentId, startsAt, endsAt: busyUntil }));
    },
    async removePast(before, limit) {
      const old = [...offers.values()].filter(({ expiresAt }) => expiresAt < before);
      const gone = old.sort((a, b) => a.expiresAt - b.expiresAt).slice(0, limit);
      for (const { id } of gone) offers.delete(id);
      return gone.length;
    },
    async listOwnHours(tenantId) {
      return jsonCopy([...ownHours].flatMap(([key, hours]) => (key.startsWith(`${tenantId}:`) ? [hours] : [])));
    },
    async setOwnHours(tenantId, agentId, hours) {
      if (hours === null) ownHours.delete(`${tenantId}:${agentId}`);
      else ownHours.set(`${tenantId}:${agentId}`, jsonCopy({ agentId, ...hours }));
    },
  };
}
