import type { CitedFact } from './checkClaims.ts';
import { type Figure, readFigures } from './readFigures.ts';
import { bareOf, readTold } from './readTold.ts';

/** A figure within this share of what comes out is right: people round. */
const rounding = 0.01;
/** More figures than this have too many results to mean anything. */
const mostFigures = 8;

const numeric = (figures: readonly Figure[]): number[] => [
  ...new Set(figures.flatMap(({ value }) => (typeof value === 'number' && value > 0 ? [value] : []))),
];

/**
 * A sentence in bare letters without the figures that follow from those of its facts and from `operands`, which the visitor named; null where there are none, or one of them does
 * not: sums, differences, products, shares and quotients of two, percentages, months and years, and the monthly payment of a loan by the
 * annuity formula M = P·r / (1 − (1 + r)^−n), r a month's rate and n 360 or 180 months.
 */
export function withoutDerived(bare: string, facts: readonly CitedFact[], operands: readonly Figure[]): string | null {
  const told = [...facts.flatMap(({ words }) => readTold(bareOf(words)).figures), ...operands];
  const known = numeric(told);
  if (known.length < 2 || known.length > mostFigures) return null;
  const results = [...known, ...resultsOf(known, told)];
  const more = [...results, ...results.flatMap((one) => [one / 12, one * 12])];
  const open = readFigures(bare).filter(({ value }) => typeof value === 'number' && !known.includes(value));
  const follows = open.every(({ value }) =>
    more.some((one) => Math.abs(Number(value) - one) <= Math.max(one * rounding, 0.5)),
  );
  if (!follows || open.length === 0) return null;
  return open.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, bare);
}

function resultsOf(known: readonly number[], told: readonly Figure[]): number[] {
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
