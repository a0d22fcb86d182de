import type { Entry, EntryData } from '../../../src/contract/log/entry.ts';

/** As the logs tell it: its last change, and what the team told of it. */
export type KnownAppointment = EntryData<'appointment-changed'> &
  Pick<EntryData<'appointment-noted'>, 'outcome' | 'note'> & { startsAt: string };

/** Cancelled ones that are still worth a line. */
const cancelledShown = 2;

/**
 * The appointments that stand, the soonest first, then those canceled last. A time that somebody else got, or that was let go before it
 * was booked, was never an appointment.
 */
export function appointmentsOf(talk: readonly Entry[], team: readonly Entry[] = []): KnownAppointment[] {
  const known = new Map<string, KnownAppointment>();
  for (const entry of talk) {
    if (entry.type !== 'appointment-changed') continue;
    const { appointmentId } = entry.data;
    const { startsAt = known.get(appointmentId)?.startsAt } = entry.data;
    if (startsAt === undefined) continue;
    const before = known.get(appointmentId);
    known.delete(appointmentId);
    if (before?.state === 'held' && entry.data.state === 'cancelled') continue;
    known.set(appointmentId, { ...before, ...entry.data, startsAt });
  }
  for (const entry of team) {
    if (entry.type !== 'appointment-noted') continue;
    const { appointmentId, ...told } = entry.data;
    const before = known.get(appointmentId);
    if (before) known.set(appointmentId, { ...before, ...told });
  }
  const all = [...known.values()];
  const standing = all.filter(({ state }) => state === 'held' || state === 'booked');
  const cancelled = all.filter(({ state }) => state === 'cancelled').toReversed();
  return [
    ...standing.sort((one, other) => one.startsAt.localeCompare(other.startsAt)),
    ...cancelled.slice(0, cancelledShown),
  ];
}
