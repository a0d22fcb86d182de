import type { LeadInsight } from '../../../contract/rest/leadInsight.ts';
import { type Clock, isoOf } from '../../../kernel/clock.ts';
import type { StaffScope } from '../../identity/model.ts';
import { featuresOf, type TalkState } from './features.ts';
import { nextContactAfterMs, readingsOf, stageOf } from './readings.ts';
import { unifyScore } from './unifyScore.ts';

export interface InsightDeps {
  /**
   * The newest talks of the person behind a record, the newest first.
   * @throws HubError NOT_FOUND
   */
  statesOf(tenantId: string, leadId: string): Promise<TalkState[]>;
  clock: Clock;
}

/**
 * What the talks of a person say of what they will do: readings, stage, when to get in touch, one score.
 * @throws HubError NOT_FOUND
 */
export async function readInsight(
  { statesOf, clock }: InsightDeps,
  { tenantId }: Pick<StaffScope, 'tenantId'>,
  leadId: string,
): Promise<LeadInsight> {
  const now = clock.now();
  const features = featuresOf(await statesOf(tenantId, leadId), now);
  const readings = readingsOf(features);
  const { engagement, answersPercent, silentDays } = features;
  const { value: conversion, confidence } = readings.conversion;
  const churn = readings.churn7.value;
  const afterMs = nextContactAfterMs(engagement, churn);
  const lastAt = silentDays === null ? null : now - silentDays * 86_400_000;
  return {
    leadId,
    computedAt: isoOf(now),
    readings,
    stage: stageOf(features, conversion),
    nextContactAt: afterMs === null || lastAt === null ? null : isoOf(Math.max(now, Math.round(lastAt + afterMs))),
    score: unifyScore({ answersPercent, conversion, churn, confidence }),
  };
}
