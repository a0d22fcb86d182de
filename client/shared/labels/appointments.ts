import type { AppointmentOutcome } from '../../../src/contract/appointmentLimits.ts';
import type { EntryData } from '../../../src/contract/log/entry.ts';

/** In the middle of a line: "Showing booked". */
export const appointmentStateWords: Record<EntryData<'appointment-changed'>['state'], string> = {
  held: 'being booked',
  booked: 'booked',
  cancelled: 'canceled',
  failed: 'not booked',
};

export const meetingWords = { call: 'Call', viewing: 'Showing' } as const;

export const outcomeWords: Record<AppointmentOutcome, string> = {
  kept: 'Took place',
  'no-show': 'No-show',
  cancelled: 'Canceled',
  rescheduled: 'Rescheduled',
};
