import { clockTime } from './times.ts';

const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });

/** "until Tue, Nov 24, 2:32 PM", "indefinitely". */
export const blockedUntil = (until: string | null): string =>
  until === null ? 'indefinitely' : `until ${day.format(new Date(until))}, ${clockTime(until)}`;
