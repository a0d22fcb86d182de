import {
  byReading,
  type JourneyStage,
  type ReadingName,
  type Readings,
  readingNames,
} from '../../../contract/insight.ts';
import type { LeadInsight } from '../../../contract/rest/leadInsight.ts';
import type { Temperature } from '../../../contract/values.ts';
import { isoOf } from '../../../kernel/clock.ts';
import { featuresOf, type TalkState } from './features.ts';
import { nextContactAfterMs, readingsOf, stageOf } from './readings.ts';
import { unifyScore } from './unifyScore.ts';

type Insight = Omit<LeadInsight, 'leadId' | 'computedAt'>;

/** Reads talks of one person, the newest first: readings, stage, when to get in touch, one score. `before`: the class that stood. */
export function insightOf(talks: readonly TalkState[], now: number, before: Temperature | null = null): Insight {
  const features = featuresOf(talks, now);
  const readings = readingsOf(features);
  const { engagement, answersPercent, lastAt } = features;
  const { value: conversion, confidence } = readings.conversion;
  const churn = readings.churn7.value;
  const afterMs = nextContactAfterMs(engagement, churn);
  return {
    readings,
    stage: stageOf(features, conversion),
    nextContactAt: afterMs === null || lastAt === null ? null : isoOf(Math.max(now, Math.round(lastAt + afterMs))),
    score: unifyScore({ answersPercent, conversion, churn, confidence }, before),
  };
}

/** The readings that the team was told of last, without their words: small enough to go along with each turn. */
export interface ToldReadings {
  values: Record<ReadingName, number | null>;
  stage: JourneyStage | null;
  class: Temperature | null;
}

export const toldOf = ({ readings, stage, score }: Readings): ToldReadings => ({
  values: byReading((name) => readings[name].value),
  stage,
  class: score.class,
});

/** Readings have four decimals. */
const decimals = 10_000;
const noteworthy = 0.1 * decimals;

/** Whether it is worth telling: another stage, or a reading that moved by 0.10 or is there for the first time. */
export function hasMoved(told: ToldReadings | null, now: ToldReadings): boolean {
  if (told !== null && told.stage !== now.stage) return true;
  return readingNames.some((name) => {
    const [before, after] = [told?.values[name] ?? null, now.values[name]];
    if (before === null || after === null) return before !== after;
    // In whole numbers: 0.3 − 0.2 is less than 0.1 in binary.
    return Math.round(Math.abs(after - before) * decimals) >= noteworthy;
  });
}
