/**
 * Why the busy times of a calendar could not be read: its server was not reached, is an address inside of a network, said no, took too long,
 * sent too much, sent on too often, sent no calendar or one that cannot be worked out; or the hub can no longer read the address it keeps.
 */
export const busyProblems = [
  'not-reached',
  'not-allowed',
  'refused',
  'too-slow',
  'too-large',
  'too-many-redirects',
  'not-a-calendar',
  'address-lost',
] as const;
export type BusyProblem = (typeof busyProblems)[number];
