import type { CitedFact } from './checkClaims.ts';
import { type Figure, readFigures } from './readFigures.ts';
import { bareOf, readTold } from './readTold.ts';

/** A figure within this share of what comes out is right: people round. */
const rounding = 0.01;
/** More figures than this have too many results to mean anything. */
const mostFigures = 12;

/** "25 days" counts 25. */
const numberOf = ({ kind, value }: Figure): number | null =>
  typeof value === 'number' ? value : kind === 'span' ? Number.parseFloat(value) : null;
const numeric = (figures: readonly Figure[]): number[] => [
  ...new Set(figures.flatMap((figure) => ((numberOf(figure) ?? 0) > 0 ? [numberOf(figure) as number] : []))),
];
/** The terms of a mortgage that people mean where they name none, in years. */
const usualTerms = [15, 30];

/** Months of a year: named in a sum, they need no fact. */
const months = 12;
/** Words that name a factor, and the factor. */
const factors: readonly (readonly [RegExp, number])[] = [
  [/\b(?:half|mitad)\b/u, 1 / 2],
  [/\b(?:third|tercio|tercera parte)\b/u, 1 / 3],
  [/\b(?:quarter|cuarto|cuarta parte)\b/u, 1 / 4],
  [/\bacres?\b/u, 1 / 43_560],
];
/** Halfway between two sums; not "in the middle of the block", "the middle school", "por medio de". */
const midway =
  /\b(?:half ?way|midway|midpoint|the middle(?! school| of (?!both|them|\$?\d))|(?:medio|mitad de) camino|punto medio|en medio(?! de))\b/u;
/** Begins another clause, whose sums are not named by the words of the one before. */
const nextClause = /; |, (?:and|but|while|y|pero|mientras) /u;
/** More summands than this have a sum for everything. */
const mostSummands = 6;

/**
 * A sentence in bare letters without the figures that follow from those of its facts and from `operands`, which the visitor named or
 * which were told before; null where there are none, or one of them does not: sums, differences, products, shares and quotients of
 * two, percentages, months and years, halves and means where their clause names them, sums of what the sentence itself names, and the
 * monthly payment of a loan by the annuity formula M = P·r / (1 − (1 + r)^−n), r a month's rate and n 360 or 180 months. A figure that
 * follows may itself be calculated with.
 */
export function withoutDerived(bare: string, facts: readonly CitedFact[], operands: readonly Figure[]): string | null {
  // "250 down" on a house is 250,000.
  const meant = operands.map((figure) =>
    figure.kind === 'count' && Number(figure.value) < 10_000
      ? { ...figure, value: Number(figure.value) * 1_000 }
      : figure,
  );
  const told = [...facts.flatMap(({ words }) => readTold(bareOf(words)).figures), ...operands, ...meant];
  const known = numeric(told);
  if (known.length < 1 || known.length > mostFigures) return null;
  const terms = told.some(({ kind }) => kind === 'percent') ? usualTerms : [];
  const named = readFigures(bare);
  const isGiven = (value: number): boolean => known.includes(value) || terms.includes(value) || value === months;
  const open = named.filter((figure) => {
    const value = numberOf(figure);
    return value !== null && figure.kind !== 'year' && !isGiven(value);
  });
  if (open.length === 0 || !allFollow(open, { told, named, bare })) return null;
  const inPassing = named.filter((figure) => {
    const value = numberOf(figure) ?? 0;
    return !known.includes(value) && (terms.includes(value) || value === months);
  });
  const gone = [...open, ...inPassing].sort((one, other) => one.start - other.start);
  return gone.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, bare);
}

const isNear = (value: number, one: number): boolean => Math.abs(value - one) <= Math.max(one * rounding, 0.5);
/** A share has no half to round away. */
const isNearShare = (value: number, one: number): boolean => Math.abs(value - one) <= Math.max(one * rounding, 0.05);

/** Whether each of them follows from what is known, and from those of them that do. */
function allFollow(
  open: readonly Figure[],
  { told, named, bare }: { told: readonly Figure[]; named: readonly Figure[]; bare: string },
): boolean {
  const sure = [...told];
  let left = [...open];
  for (let before = -1; left.length > 0 && left.length !== before; ) {
    before = left.length;
    const values = numeric(sure);
    const results = [...values, ...resultsOf(values, sure)];
    const more = [...(values.length > 1 ? results : []), ...results.flatMap((one) => [one / months, one * months])];
    const means = values.flatMap((one, at) => values.slice(at + 1).map((other) => (one + other) / 2));
    const namedIn = (clause: string): number[] => [
      ...factors.flatMap(([words, factor]) => (words.test(clause) ? results.map((one) => one * factor) : [])),
      ...(midway.test(clause) ? means : []),
    ];
    const shares = values.flatMap((one) => values.map((other) => (one / other) * 100));
    const follows = (figure: Figure): boolean => {
      const value = numberOf(figure) ?? 0;
      if (figure.kind === 'percent') return [...shares, ...values].some((one) => isNearShare(value, one));
      const scaled = namedIn(clauseOf(bare, figure));
      if (value < 1) return scaled.some((one) => Math.abs(value - one) <= 0.005);
      return (
        [...more, ...scaled].some((one) => isNear(value, one)) ||
        isSumOf(value, numeric(named.filter((one) => one !== figure)))
      );
    };
    sure.push(...left.filter(follows));
    left = left.filter((figure) => !sure.includes(figure));
  }
  return left.length === 0;
}

function clauseOf(bare: string, { start, end }: Figure): string {
  const before = bare.slice(0, start).split(nextClause).at(-1) ?? '';
  const [after = ''] = bare.slice(end).split(nextClause);
  return `${before}${bare.slice(start, end)}${after}`;
}

/** "$25,200 less $1,260 and $8,910 leaves $15,030": each of the others is added, taken away, or left out. */
function isSumOf(value: number, others: readonly number[]): boolean {
  if (others.length < 3 || others.length > mostSummands) return false;
  const sums = others.reduce<number[]>((all, one) => all.flatMap((sum) => [sum, sum + one, sum - one]), [0]);
  return sums.some((sum) => Math.abs(sum - value) <= 1);
}

function resultsOf(given: readonly number[], told: readonly Figure[]): number[] {
  // A yearly sum is often told by the month.
  const known = [...given, ...given.map((one) => one / months)];
  const percents = numeric(told.filter(({ kind }) => kind === 'percent'));
  const pairs = known.flatMap((one, at) => known.map((other, index) => [one, other, at !== index] as const));
  return pairs.flatMap(([one, other, differ]) => {
    if (!differ) return [];
    const shares = percents.includes(other) ? [(one * other) / 100, one - (one * other) / 100] : [];
    const loans = percents.includes(other)
      ? shares.concat(one).flatMap((loan) => percents.map((rate) => [loan, rate] as const))
      : [];
    return [
      one + other,
      one - other,
      one * other,
      one / other,
      ...shares,
      ...loans.flatMap(([loan, rate]) => [360, 180].map((term) => monthly(loan, rate, term))),
    ];
  });
}

const monthly = (loan: number, percent: number, term: number): number => {
  const rate = percent / 1200;
  return (loan * rate) / (1 - (1 + rate) ** -term);
};
