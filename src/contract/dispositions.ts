/** The dispositions that the desk offers when a conversation is closed; the command takes other words too. */
export const dispositions = [
  'Qualified',
  'Appointment set',
  'Not interested',
  'Just looking',
  'Wrong contact',
  'Spam',
] as const;
export type Disposition = (typeof dispositions)[number];
