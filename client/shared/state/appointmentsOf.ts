import type { Entry, EntryData } from '../../../src/contract/entries.ts';

export type KnownAppointment = EntryData<'appointment-changed'> & { startsAt: string };

/** Cancelled ones that are still worth a line. */
const cancelledShown = 2;

/** What stands, the soonest first, then what was cancelled last. A time that somebody else got was none. */
export function appointmentsOf(talk: readonly Entry[]): KnownAppointment[] {
  const known = new Map<string, KnownAppointment>();
  for (const entry of talk) {
    if (entry.type !== 'appointment-changed') continue;
    const { appointmentId } = entry.data;
    const { startsAt = known.get(appointmentId)?.startsAt } = entry.data;
    if (startsAt === undefined) continue;
    const before = known.get(appointmentId);
    known.delete(appointmentId);
    known.set(appointmentId, { ...before, ...entry.data, startsAt });
  }
  const all = [...known.values()];
  const standing = all.filter(({ state }) => state === 'held' || state === 'booked');
  const cancelled = all.filter(({ state }) => state === 'cancelled').toReversed();
  return [
    ...standing.sort((one, other) => one.startsAt.localeCompare(other.startsAt)),
    ...cancelled.slice(0, cancelledShown),
  ];
}
