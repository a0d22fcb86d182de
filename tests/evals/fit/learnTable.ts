import type { Inputs } from '../../../src/features/insight/fit/scaleInputs.ts';
import { numberIn, type Row } from './readTable.ts';

/** A value of a column that fewer have says nothing by itself. */
const leastOfValue = 15;

/** An input for each value of a column that at least 15 rows have, an empty cell among them. */
export function learnValues(rows: readonly Row[], columns: readonly string[]): (row: Row) => Inputs {
  const values = columns.flatMap((column) => {
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(wordOf(row, column), (counts.get(wordOf(row, column)) ?? 0) + 1);
    return [...counts]
      .filter(([, count]) => count >= leastOfValue && count <= rows.length - leastOfValue)
      .map(([value]) => ({ column, value }));
  });
  return (row) => values.map(({ column, value }) => Number(wordOf(row, column) === value));
}
const wordOf = (row: Row, column: string): string => (row[column] ?? '').trim().toLowerCase();

/** A number as a curve: itself as a logarithm, and how far it lies beyond each of the given shares of the rows. */
export function learnCurve(rows: readonly Row[], column: string, shares: readonly number[]): (row: Row) => Inputs {
  const log = (row: Row): number | null => {
    const value = numberIn(row[column]);
    return value === null ? null : Math.log1p(Math.max(0, value));
  };
  const known = rows.flatMap((row) => log(row) ?? []).sort((one, other) => one - other);
  const bends = [...new Set(shares.map((share) => known[Math.floor(share * (known.length - 1))] ?? 0))];
  return (row) => {
    const value = log(row);
    return [value, ...bends.map((bend) => (value === null ? null : Math.max(0, value - bend)))];
  };
}
