import type { EntryData } from '../../contract/log/entry.ts';
import { isoOf } from '../../kernel/clock.ts';
import type { Appointment } from '../appointments/model.ts';
import { bookingTexts } from '../bots/say/bookingTexts.ts';
import { meetingWords } from '../bots/say/whenWords.ts';
import type { Language } from '../reading/model.ts';

type State = EntryData<'appointment-changed'>['state'];

/** The line of the log about an appointment. */
export const lineOf = (
  { id, kind, startsAt, endsAt, agentName, zone, home, movedFrom }: Appointment,
  state: State,
): EntryData<'appointment-changed'> => ({
  appointmentId: id,
  state,
  startsAt: isoOf(startsAt),
  endsAt: isoOf(endsAt),
  kind,
  with: agentName,
  zone,
  ...(home === undefined ? {} : { home }),
  ...(movedFrom === undefined || state !== 'booked' ? {} : { movedFrom: isoOf(movedFrom) }),
});

/** One appointment is cancelled by one line, whether the visitor or the team does it. */
export const cancelledKeyOf = (appointmentId: string): string => `cancelled:${appointmentId}`;
/** Each time that the team gives an appointment is told by one line. */
export const setKeyOf = ({ id, moves = 0 }: Appointment): string => `set:${id}:${moves}`;

const told = {
  call: { booked: bookingTexts.bookedCall, moved: bookingTexts.movedCall, cancelled: bookingTexts.callCancelled },
  viewing: {
    booked: bookingTexts.bookedViewing,
    moved: bookingTexts.movedViewing,
    cancelled: bookingTexts.viewingCancelled,
  },
} as const;

/** The visitor's line on it while a person has the conversation: the home, its address, day, time, zone and with whom. */
export function toldOf(appointment: Appointment, state: 'booked' | 'cancelled', language: string): string {
  const { kind, startsAt, zone, agentName, home, movedFrom } = appointment;
  const spoken: Language = language.startsWith('es') ? 'es' : 'en';
  const what = state === 'cancelled' ? 'cancelled' : movedFrom === undefined ? 'booked' : 'moved';
  const when = meetingWords({ startsAt: isoOf(startsAt), with: agentName, home }, zone, spoken);
  const [words = ''] = told[kind][what][spoken];
  return words.replace('{value}', when);
}
