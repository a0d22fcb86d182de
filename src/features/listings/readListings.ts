import { cleanText, isFormula } from '../../contract/values.ts';
import { type CsvRow, readCsv } from '../../kernel/readCsv.ts';
import { reviewWords } from '../compliance/reviewWords.ts';
import type { ListingFacts } from '../packs/model.ts';
import { type ListingColumn, listingColumns } from './listingColumns.ts';
import { listingLimits } from './model.ts';

export interface ListingProblem {
  /** Of the file, from 1. */
  line: number;
  problem: string;
}

/** What stands where a file says nothing: who says so, and as of which day. */
export interface ListingDefaults {
  source: string;
  asOf: string;
}

/**
 * The homes of a CSV with a heading (`listingColumns`, in any order), and everything that is wrong with it, by line. The homes are whole
 * only where there is no problem. What is published of a home must pass the fair-housing rules: its title, its description, its features.
 */
export function readListings(
  csv: string,
  defaults: ListingDefaults,
): { listings: ListingFacts[]; problems: ListingProblem[] } {
  const { rows, openQuote } = readCsv(csv);
  const refuse = (line: number, problem: string) => ({ listings: [], problems: [{ line, problem }] });
  if (openQuote !== null) return refuse(openQuote, 'A quote is opened here and never closed.');
  const [heading, ...body] = rows;
  if (heading === undefined || body.length === 0)
    return refuse(1, 'The file has no homes: a heading and a row each are needed.');
  if (body.length > listingLimits.rowsPerFile)
    return refuse(1, `The file has ${body.length} rows; ${listingLimits.rowsPerFile} at a time are possible.`);
  const { columns, faults } = columnsOf(heading);
  if (faults.length > 0) return { listings: [], problems: faults.map((problem) => ({ line: heading.line, problem })) };

  const listings: ListingFacts[] = [];
  const problems: ListingProblem[] = [];
  const seen = new Map<string, number>();
  for (const row of body) {
    const { listing, faults: ofRow } = readRow(row, columns, defaults);
    const { listingId } = listing;
    const before = listingId === undefined ? undefined : seen.get(listingId);
    if (before !== undefined) ofRow.push(`listing_id is the same as in line ${before}`);
    else if (listingId !== undefined) seen.set(listingId, row.line);
    if (ofRow.length > 0) problems.push({ line: row.line, problem: `${listingId ?? 'no id'}: ${ofRow.join('; ')}.` });
    else listings.push(listing as ListingFacts);
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
      ...names.flatMap((name, at) => (columns[at] ? [] : [`There is no column "${name.slice(0, 40)}".`])),
      ...names.flatMap((name, at) => (names.indexOf(name) < at ? [`The column ${name} is there twice.`] : [])),
      ...missing.map(({ name }) => `The column ${name} is missing.`),
    ],
  };
}

/** Columns of prose: a line there may begin with a dash or a signed number, so long as it calls no function and no program. */
const prose: ReadonlySet<string> = new Set(['description', 'features', 'parking', 'heating']);
/** A place west of Greenwich. */
const plainNumber = /^-\d{1,3}(?:\.\d{1,12})?$/;
const harmlessSign = /^[+-](?!.*(?:\|.*!|\w\())[\d.\s]/s;
const mayRun = ({ name }: ListingColumn, cell: string): boolean =>
  isFormula(cell) && !plainNumber.test(cell) && !(prose.has(name) && harmlessSign.test(cell));

function readRow(
  { cells }: CsvRow,
  columns: readonly (ListingColumn | undefined)[],
  defaults: ListingDefaults,
): { listing: Partial<ListingFacts>; faults: string[] } {
  const facts: Partial<ListingFacts> = { currency: 'USD', description: '', features: [], ...defaults };
  const faults: string[] = [];
  if (cells.length > columns.length) faults.push(`has ${cells.length} cells, the heading has ${columns.length}`);
  for (const [at, column] of columns.entries()) {
    const cell = cleanText(cells[at] ?? '');
    if (column === undefined) continue;
    if (cell === '' && column.required) faults.push(`${column.name} is missing`);
    const fault =
      cell === '' ? null : mayRun(column, cell) ? 'begins like a formula of a spreadsheet' : column.take(cell, facts);
    if (fault !== null) faults.push(`${column.name} ${fault}`);
  }
  if (facts.title === undefined && facts.address !== undefined) facts.title = facts.address.split(',')[0]?.trim() ?? '';
  return { listing: facts, faults: [...faults, ...forbiddenWords(facts)] };
}

/** A listing is an advertisement (42 USC 3604(c)): what its words may not say must not come in. */
function forbiddenWords({ title = '', description = '', features = [] }: Partial<ListingFacts>): string[] {
  const parts: [string, string][] = [
    ['title', title],
    ['description', description],
    ...features.map((feature): [string, string] => ['features', feature]),
  ];
  return parts.flatMap(([name, words]) => {
    const bad = words
      .split(/(?<=[.!?])\s+/)
      .map((sentence) => reviewWords(sentence, { audience: 'public', speaker: 'person' }))
      .find(({ action }) => action === 'cut');
    return bad === undefined
      ? []
      : [`${name} breaks the rule ${bad.rule} (${bad.category}) of what may be said of a home`];
  });
}
