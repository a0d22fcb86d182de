import { z } from 'zod';
import { evidence, temperature } from './values.ts';

export const readingNames = [
  'conversion',
  'churn7',
  'churn14',
  'churn30',
  'receptivity',
  'objection',
  'appointment',
  'urgency',
] as const;
export type ReadingName = (typeof readingNames)[number];
export const byReading = <T>(of: (name: ReadingName) => T): Record<ReadingName, T> =>
  Object.fromEntries(readingNames.map((name) => [name, of(name)])) as Record<ReadingName, T>;
export const journeyStages = ['awareness', 'interest', 'consideration', 'intent', 'evaluation', 'purchase'] as const;
export const journeyStage = z.enum(journeyStages);
export type JourneyStage = z.infer<typeof journeyStage>;

/**
 * One forward-looking reading, 0–1; null where nothing that it is made of was observed. `confidence`: the share of what it is made of that
 * was observed. `calibrated` false: no outcomes have shown that the number is a probability. `factors`: the reasons for it, in words.
 */
export const insightReading = z.object({
  value: z.number().nullable(),
  confidence: z.number(),
  basis: z.literal('rules'),
  calibrated: z.literal(false),
  factors: z.array(z.string()),
  evidence: z.array(evidence),
  version: z.string(),
});
export type InsightReading = z.infer<typeof insightReading>;

/** `points` of a part add up to the score; a part that is missing leaves its weight to the others. */
export const unifiedScore = z.object({
  value: z.number().nullable(),
  confidence: z.number(),
  class: temperature.nullable(),
  explain: z.array(z.object({ part: z.enum(['answers', 'conversion', 'staying']), points: z.number() })),
  missing: z.array(z.string()),
  version: z.string(),
});
export type UnifiedScore = z.infer<typeof unifiedScore>;

/** Readings of what a person will do, by what their talks say. */
export const readings = z.object({
  readings: z.object(byReading(() => insightReading)),
  stage: journeyStage.nullable(),
  score: unifiedScore,
});
export type Readings = z.infer<typeof readings>;
