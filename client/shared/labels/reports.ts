import { figureWords, type ReportKind } from '../../../src/contract/reportFigures.ts';
import type { Report, ReportFigure } from '../../../src/contract/rest/reports.ts';
import { calendarDay } from './times.ts';

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
