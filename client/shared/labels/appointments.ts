import type { AppointmentOutcome } from '../../../src/contract/appointmentLimits.ts';

export const meetingWords = { call: 'Call', viewing: 'Showing' } as const;

export const outcomeWords: Record<AppointmentOutcome, string> = {
  kept: 'Kept',
  'no-show': 'No-show',
  cancelled: 'Called off',
  rescheduled: 'Rescheduled',
};
