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

/**
 * A sentence in bare letters without the figures that follow from those of its facts and from `operands`, which the visitor named;
 * null where there are none, or one of them does not: sums, differences, products, shares and quotients of two, percentages, months and years, and the monthly payment of a loan by the
 * annuity formula M = P·r / (1 − (1 + r)^−n), r a month's rate and n 360 or 180 months.
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
  const results = [...known, ...resultsOf(known, told)];
  const more = [...(known.length > 1 ? results : []), ...results.flatMap((one) => [one / 12, one * 12])];
  const terms = told.some(({ kind }) => kind === 'percent') ? usualTerms : [];
  const isOpen = (figure: Figure): boolean => {
    const value = numberOf(figure);
    return value !== null && figure.kind !== 'year' && !known.includes(value) && !terms.includes(value);
  };
  const named = readFigures(bare);
  const open = named.filter(isOpen);
  const money = named.flatMap(({ kind, value }) => (kind === 'money' ? [Number(value)] : []));
  const sum = money.reduce((total, one) => total + one, 0);
  const isNear = (value: number, one: number): boolean => Math.abs(value - one) <= Math.max(one * rounding, 0.5);
  const follows = open.every((figure) => {
    const value = numberOf(figure) ?? 0;
    // "$3,926 in all: $2,908, $920, and $98".
    return more.some((one) => isNear(value, one)) || (money.length > 2 && isNear(value * 2, sum));
  });
  if (!follows || open.length === 0) return null;
  const termsNamed = named.filter((figure) => terms.includes(numberOf(figure) ?? 0));
  const gone = [...open, ...termsNamed].sort((one, other) => one.start - other.start);
  return gone.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, bare);
}

function resultsOf(given: readonly number[], told: readonly Figure[]): number[] {
  // A yearly sum is often told by the month.
  const known = [...given, ...given.map((one) => one / 12)];
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
      ...loans.flatMap(([loan, rate]) => [360, 180].map((months) => monthly(loan, rate, months))),
    ];
  });
}

const monthly = (loan: number, percent: number, months: number): number => {
  const rate = percent / 1200;
  return (loan * rate) / (1 - (1 + rate) ** -months);
};
