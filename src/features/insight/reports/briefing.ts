import { type Draft, differenceOf, type Told } from './figures.ts';
import type { Period } from './periodOf.ts';
import { hotFigure, type PipelineRead } from './pipeline.ts';
import { mostTalks, type PeriodRead } from './readPeriod.ts';
import {
  answeredFigure,
  bookedFigure,
  leastToCompare,
  medianFigure,
  missedFigure,
  newLeadsFigure,
  spanFigures,
  spanWords,
  startedFigure,
} from './spanFigures.ts';

const changesTold = 2;

/** The few figures that an owner asks for, and those that changed most. */
export function executiveBriefing(read: PeriodRead, pipeline: PipelineRead, period: Period, now: number): Draft[] {
  const own = spanFigures(read, period, now);
  const before = spanFigures(read, period.before, now);
  const when = spanWords(period);
  const figures = [
    startedFigure(own, before, when),
    answeredFigure(own, before, when),
    medianFigure(own, before, when),
    missedFigure(own, before, when),
    bookedFigure(own, before, when),
    newLeadsFigure(own, before, when),
    hotFigure(pipeline),
  ];
  const isWhole = read.complete && pipeline.complete;
  const advice = isWhole ? [] : [`Only the newest ${mostTalks.toLocaleString('en-US')} conversations were read.`];
  return [{ title: 'The period', figures, advice }, changedMost(figures)];
}

/** By how far each is from the one before, as a part of that one. */
export function changedMost(figures: readonly Told[]): Draft {
  const changed = figures.flatMap((figure) => {
    const { value, before, unit, few = false } = figure;
    const difference = differenceOf(figure);
    if (difference === null || difference === 0 || typeof value !== 'number' || typeof before !== 'number' || few)
      return [];
    if (unit === 'count' && Math.max(value, before) < leastToCompare) return [];
    return before === 0 ? [] : [{ figure, by: Math.abs(difference) / before }];
  });
  const most = changed.sort((a, b) => b.by - a.by).slice(0, changesTold);
  return {
    title: 'What changed most',
    figures: most.map(({ figure }) => figure),
    advice: most.length === 0 ? ['Nothing changed that there is enough of to compare.'] : [],
  };
}
