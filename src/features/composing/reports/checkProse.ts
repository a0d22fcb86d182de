import { figureWords } from '../../../contract/reportFigures.ts';
import { differenceOf, type Told } from '../../insight/reports/figures.ts';
import { ones, tens } from '../../reading/numbers/numberWords.ts';

/** A number of a sentence, and what it counts where that is a measure: "4 minutes" is no 4 of anything else. */
interface Numeral {
  value: number;
  measure: string | null;
}

const measures = 'seconds?|minutes?|hours?|days?|percent|points?|%';
const words = [...Object.keys(tens), ...Object.keys(ones)].filter((word) => word !== 'once');
const numeral = new RegExp(
  String.raw`(\$)?\s?(\d[\d,]*(?:\.\d+)?|(?<![\p{L}])(?:(?:${words.join('|')})(?:-(?:${Object.keys(ones).join('|')}))?)(?![\p{L}]))(?:[\s-]?(${measures})(?![\p{L}]))?`,
  'giu',
);
/** Numbers that hide in a word: nobody can look them up in a figure. */
const hidden =
  /(?<!\p{L})(?:half|halves|halved|twice|thrice|doubl\w*|tripl\w*|quadrupl\w*|thirds?|quarters?|dozens?|hundreds?|thousands?|millions?|couple|most|majority)(?!\p{L})/iu;

export function numeralsOf(text: string): Numeral[] {
  return [...text.matchAll(numeral)].map(([, dollar, digits = '', unit]) => ({
    value: numberIn(digits),
    measure:
      dollar !== undefined
        ? '$'
        : unit === undefined
          ? null
          : unit === '%'
            ? 'percent'
            : unit.toLowerCase().replace(/s$/, ''),
  }));
}

function numberIn(digits: string): number {
  if (/^\d/.test(digits)) return Number(digits.replaceAll(',', ''));
  const [first = '', second] = digits.toLowerCase().split('-');
  const whole = tens[first] ?? ones[first] ?? Number.NaN;
  return second === undefined ? whole : whole + (ones[second] ?? Number.NaN);
}

/** Every number that a sentence on these figures may hold: each figure, the one before, their difference, and the rounding of each. */
function allowedOf(figures: readonly Told[]): Set<string> {
  const texts = figures.flatMap((figure) => {
    const { value, before, unit, says, name } = figure;
    const difference = differenceOf(figure);
    const change = difference === null ? null : (figureWords(Math.abs(difference), unit) ?? null);
    return [
      figureWords(value, unit),
      before === undefined ? null : figureWords(before, unit),
      unit === 'share' ? change?.replace('%', ' points') : change,
      says,
      name,
    ];
  });
  const found = texts.flatMap((text) => (text == null ? [] : numeralsOf(text)));
  return new Set(
    found.flatMap(({ value, measure }) => [keyOf({ value, measure }), keyOf({ value: Math.round(value), measure })]),
  );
}
const keyOf = ({ value, measure }: Numeral): string => `${value} ${measure ?? ''}`;

const more = /\b(?:more|up|rose|risen|rise|grew|grown|higher|longer|slower|increas\w*|above)\b/i;
const fewer = /\b(?:fewer|less|down|fell|fallen|lower|shorter|faster|sooner|quicker|decreas\w*|dropped|below)\b/i;

/** A change, where there is nothing that it could be a change from. */
const changed = /\b(?:rose|risen|grew|grown|fell|fallen|dropped|increased|decreased|(?:up|down) from)\b/i;

/**
 * Whether a sentence of a model may stand: it cites figures of its section, every number in it is one of them, and where it says more or
 * fewer, one of them is. `before`: the words for the period before, whose days are no figure.
 */
export function maySay(text: string, cited: readonly Told[], before: string | null): boolean {
  if (cited.length === 0) return false;
  const said = before === null ? text : text.replaceAll(before, 'before');
  if (hidden.test(said)) return false;
  const allowed = allowedOf(cited);
  if (numeralsOf(said).some((one) => !allowed.has(keyOf(one)))) return false;
  const differences = cited.flatMap((figure) => differenceOf(figure) ?? []);
  if (differences.length === 0) return !changed.test(said);
  const isSo = (words: RegExp, is: (difference: number) => boolean): boolean =>
    !words.test(said) || differences.some(is);
  return isSo(more, (difference) => difference > 0) && isSo(fewer, (difference) => difference < 0);
}
