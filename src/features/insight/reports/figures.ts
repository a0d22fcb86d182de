import { figureWords, lengthWords } from '../../../contract/reportFigures.ts';
import type { ReportFigure } from '../../../contract/rest/reports.ts';

/** A figure, and the sentence that says it without its end. */
export interface Told extends ReportFigure {
  says: string;
  /** It rests on too few to compare it with another. */
  few?: boolean;
}

/** A part of a report before anybody put it into words. `advice`: sentences of the rules, which stand whoever writes the others. */
export interface Draft {
  title: string;
  figures: Told[];
  advice?: string[];
}

type Base = Pick<Told, 'name' | 'source' | 'before' | 'few'>;

/** So many of something: `1 chat`, `14 chats`, and a zero in words. */
export const counted = (figure: Base & { value: number; one: string; many: string; none: string }): Told => {
  const { value, one, many, none, ...base } = figure;
  const says = value === 0 ? none : value === 1 ? `1 ${one}` : `${value.toLocaleString('en-US')} ${many}`;
  return { ...base, value, unit: 'count', says };
};

/** How long something took; `says` with the length in place of the dots. */
export const lasted = (figure: Base & { value: number | null; says: string; none: string }): Told => {
  const { value, says, none, ...base } = figure;
  return { ...base, value, unit: 'ms', says: value === null ? none : says.replace('…', () => lengthWords(value)) };
};

/** A part of a whole; null where the whole is empty. */
export const shared = (figure: Base & { part: number; whole: number; says: string; none: string }): Told => {
  const { part, whole, says, none, ...base } = figure;
  const value = whole === 0 ? null : part / whole;
  return { ...base, value, unit: 'share', says: value === null ? none : `${figureWords(value, 'share')} ${says}` };
};

export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Words of a record; null: there are none. */
export const quoted = (figure: Base & { value: string | null; says: string; none: string }): Told => {
  const { value, says, none, ...base } = figure;
  return { ...base, value, unit: 'text', says: value === null ? none : says.replace('…', () => value) };
};

/** How far a figure is from the one before; null where one of the two was not observed. */
export function differenceOf({ value, before, unit }: ReportFigure): number | null {
  if (typeof value !== 'number' || before === undefined || before === null) return null;
  // Of two rounded shares the reader takes one from the other.
  return unit === 'share' ? (Math.round(value * 100) - Math.round(before * 100)) / 100 : value - before;
}

/** "3 fewer than"; null where nothing can be compared, and where there was nothing before either. */
function comparedWords(figure: ReportFigure): string | null {
  const difference = differenceOf(figure);
  if (difference === null || (difference === 0 && figure.value === 0)) return null;
  if (difference === 0) return 'the same as';
  const words = figureWords(Math.abs(difference), figure.unit);
  const isMore = difference > 0;
  if (figure.unit === 'ms') return `${words} ${isMore ? 'longer' : 'shorter'} than`;
  if (figure.unit === 'share') return `${words?.replace('%', '')} points ${isMore ? 'more' : 'less'} than`;
  return `${words} ${isMore ? 'more' : 'fewer'} than`;
}

/**
 * A section in plain sentences, by rule. `before`: the period for comparison, such as "the 7 days before", named once, then
 * understood.
 */
export function plainText({ figures, advice = [] }: Draft, before: string | null): string {
  let isNamed = false;
  const sentences = figures.map((figure) => {
    const compared = before === null ? null : comparedWords(figure);
    if (compared === null) return `${figure.says}.`;
    const when = isNamed ? 'before' : `in ${before}`;
    isNamed = true;
    return `${figure.says}, ${compared} ${when}.`;
  });
  return [...sentences, ...advice].join(' ');
}
