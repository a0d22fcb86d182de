import type { ExperimentMetric, ExperimentState } from '../../../src/contract/experimentPlan.ts';
import type { ArmReading, Comparison, ExperimentAnswer } from '../../../src/contract/rest/experiments.ts';
import { spelledOut } from './spelledOut.ts';
import { calendarDay } from './times.ts';

/** A group’s outcome, as a choice and as what its leads did. */
export const metricLabels: Record<ExperimentMetric, string> = {
  replied: 'The lead writes again',
  appointment: 'The lead books an appointment',
};
export const metricDid: Record<ExperimentMetric, string> = {
  replied: 'wrote again',
  appointment: 'booked an appointment',
};

export const experimentStateLabels: Record<ExperimentState, string> = {
  running: 'Running',
  stopped: 'Stopped early',
  over: 'Ended',
};

export const percentWords = (share: number): string => `${Math.round(share * 100)}%`;
export const leadsWords = (count: number): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'lead' : 'leads'}`;
const daysOf = (from: string, to: string): number =>
  Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
export const daysWords = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

/** "Empathetic and Analytical". */
export const armsWords = (arms: readonly Pick<ArmReading, 'strategy'>[]): string =>
  new Intl.ListFormat('en').format(arms.map(({ strategy }) => spelledOut(strategy)));

/** "Nov 16, 2026 – Nov 30, 2026". */
export const spanWords = ({ startedAt, endsAt, stoppedAt }: ExperimentAnswer): string =>
  `${calendarDay(startedAt)} – ${calendarDay(stoppedAt ?? endsAt)}`;

/** How long it was planned to run: "14 days". */
export const lengthWords = ({ startedAt, endsAt }: ExperimentAnswer): string => daysWords(daysOf(startedAt, endsAt));

/** "6 of 24 wrote again"; nobody is in the group yet. */
export const didWords = ({ outcomes, exposed }: ArmReading, metric: ExperimentMetric): string =>
  exposed === 0 ? 'No leads yet' : `${outcomes} of ${exposed} ${metricDid[metric]}`;

/** The range in which a rate probably lies, given how many leads it rests on. */
export const rangeWords = ({ rate }: ArmReading): string =>
  rate === null ? '—' : `likely between ${percentWords(rate.from)} and ${percentWords(rate.to)}`;

/** How two groups differ, and how seldom chance does that, or that it may have. */
export function comparisonWords({ strategy, other, difference, adjustedP, significant }: Comparison): string {
  const [better, worse] = difference >= 0 ? [strategy, other] : [other, strategy];
  const points = Math.round(Math.abs(difference) * 100);
  const names = `${spelledOut(better)} is ${points} ${points === 1 ? 'point' : 'points'} ahead of ${spelledOut(worse)}`;
  if (points === 0 && !significant) return `${spelledOut(strategy)} and ${spelledOut(other)} did alike.`;
  return significant
    ? `${names}. Chance alone makes such a difference in ${chanceWords(adjustedP)} experiments.`
    : `${names}, which may well be chance.`;
}

function chanceWords(p: number): string {
  if (p < 0.001) return 'fewer than 1 of 1,000';
  if (p < 0.01) return `about ${Math.round(p * 1000)} of 1,000`;
  return `about ${Math.round(p * 100)} of 100`;
}
