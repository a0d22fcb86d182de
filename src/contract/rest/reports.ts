import { z } from 'zod';
import { basisSchema } from '../log/parts.ts';
import { figureUnits, reportKinds, scheduledReportKinds } from '../reportFigures.ts';
import { evidence, id, isoTime, person } from '../values.ts';
import { timeOfDay } from './settings.ts';
import { weekdays } from './settingsLimits.ts';

const reportKind = z.enum(reportKinds);
/** A day of the brokerage, such as `2026-11-16`. */
const day = z.iso.date();

/**
 * `from` and `to`: days, both included, for `weekly` and `briefing`; without them the last seven whole days. `leadId`: for `lead`, and for
 * no other kind.
 */
export const reportRequest = z.strictObject({
  kind: reportKind,
  leadId: id.optional(),
  from: day.optional(),
  to: day.optional(),
});
export type ReportRequest = z.infer<typeof reportRequest>;

/**
 * `value` null: nothing was observed. `before`: the same of the period before. `source`: the things counted, and the
 * time they are from.
 */
const reportFigure = z.object({
  name: z.string(),
  value: z.union([z.number(), z.string()]).nullable(),
  unit: z.enum(figureUnits),
  before: z.number().nullable().optional(),
  source: z.string(),
});
export type ReportFigure = z.infer<typeof reportFigure>;

/** `text`: sentences in which every number is one of the section’s figures. `basis`: the rules wrote it, or the model. */
const reportSection = z.object({
  title: z.string(),
  text: z.string(),
  basis: basisSchema,
  figures: z.array(reportFigure),
});
export type ReportSection = z.infer<typeof reportSection>;

/** A line of a log, and where the words stand in it; `start` and `end` are 0 where it holds none. */
const cited = evidence.extend({ conversationId: id });
export type Cited = z.infer<typeof cited>;

const level = z.enum(['high', 'medium', 'low']);
export type Level = z.infer<typeof level>;

/**
 * A lead summary as fields, by rule alone. `confidence`: the mean of how surely each fact it rests on was read, from 0 to 1. `evidence` is
 * empty where no line of a log says it. `value`: the budget or the price that they named. Null: nothing was observed.
 */
const leadAnalysis = z
  .object({
    confidence: z.number().min(0).max(1).nullable(),
    actions: z.array(
      z.object({ text: z.string(), priority: level, dueAt: isoTime, conversationId: id, evidence: z.array(cited) }),
    ),
    risks: z.array(z.object({ text: z.string(), severity: level, mitigation: z.string(), evidence: z.array(cited) })),
    opportunities: z.array(z.object({ text: z.string(), value: z.string().nullable(), evidence: z.array(cited) })),
  })
  .meta({ id: 'LeadAnalysis' });
export type LeadAnalysis = z.infer<typeof leadAnalysis>;

const reportHead = z.object({
  reportId: id,
  kind: reportKind,
  title: z.string(),
  leadId: id.optional(),
  /** Absent where the report tells how things stand. */
  period: z.object({ from: day, to: day }).optional(),
  timeZone: z.string(),
  createdAt: isoTime,
  by: person,
  /** False: there was too much, and only the newest was counted. */
  complete: z.boolean(),
});
/** `analysis`: of a lead summary; absent in those of earlier builds. */
export const report = reportHead
  .extend({ sections: z.array(reportSection), analysis: leadAnalysis.optional() })
  .meta({ id: 'Report' });
export type Report = z.infer<typeof report>;

export const reportsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(100).optional(),
});
/** Newest first. */
export const reportsAnswer = z.object({ items: z.array(reportHead), nextCursor: z.string().optional() });
export type ReportsAnswer = z.infer<typeof reportsAnswer>;

/** `time`: by the brokerage’s own clock. */
export const reportScheduleRequest = z.strictObject({
  kind: z.enum(scheduledReportKinds),
  weekdays: z.array(z.enum(weekdays)).min(1).max(weekdays.length),
  time: timeOfDay.meta({ examples: ['08:00'] }),
});
export type ReportScheduleRequest = z.infer<typeof reportScheduleRequest>;
/** `by`: the person who set it, and is notified of each report. */
export const reportSchedule = z
  .object({ ...reportScheduleRequest.shape, scheduleId: id, timeZone: z.string(), nextAt: isoTime, by: person })
  .meta({ id: 'ReportSchedule' });
export type ReportScheduleAnswer = z.infer<typeof reportSchedule>;
/** Oldest first. */
export const reportSchedulesAnswer = z.object({ items: z.array(reportSchedule) });
export type ReportSchedulesAnswer = z.infer<typeof reportSchedulesAnswer>;
