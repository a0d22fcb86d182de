import type { Blocklist } from '../../features/blocks/blocklist.ts';
import { type CancelDeps, cancelByStaff } from '../../features/turns/cancelByStaff.ts';
import { type ChooseDeps, chooseSlot } from '../../features/turns/chooseSlot.ts';
import { type NoteAppointmentDeps, noteAppointment } from '../../features/turns/noteAppointment.ts';
import { bookByStaff, moveByStaff, type SetDeps } from '../../features/turns/setByStaff.ts';
import type { CommandTable } from '../handle.ts';
import { staffOf } from '../session.ts';
import { unblockedVisitorOf } from '../unblockedVisitorOf.ts';

export type AppointmentTableDeps = CancelDeps & SetDeps & NoteAppointmentDeps;
export type SlotTableDeps = ChooseDeps & { blocklist: Blocklist };

/** A visitor presses one of the times on offer. */
export const slotTable = (deps: SlotTableDeps): CommandTable => ({
  'slot-choose': {
    rate: 'visitorMessage',
    async run(session, { offerId, slotId }, command) {
      const scope = await unblockedVisitorOf(deps.blocklist, session);
      await chooseSlot(deps, scope, command, { offerId, slotId });
      return {};
    },
  },
});

/** The team books, moves or calls off an appointment. */
export const appointmentTable = (deps: AppointmentTableDeps): CommandTable => ({
  'appointment-book': {
    rate: 'command',
    run: (session, { commandId: _, ...wanted }, command) => bookByStaff(deps, staffOf(session), command, wanted),
  },
  'appointment-move': {
    rate: 'command',
    run: (session, { commandId: _, ...wanted }, command) => moveByStaff(deps, staffOf(session), command, wanted),
  },
  'appointment-note': {
    rate: 'command',
    run: async (session, { commandId: _, ...given }, command) => ({
      seq: await noteAppointment(deps, staffOf(session), command, given),
    }),
  },
  'appointment-cancel': {
    rate: 'command',
    run: async (session, { conversationId, appointmentId }, command) => ({
      seq: await cancelByStaff(deps, staffOf(session), command, { conversationId, appointmentId }),
    }),
  },
});
