/** Characters of the team's note about an appointment. */
export const appointmentNoteChars = 1000;
/** The outcome of an appointment, as the team records it afterward. */
export const appointmentOutcomes = ['kept', 'no-show', 'cancelled', 'rescheduled'] as const;
export type AppointmentOutcome = (typeof appointmentOutcomes)[number];
/** Homes that the picker of a showing is given at once. */
export const homesShown = 50;
