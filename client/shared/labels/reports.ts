import { figureWords, type ReportKind } from '../../../src/contract/reportFigures.ts';
import type { Level, Report, ReportFigure, ReportScheduleRequest } from '../../../src/contract/rest/reports.ts';
import { type Weekday, weekdays } from '../../../src/contract/rest/settingsLimits.ts';
import { calendarDay, clockTime } from './times.ts';

export const reportKindLabels: Record<ReportKind, string> = {
  weekly: 'Weekly team report',
  pipeline: 'Pipeline report',
  briefing: 'Executive briefing',
  lead: 'Lead summary',
};

/** "Nov 16, 2026 – Nov 22, 2026", or one day; null where it tells how things stood. */
export function periodWords({ period }: Pick<Report, 'period'>): string | null {
  if (period === undefined) return null;
  const [from, to] = [calendarDay(period.from), calendarDay(period.to)];
  return from === to ? from : `${from} – ${to}`;
}

/** A dash stands for what was not observed. */
export const valueWords = ({ value, unit }: ReportFigure): string => figureWords(value, unit) ?? '—';
/** Null where the report compares it with nothing. */
export const beforeWords = ({ before, unit }: ReportFigure): string | null =>
  before === undefined ? null : (figureWords(before, unit) ?? '—');

/** "Mon", "Monday". */
export const shortDayLabel = (day: Weekday): string => dayLabel(day).slice(0, 3);
const dayLabel = (day: Weekday): string => `${day.charAt(0).toUpperCase()}${day.slice(1)}`;
const workdays = weekdays.slice(0, 5);

/** "Weekly team report, Mondays at 8:00 AM". */
export function scheduleWords({ kind, weekdays: days, time }: ReportScheduleRequest): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  // The hour of a clock on the wall: of any day without a change of the clock.
  const clock = clockTime(new Date(2026, 0, 1, hour, minute).getTime());
  return `${reportKindLabels[kind]}, ${daysWords(days)} at ${clock}`;
}

function daysWords(days: readonly Weekday[]): string {
  if (days.length === weekdays.length) return 'every day';
  if (days.length === workdays.length && workdays.every((day) => days.includes(day))) return 'Mondays to Fridays';
  return new Intl.ListFormat('en').format(days.map((day) => `${dayLabel(day)}s`));
}

export const priorityLabels: Record<Level, string> = {
  high: 'High priority',
  medium: 'Medium priority',
  low: 'Low priority',
};
export const severityLabels: Record<Level, string> = { high: 'High risk', medium: 'Medium risk', low: 'Low risk' };

/** How surely the facts of a lead summary were read. */
export const confidenceWords = (confidence: number | null): string =>
  `Confidence in what was read: ${figureWords(confidence, 'share') ?? 'not known'}.`;
