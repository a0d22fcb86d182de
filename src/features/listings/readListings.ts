import { cleanText, isFormula } from '../../contract/values.ts';
import { atOnce, type SlicedWork } from '../../kernel/inSlices.ts';
import { type CsvRow, csvInSlices } from '../../kernel/readCsv.ts';
import { reviewWords } from '../compliance/reviewWords.ts';
import type { ListingFacts } from '../packs/model.ts';
import { type ListingColumn, listingColumns } from './listingColumns.ts';
import { type HomeOfFile, listingLimits } from './model.ts';

export interface ListingProblem {
  /** Line of the file, from 1. */
  line: number;
  problem: string;
}

/** Defaults for what a file does not say: the source, and as of which day. */
export interface ListingDefaults {
  source: string;
  asOf: string;
}

/**
 * The homes of a CSV with a heading (`listingColumns`, in any order), and everything that is wrong with it, by line. The homes are whole
 * only where there is no problem. The published words of a home must pass the fair-housing rules: its title, its description, its features.
 */
export const readListings = (csv: string, defaults: ListingDefaults): ReadListings =>
  atOnce(listingsInSlices(csv, defaults));

export interface ReadListings {
  listings: HomeOfFile[];
  problems: ListingProblem[];
}

/** The same, for a file that may be large. */
export function* listingsInSlices(csv: string, defaults: ListingDefaults): SlicedWork<ReadListings> {
  const { rows, openQuote } = yield* csvInSlices(csv);
  const refuse = (line: number, problem: string) => ({ listings: [], problems: [{ line, problem }] });
  if (openQuote !== null) return refuse(openQuote, 'A quotation mark is opened here but never closed.');
  const [heading, ...body] = rows;
  if (heading === undefined || body.length === 0)
    return refuse(1, 'The file has no homes. It needs a header row and one row per home.');
  if (body.length > listingLimits.rowsPerFile)
    return refuse(1, `The file has ${body.length} rows. You can import up to ${listingLimits.rowsPerFile} at a time.`);
  const { columns, faults } = columnsOf(heading);
  if (faults.length > 0) return { listings: [], problems: faults.map((problem) => ({ line: heading.line, problem })) };

  const listings: HomeOfFile[] = [];
  const problems: ListingProblem[] = [];
  const seen = new Map<string, number>();
  for (const row of body) {
    yield;
    const { listing, faults: found } = readRow(row.cells, columns, defaults);
    const ofRow = found.map(({ column, fault }) => (column === '' ? fault : `${column} ${fault}`));
    const { listingId } = listing;
    const before = listingId === undefined ? undefined : seen.get(listingId);
    if (before !== undefined) ofRow.push(`listing_id is the same as on line ${before}`);
    else if (listingId !== undefined) seen.set(listingId, row.line);
    if (ofRow.length > 0) problems.push({ line: row.line, problem: `${listingId ?? 'no ID'}: ${ofRow.join('; ')}.` });
    else listings.push(listing as HomeOfFile);
  }
  return { listings, problems };
}

function columnsOf({ cells }: CsvRow): { columns: (ListingColumn | undefined)[]; faults: string[] } {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const columns = names.map((name) => listingColumns.find((column) => column.name === name));
  const missing = listingColumns.filter(({ name, required }) => required && !names.includes(name));
  return {
    columns,
    faults: [
      ...names.flatMap((name, at) => (columns[at] ? [] : [`Unknown column "${name.slice(0, 40)}".`])),
      ...names.flatMap((name, at) => (names.indexOf(name) < at ? [`The column ${name} appears twice.`] : [])),
      ...missing.map(({ name }) => `The column ${name} is missing.`),
    ],
  };
}

/** Columns of prose: a line there may begin with a dash or a signed number, as long as it calls no function and no program. */
const prose: ReadonlySet<string> = new Set(['description', 'features', 'parking', 'heating']);
/** A place west of Greenwich. */
const plainNumber = /^-\d{1,3}(?:\.\d{1,12})?$/;
const harmlessSign = /^[+-](?!.*(?:\|.*!|\w\())[\d.\s]/s;
const mayRun = ({ name }: ListingColumn, cell: string): boolean =>
  isFormula(cell) && !plainNumber.test(cell) && !(prose.has(name) && harmlessSign.test(cell));

/** A fault of a home: its column, or none for the row as a whole, and the words that come after the column's name. */
export interface HomeFault {
  column: string;
  fault: string;
}

/** A home of cells, which stand in the order of the columns; `faults` is empty where it is whole. */
export function readRow(
  cells: readonly string[],
  columns: readonly (ListingColumn | undefined)[],
  defaults: ListingDefaults,
): { listing: Partial<HomeOfFile>; faults: HomeFault[] } {
  const facts: Partial<HomeOfFile> = { currency: 'USD', description: '', features: [], ...defaults };
  const faults: HomeFault[] = [];
  if (cells.length > columns.length)
    faults.push({ column: '', fault: `has ${cells.length} cells, but the header row has ${columns.length}` });
  for (const [at, column] of columns.entries()) {
    const cell = cleanText(cells[at] ?? '');
    if (column === undefined) continue;
    if (cell === '' && column.required) faults.push({ column: column.name, fault: 'is missing' });
    const fault =
      cell === '' ? null : mayRun(column, cell) ? 'starts like a spreadsheet formula' : column.take(cell, facts);
    if (fault !== null) faults.push({ column: column.name, fault });
  }
  if (facts.title === undefined && facts.address !== undefined) facts.title = facts.address.split(',')[0]?.trim() ?? '';
  return { listing: facts, faults: [...faults, ...forbiddenWords(facts)] };
}

/** The statements that a listing may not make. A listing is an advertisement (42 USC 3604(c)), so such words must not come in. */
function forbiddenWords({ title = '', description = '', features = [] }: Partial<ListingFacts>): HomeFault[] {
  const parts: [string, string][] = [
    ['title', title],
    ['description', description],
    ...features.map((feature): [string, string] => ['features', feature]),
  ];
  return parts.flatMap(([column, words]) => {
    const bad = words
      .split(/(?<=[.!?])\s+/)
      .map((sentence) => reviewWords(sentence, { audience: 'public', speaker: 'person' }))
      .find(({ action }) => action === 'cut');
    return bad === undefined
      ? []
      : [{ column, fault: `breaks the rule ${bad.rule} (${bad.category}) on what may be said about a home` }];
  });
}
