import type { Hours } from './settings.ts';

/** A day's intervals as they are written, in order; none: closed. */
export const intervalsOf = (times: Hours['monday']): { from: string; until: string }[] =>
  times === null ? [] : [{ from: times.from, until: times.until }, ...(times.more ?? [])];
