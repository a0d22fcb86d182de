import type { EntryData } from '../../contract/entries.ts';
import { isoOf } from '../../kernel/clock.ts';
import type { Appointment } from '../appointments/model.ts';
import type { AppointmentStore, Calendar } from '../appointments/ports.ts';

export interface AppointmentParts {
  appointments: AppointmentStore;
  calendar: Calendar;
}

/** What the log says of an appointment. */
export const lineOf = (
  { id, kind, startsAt, endsAt, agentName, zone, home }: Appointment,
  state: EntryData<'appointment-changed'>['state'],
): EntryData<'appointment-changed'> => ({
  appointmentId: id,
  state,
  startsAt: isoOf(startsAt),
  endsAt: isoOf(endsAt),
  kind,
  with: agentName,
  zone,
  ...(home === undefined ? {} : { home }),
});

/** Of an appointment there is one line that cancels it, whoever does. */
export const cancelledKeyOf = (appointmentId: string): string => `cancelled:${appointmentId}`;
