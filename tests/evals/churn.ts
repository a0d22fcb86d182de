import type { Inputs } from '../../src/features/insight/fit/scaleInputs.ts';
import { type Cohort, type FitFigures, figuresOf, majorityOf, predictUnseen, printFigures } from './fit/measureFit.ts';
import { numberIn, type Row, readTable } from './fit/readTable.ts';

const folder = 'reengagement_cdnow';
const goals = { aucAtLeast: 0.78 };
const dayMs = 86_400_000;
/** Nothing after this day is an input: whether they buy in the 39 weeks that follow is the outcome. */
const lastDay = dayIn('19970930');

/** In days since 1970. */
function dayIn(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6, 8))) / dayMs;
}

/** The days on which somebody bought until the last day that may be known, each once, in order. */
type DaysOf = ReadonlyMap<string, readonly number[]>;

function readDays(data: string): DaysOf {
  const days = new Map<string, Set<number>>();
  for (const { customer = '', date = '' } of readTable(data, `${folder}/cdnow_transactions.csv`)) {
    const day = dayIn(date);
    if (day <= lastDay) days.set(customer, (days.get(customer) ?? new Set()).add(day));
  }
  return new Map([...days].map(([customer, some]) => [customer, [...some].sort((one, other) => one - other)]));
}

/** For how many days they have been silent. */
const silenceOf = (days: readonly number[]): number => lastDay - (days.at(-1) ?? lastDay);

/** How often they came back, for how long they have been silent and known, their usual gap, and how far the silence is beyond it. */
function rhythmOf(days: readonly number[]): Inputs {
  const silence = silenceOf(days);
  const returns = days.length - 1;
  const gap = returns < 1 ? null : ((days.at(-1) ?? 0) - (days[0] ?? 0)) / returns;
  return [
    Math.log1p(returns),
    silence,
    lastDay - (days[0] ?? lastDay),
    gap === null ? null : Math.log1p(gap),
    gap === null ? null : Math.log1p(silence / Math.max(1, gap)),
  ];
}

/** Predicts which customers of CDNOW buy again, by the rhythm of their purchases and by silence alone. */
export function measureChurn(data: string, defaultData: string): FitFigures[] {
  const read = (root: string) => readTable(root, `${folder}/cdnow_rfm.csv`);
  const days = new Map([...readDays(defaultData), ...readDays(data)]);
  const cohort: Cohort = {
    learned: read(defaultData),
    later: data === defaultData ? null : read(data),
    idOf: ({ customer = '' }) => customer,
    happened: (row) => (numberIn(row.active_holdout) ?? 0) > 0,
  };
  const by = (inputsOf: (days: readonly number[]) => Inputs) =>
    predictUnseen(
      cohort,
      () =>
        ({ customer = '' }: Row) =>
          inputsOf(days.get(customer) ?? []),
    );
  const found = by(rhythmOf);
  return [
    figuresOf('rhythm of purchases', found),
    figuresOf(
      'silence alone',
      by((some) => [silenceOf(some)]),
    ),
    figuresOf(
      'how often they bought, alone',
      by((some) => [Math.log(Math.max(1, some.length))]),
    ),
    figuresOf('how many buy again', majorityOf(found)),
  ];
}

export function evaluateChurn({ data, defaultData }: { data: string; defaultData: string }): boolean {
  const figures = measureChurn(data, defaultData);
  printFigures(figures);
  const [rhythm] = figures;
  const held = rhythm !== undefined && rhythm.cases > 0 && rhythm.auc >= goals.aucAtLeast;
  console.log(`Goal: AUC ≥ ${goals.aucAtLeast}: ${held ? 'reached' : 'not reached'}.`);
  console.log(JSON.stringify({ eval: 'churn', held, goals, figures }));
  return held;
}
