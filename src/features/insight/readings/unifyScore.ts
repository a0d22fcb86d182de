import type { UnifiedScore } from '../../../contract/insight.ts';
import type { Temperature } from '../../../contract/values.ts';

export const unifiedVersion = 'unified-1';

const hotFrom = 70;
const warmFrom = 40;
/** A class is left only so far below its cut, so that it does not flicker. */
const slack = 3;

/**
 * One score, 0–100, of Jorge's answers, the reading of conversion, and that they stay (1 − churn within 7 days): .30, .40, .20. A missing part
 * leaves its weight to the others and is named. `before`: the class that stood.
 */
export function unifyScore(
  parts: { answersPercent: number | null; conversion: number | null; churn: number | null; confidence: number },
  before: Temperature | null = null,
): UnifiedScore {
  const { answersPercent, conversion, churn, confidence } = parts;
  const all = [
    { part: 'answers' as const, weight: 0.3, value: answersPercent },
    { part: 'conversion' as const, weight: 0.4, value: conversion === null ? null : conversion * 100 },
    { part: 'staying' as const, weight: 0.2, value: churn === null ? null : (1 - churn) * 100 },
  ];
  const known = all.flatMap(({ value, ...part }) => (value === null ? [] : [{ ...part, value }]));
  const missing = all.flatMap(({ part, value }) => (value === null ? [part] : []));
  const weight = known.reduce((sum, part) => sum + part.weight, 0);
  if (weight === 0) return { value: null, confidence: 0, class: null, explain: [], missing, version: unifiedVersion };
  const explain = known.map(({ part, weight: own, value }) => ({ part, points: hundredth((own / weight) * value) }));
  const value = hundredth(known.reduce((sum, part) => sum + (part.weight / weight) * part.value, 0));
  return {
    ...{ value, confidence, class: classOf(value, before), explain, missing },
    version: unifiedVersion,
  };
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;

function classOf(value: number, before: Temperature | null): Temperature {
  if (value >= hotFrom - (before === 'hot' ? slack : 0)) return 'hot';
  return value >= warmFrom - (before === 'warm' || before === 'hot' ? slack : 0) ? 'warm' : 'cold';
}
