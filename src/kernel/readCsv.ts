import { atOnce, type SlicedWork } from './inSlices.ts';

export interface CsvRow {
  /** The line that the row begins in, from 1. */
  line: number;
  cells: string[];
}

/**
 * The rows of a CSV (RFC 4180: quotes may hold commas, line breaks and doubled quotes), divided by commas or by semicolons, as its first
 * line is; a byte order mark is passed over, and so are empty rows. `openQuote`: the line of a row whose last quote is never closed.
 */
export const readCsv = (csv: string): ReadCsv => atOnce(csvInSlices(csv));

interface ReadCsv {
  rows: CsvRow[];
  openQuote: number | null;
}
const slice = 16_384;

/** The same, for a file that may be large. */
export function* csvInSlices(csv: string): SlicedWork<ReadCsv> {
  const text = csv.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const divider = /^[^\n,]*;/.test(text) ? ';' : ',';
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let startedAt = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: startedAt, cells });
    cells = [];
    cell = '';
    startedAt = line;
  };
  for (let at = 0; at < text.length; at += 1) {
    if (at % slice === 0) yield;
    const mark = text[at] as string;
    if (mark === '\n') line += 1;
    if (quoted && mark === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (mark === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (quoted) cell += mark;
    else if (mark === divider) {
      cells.push(cell);
      cell = '';
    } else if (mark === '\n') endRow();
    else cell += mark;
  }
  const openQuote = quoted ? startedAt : null;
  endRow();
  return { rows, openQuote };
}
