import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inputs } from '../../src/features/insight/fit/scaleInputs.ts';
import { learnCurve, learnValues } from './fit/learnTable.ts';
import { type Cohort, type FitFigures, figuresOf, majorityOf, predictUnseen, printFigures } from './fit/measureFit.ts';
import { type Row, readTable } from './fit/readTable.ts';

const file = 'lead_scoring/xeducation_leads.csv';
const timeSpent = 'Total Time Spent on Website';
const numbers = [timeSpent, 'TotalVisits', 'Page Views Per Visit'];
/** They stand for where somebody comes from: measured, and in no product. */
const proxies = ['City', 'Country'];

const goals = { aucAtLeast: 0.88, eceAtMost: 0.03 };
/** At the first touch nobody can know more: a column that does has seen the outcome. */
const leakAbove = 0.93;

/** Without what was written down after the first touch, and so knows the outcome. */
function columnsOf(data: string): string[] {
  const told = JSON.parse(readFileSync(join(data, 'lead_scoring/xeducation_columns.json'), 'utf8')) as {
    target: string;
    id: string;
    post_contact_columns_do_not_use_for_first_touch_score: string[];
  };
  const out = new Set([told.target, told.id, ...told.post_contact_columns_do_not_use_for_first_touch_score]);
  return Object.keys(readTable(data, file)[0] ?? {}).filter((name) => !out.has(name) && !numbers.includes(name));
}

const bends: Readonly<Record<string, readonly number[]>> = { [timeSpent]: [0.3, 0.45, 0.6, 0.75, 0.9] };

function learnFirstTouch(columns: readonly string[]): (rows: readonly Row[]) => (row: Row) => Inputs {
  return (rows) => {
    const parts = [
      learnValues(rows, columns),
      ...numbers.map((name) => learnCurve(rows, name, bends[name] ?? [0.35, 0.6, 0.9])),
    ];
    return (row) => parts.flatMap((part) => part(row));
  };
}

/** Leads of X Education by what is known at the first touch: on the root’s rows, or on its own in five parts, each by a model of the others. */
export function measureLeadScoring(data: string, defaultData: string): FitFigures[] {
  const learned = readTable(defaultData, file);
  const cohort: Cohort = {
    learned,
    later: data === defaultData ? null : readTable(data, file),
    idOf: (row) => row['Lead Number'] ?? '',
    happened: (row) => row.Converted === '1',
  };
  const all = columnsOf(defaultData);
  const shipped = all.filter((name) => !proxies.includes(name));
  const found = predictUnseen(cohort, learnFirstTouch(shipped));
  return [
    figuresOf('first touch', found),
    figuresOf('first touch, with city and country', predictUnseen(cohort, learnFirstTouch(all))),
    figuresOf(
      'time on the website alone',
      predictUnseen(cohort, (rows) => learnCurve(rows, timeSpent, [])),
    ),
    figuresOf('how many convert', majorityOf(found)),
  ];
}

export function evaluateLeadScoring({ data, defaultData }: { data: string; defaultData: string }): boolean {
  const figures = measureLeadScoring(data, defaultData);
  printFigures(figures);
  const [first] = figures;
  const leak = figures.some(({ auc }) => auc > leakAbove);
  const held =
    first !== undefined && first.auc >= goals.aucAtLeast && first.ece <= goals.eceAtMost && first.cases > 0 && !leak;
  console.log(`Goals: AUC ≥ ${goals.aucAtLeast}, ECE ≤ ${goals.eceAtMost}: ${held ? 'reached' : 'not reached'}.`);
  if (leak) console.log(`An AUC above ${leakAbove} is a leak: some column knows the outcome.`);
  console.log(JSON.stringify({ eval: 'lead-scoring', held, leak, goals, figures }));
  return held;
}
