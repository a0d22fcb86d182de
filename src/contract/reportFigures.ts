export const reportKinds = ['weekly', 'pipeline', 'lead', 'briefing'] as const;
export type ReportKind = (typeof reportKinds)[number];
/** A lead summary is about somebody, and is made when somebody asks. */
export const scheduledReportKinds = ['weekly', 'pipeline', 'briefing'] as const;
export type ScheduledReportKind = (typeof scheduledReportKinds)[number];
/** Schedules of a brokerage. */
export const mostReportSchedules = 10;

/** The longest time that one report covers. */
export const longestReportDays = 92;

/** `share`: from 0 to 1; `ms`: a length of time in milliseconds; `text`: words of a record, no number. */
export const figureUnits = ['count', 'share', 'ms', 'text'] as const;
export type FigureUnit = (typeof figureUnits)[number];

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const counted = (n: number, unit: string): string => `${n.toLocaleString('en-US')} ${unit}${n === 1 ? '' : 's'}`;

/** A length of time as people say it: "45 seconds", "4 minutes", "3.5 hours", "3 days". */
export function lengthWords(ms: number): string {
  const size = Math.abs(ms);
  if (size < minuteMs) return counted(Math.round(size / secondMs), 'second');
  if (size < hourMs) return counted(Math.round(size / minuteMs), 'minute');
  if (size < 2 * dayMs) return counted(Math.round((size / hourMs) * 10) / 10, 'hour');
  return counted(Math.round(size / dayMs), 'day');
}

/** A value as a report shows it; null: it was not observed. */
export function figureWords(value: number | string | null, unit: FigureUnit): string | null {
  if (value === null || typeof value === 'string') return value;
  if (unit === 'share') return `${Math.round(value * 100)}%`;
  if (unit === 'ms') return lengthWords(value);
  return (Math.round(value * 10) / 10).toLocaleString('en-US');
}
