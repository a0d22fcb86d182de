import { longestReportDays } from '../../../contract/reportFigures.ts';
import { HubError } from '../../../kernel/hubError.ts';
import { type CalendarDate, daysBetween, instantOf, plusDays, wallTimeAt } from '../../../kernel/zonedTime.ts';

/** Part of time in ms since the epoch; `until` is not included. */
export interface Span {
  from: number;
  until: number;
}

/** The days of a report, by the brokerage's clock, and the same number of days before them. */
export interface Period extends Span {
  /** The first and the last day, as `2026-11-16`. */
  days: { from: string; to: string; count: number };
  /** Of a period that is not over it ends as early. */
  before: Span;
}

const usualDays = 7;

/**
 * The time that a report is about. Without days the last seven whole ones.
 * @throws HubError `VALIDATION_FAILED` for days that lie ahead, end before they begin, or are too many
 */
export function periodOf(
  asked: { from?: string | undefined; to?: string | undefined },
  now: number,
  zone: string,
): Period {
  const { year, month, day } = wallTimeAt(now, zone);
  const today = { year, month, day };
  const last = asked.to === undefined ? plusDays(today, -1) : dateIn(asked.to);
  const first = asked.from === undefined ? plusDays(last, 1 - usualDays) : dateIn(asked.from);
  if (daysBetween(last, today) < 0) throw new HubError('VALIDATION_FAILED', { field: 'to' });
  const count = daysBetween(first, last) + 1;
  if (count < 1 || count > longestReportDays) throw new HubError('VALIDATION_FAILED', { field: 'from' });
  const midnight = (date: CalendarDate): number => instantOf({ ...date, hour: 0, minute: 0 }, zone);
  const [from, end] = [midnight(first), midnight(plusDays(last, 1))];
  const beforeFrom = midnight(plusDays(first, -count));
  return {
    from,
    until: Math.min(end, now),
    days: { from: dayWords(first), to: dayWords(last), count },
    before: { from: beforeFrom, until: end <= now ? from : beforeFrom + (now - from) },
  };
}

function dateIn(words: string): CalendarDate {
  const [year = 0, month = 0, day = 0] = words.split('-').map(Number);
  return { year, month, day };
}
const two = (part: number): string => String(part).padStart(2, '0');
const dayWords = ({ year, month, day }: CalendarDate): string => `${year}-${two(month)}-${two(day)}`;

export const isIn = (at: number | null, { from, until }: Span): boolean => at !== null && at >= from && at < until;
