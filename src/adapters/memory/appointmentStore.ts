import type { Appointment, Offer, WorkingHours } from '../../features/appointments/model.ts';
import type { AppointmentStore } from '../../features/appointments/ports.ts';
import { nextLookAt } from '../../features/appointments/rules.ts';
import { jsonCopy } from './jsonCopy.ts';

/** Appointments in this process only: gone with it. */
export function createMemoryAppointmentStore(): AppointmentStore {
  const offers = new Map<string, Offer>();
  const appointments = new Map<string, Appointment>();
  const ownHours = new Map<string, Pick<WorkingHours, 'agentId' | 'zone' | 'hours'>>();
  const own = (tenantId: string, id: string): Appointment | null => {
    const known = appointments.get(id);
    return known?.tenantId === tenantId ? known : null;
  };
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
      const { tenantId, agentId, startsAt, busyUntil } = appointment;
      const isTaken = [...appointments.values()].some(
        (other) =>
          other.tenantId === tenantId &&
          other.agentId === agentId &&
          takes(other, now) &&
          other.startsAt < busyUntil &&
          other.busyUntil > startsAt,
      );
      if (isTaken) return false;
      // A hold that ran out and was not looked at yet would otherwise still be booked.
      for (const other of appointments.values()) {
        const isOver = other.state === 'held' && other.agentId === agentId && other.heldUntil <= now;
        if (isOver && other.startsAt < busyUntil && other.busyUntil > startsAt) other.state = 'failed';
      }
      appointments.set(appointment.id, jsonCopy(appointment));
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
      if (known?.state === 'held') Object.assign(known, { state: 'booked', reminders: [...reminders] });
      return known?.state === 'booked' ? jsonCopy(known) : null;
    },
    async release(tenantId, appointmentId, state) {
      const known = own(tenantId, appointmentId);
      if (known?.state !== 'held' && known?.state !== 'booked') return false;
      Object.assign(known, { state, reminders: [] });
      return true;
    },
    async takeReminder(tenantId, appointmentId, at) {
      const known = own(tenantId, appointmentId);
      if (known?.state !== 'booked' || !known.reminders.includes(at)) return false;
      known.reminders = known.reminders.filter((one) => one !== at);
      return true;
    },
    async listBusy(tenantId, from, now) {
      return [...appointments.values()]
        .filter((one) => one.tenantId === tenantId && takes(one, now) && one.busyUntil > from)
        .map(({ agentId, startsAt, busyUntil }) => ({ agentId, startsAt, endsAt: busyUntil }));
    },
    async listDue(now, limit) {
      const due = [...appointments.values()].flatMap((one) => {
        const at = nextLookAt(one);
        return at !== null && at <= now ? [{ at, one }] : [];
      });
      return jsonCopy(
        due
          .sort((a, b) => a.at - b.at)
          .slice(0, limit)
          .map(({ one }) => one),
      );
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
