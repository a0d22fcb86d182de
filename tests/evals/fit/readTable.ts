import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../../../src/kernel/readCsv.ts';

/** One line of a table, its cells by their heads. */
export type Row = Readonly<Record<string, string>>;

export function readTable(data: string, file: string): Row[] {
  const [head, ...rows] = readCsv(readFileSync(join(data, file), 'utf8')).rows;
  return rows.map(({ cells }) => Object.fromEntries((head?.cells ?? []).map((name, at) => [name, cells[at] ?? ''])));
}

/** A number; null where the cell is empty or no number. */
export const numberIn = (cell: string | undefined): number | null =>
  cell === undefined || cell === '' || !Number.isFinite(Number(cell)) ? null : Number(cell);

/** In which of so many parts a row falls, by its id alone. */
export const foldOf = (id: string, folds: number): number =>
  (createHash('sha256').update(`fit|${id}`).digest()[0] as number) % folds;
