import type { AppointmentRow } from '../../contract/rest/appointments.ts';
import type { ChangedAnswer } from '../../contract/rest/changed.ts';
import { type ChangesAsked, goneAt, readChanges } from '../../kernel/changes.ts';
import { isoOf } from '../../kernel/clock.ts';
import type { StaffScope } from '../identity/model.ts';
import { type ListAppointmentsDeps, rowFrom, rowsOfTalks } from './listAppointments.ts';
import type { AppointmentStore } from './ports.ts';

export interface ListChangedAppointmentsDeps extends Pick<ListAppointmentsDeps, 'rowOf'> {
  appointments: Pick<AppointmentStore, 'changedAfter'>;
}

/** The appointments that changed, the oldest change first; those that came to nothing as gone. */
export async function listChangedAppointments(
  deps: ListChangedAppointmentsDeps,
  { tenantId }: StaffScope,
  asked: ChangesAsked,
): Promise<ChangedAnswer<AppointmentRow>> {
  const { changes, ...rest } = await readChanges([deps.appointments.changedAfter], tenantId, asked);
  const told = changes.filter(({ row }) => row.state !== 'held');
  const talks = await rowsOfTalks(
    deps,
    tenantId,
    told.map(({ row }) => row),
  );
  return {
    ...rest,
    items: told.map(({ at, id, row }) => {
      const talk = talks.get(row.conversationId);
      if (!talk || row.state === 'failed') return goneAt(id, at);
      return { ...rowFrom(row, talk), changedAt: isoOf(at) };
    }),
  };
}
