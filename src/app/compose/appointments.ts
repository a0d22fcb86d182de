import { createEmbeddedCalendar } from '../../features/appointments/embeddedCalendar.ts';
import type { AppointmentStore, Calendar } from '../../features/appointments/ports.ts';
import type { TenantKnowledge } from '../../features/settings/tenantKnowledge.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Stores } from '../stores.ts';

export interface AppointmentParts {
  appointments: AppointmentStore;
  calendar: Calendar;
}

/** Appointments and the calendar that comes with the hub. */
export function composeAppointments(
  { appointments, busyCalendars }: Pick<Stores, 'appointments' | 'busyCalendars'>,
  tenants: TenantKnowledge,
  clock: Clock,
): AppointmentParts {
  return { appointments, calendar: createEmbeddedCalendar({ ...tenants, appointments, busyCalendars, clock }) };
}
