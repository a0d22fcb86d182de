import type { ReportKind, ScheduledReportKind } from '../../../contract/reportFigures.ts';
import type { LeadAnalysis, Report, ReportRequest } from '../../../contract/rest/reports.ts';
import { type Clock, isoOf } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import { type RateLimits, refuseFor } from '../../../kernel/rateLimits.ts';
import { type AlertDeps, raiseAlert } from '../../conversations/board/raiseAlert.ts';
import { isErased } from '../../conversations/log/withoutWords.ts';
import type { StaffScope } from '../../identity/model.ts';
import { executiveBriefing } from '../../insight/reports/briefing.ts';
import type { Draft } from '../../insight/reports/figures.ts';
import { type Period, periodOf } from '../../insight/reports/periodOf.ts';
import { pipelineReport, readPipeline } from '../../insight/reports/pipeline.ts';
import { type ReportDeps, readPeriod } from '../../insight/reports/readPeriod.ts';
import { weeklyReport } from '../../insight/reports/weekly.ts';
import type { LanguageModel } from '../../llm/ports.ts';
import { talksOfPerson } from '../../profiles/readLead.ts';
import { type LeadAlert, leadAnalysis } from './leadAnalysis.ts';
import { leadReport } from './leadReport.ts';
import type { KeptReport } from './model.ts';
import type { ReportStore } from './ports.ts';
import { type LeadReportDeps, readLeadReport } from './readLeadReport.ts';
import { writeProse } from './writeProse.ts';

export interface TeamReportDeps extends ReportDeps {
  reports: Pick<ReportStore, 'add'>;
  model: LanguageModel;
  clock: Clock;
  timeZoneOf(tenantId: string): Promise<string>;
  brokerageOf(tenantId: string): Promise<string>;
}
export interface MakeReportDeps extends LeadReportDeps, TeamReportDeps {
  conversations: LeadReportDeps['conversations'] & ReportDeps['conversations'] & AlertDeps['conversations'];
  entries: LeadReportDeps['entries'] & ReportDeps['entries'] & AlertDeps['entries'];
  appender: AlertDeps['appender'];
  appointments: LeadReportDeps['appointments'] & ReportDeps['appointments'];
  reports: ReportStore;
  rateLimits: RateLimits;
  newId(): string;
  /** @throws HubError QUOTA_EXCEEDED when a person of the team has had enough written for one hour */
  admit(tenantId: string, userId: string): Promise<void>;
}

/** Reports that are kept of a brokerage. */
export const mostReports = 500;
/** Each reads up to 2,000 conversations. */
const anHour = { name: 'reports', points: 30, perMs: 3_600_000 };

/**
 * Makes a report and keeps it: first the figures, then the words. A lead summary is for everybody on the team, all other kinds are for
 * supervisors, who are alerted to what a lead summary finds pressing.
 * @throws HubError `FORBIDDEN`, `NOT_FOUND` for a lead, `VALIDATION_FAILED` for days or a lead that don’t fit the kind, `RATE_LIMITED`
 * after thirty in an hour, `QUOTA_EXCEEDED` once the model has written enough for the person who asks
 */
export async function makeReport(deps: MakeReportDeps, scope: StaffScope, request: ReportRequest): Promise<Report> {
  const { tenantId, principal } = scope;
  const { kind, leadId } = request;
  if (principal.role === 'agent' && kind !== 'lead') throw new HubError('FORBIDDEN');
  if ((kind === 'lead') !== (leadId !== undefined)) throw new HubError('VALIDATION_FAILED', { field: 'leadId' });
  const timeZone = await deps.timeZoneOf(tenantId);
  const now = deps.clock.now();
  const hasPeriod = kind === 'weekly' || kind === 'briefing';
  if (!hasPeriod && (request.from ?? request.to) !== undefined)
    throw new HubError('VALIDATION_FAILED', { field: request.from === undefined ? 'to' : 'from' });
  const period = hasPeriod ? periodOf(request, now, timeZone) : null;
  refuseFor(await deps.rateLimits.take(anHour, `${tenantId}:${principal.id}`));
  const found =
    leadId === undefined
      ? await teamDraft(deps, tenantId, { kind, period }, now)
      : await leadDraft(deps, scope, leadId, now);
  await deps.admit(tenantId, principal.id);
  const by = { id: principal.id, name: principal.name };
  const asked = { id: deps.newId(), tenantId, kind, by, period, timeZone, now, isPressed: true };
  const report: KeptReport = {
    ...(await writeReport(deps, asked, found)),
    leadId: leadId ?? null,
    analysis: found.analysis,
  };
  await deps.reports.add(report, mostReports);
  // Their words may have been deleted while this was written.
  if (leadId !== undefined) {
    const talks = await talksOfPerson(deps, tenantId, leadId);
    const erased = talks.find((talk) => isErased(talk) && report.conversationIds.includes(talk.id));
    if (erased !== undefined) {
      await deps.reports.erase(tenantId, erased.id);
      throw new HubError('NOT_FOUND');
    }
  }
  for (const { conversationId, ...alert } of found.alerts) await raiseAlert(deps, { tenantId, conversationId }, alert);
  return reportOf(report);
}

/**
 * Makes a report of the team that nobody waits for, and keeps it once: the same `id` again changes nothing. It is about the days before
 * `dueAt`, however late it is made. `isNew`: no other run made it first.
 */
export async function makeDueReport(
  deps: TeamReportDeps,
  asked: Pick<KeptReport, 'id' | 'tenantId' | 'by'> & { kind: ScheduledReportKind; dueAt: number },
): Promise<{ report: KeptReport; isNew: boolean }> {
  const { tenantId, kind, dueAt } = asked;
  const timeZone = await deps.timeZoneOf(tenantId);
  const now = deps.clock.now();
  const period = kind === 'pipeline' ? null : periodOf({}, dueAt, timeZone);
  const found = await teamDraft(deps, tenantId, { kind, period }, now);
  const report = await writeReport(deps, { ...asked, period, timeZone, now, isPressed: false }, found);
  return { report, isNew: await deps.reports.add(report, mostReports) };
}

interface Asked extends Pick<KeptReport, 'id' | 'tenantId' | 'kind' | 'by' | 'timeZone'> {
  period: Period | null;
  now: number;
  isPressed: boolean;
}

async function writeReport(
  deps: Pick<TeamReportDeps, 'model' | 'brokerageOf'>,
  { id, tenantId, kind, by, timeZone, period, now, isPressed }: Asked,
  { title, drafts, complete, conversationIds, people }: Found,
): Promise<KeptReport> {
  const [newest] = conversationIds;
  const sections = await writeProse(deps.model, {
    title,
    brokerage: await deps.brokerageOf(tenantId),
    before: period === null ? null : `the ${period.days.count} ${period.days.count === 1 ? 'day' : 'days'} before`,
    drafts,
    order: { userKey: tenantId, people, staff: { pressed: isPressed, conversationId: newest ?? null } },
  });
  return {
    ...{ id, tenantId, kind, title, timeZone, createdAt: now, by, complete, sections },
    ...{ leadId: null, conversationIds },
    period: period === null ? null : { from: period.days.from, to: period.days.to },
  };
}

interface Found {
  title: string;
  drafts: Draft[];
  complete: boolean;
  conversationIds: string[];
  /** Names that no model reads. */
  people: string[];
  analysis: LeadAnalysis | null;
  /** The alerts that supervisors get from it. */
  alerts: LeadAlert[];
}

interface Team {
  kind: ReportKind;
  period: Period | null;
}

async function teamDraft(deps: ReportDeps, tenantId: string, request: Team, now: number): Promise<Found> {
  const { kind, period } = request;
  const pipeline = kind === 'weekly' ? null : await readPipeline(deps, tenantId, now);
  const read = period === null ? null : await readPeriod(deps, tenantId, period, now);
  const names = (read?.talks ?? []).flatMap(({ talk }) => Object.values(talk.said).map(({ name }) => name));
  const base = { conversationIds: [], people: [...new Set(names)].filter(Boolean), analysis: null, alerts: [] };
  const complete = pipeline?.complete !== false && read?.complete !== false;
  if (read === null || period === null)
    return {
      ...base,
      title: 'Pipeline report',
      drafts: pipeline === null ? [] : pipelineReport(pipeline, now),
      complete,
    };
  return pipeline === null
    ? { ...base, title: 'Weekly team report', drafts: weeklyReport(read, period, now), complete }
    : { ...base, title: 'Executive briefing', drafts: executiveBriefing(read, pipeline, period, now), complete };
}

async function leadDraft(deps: MakeReportDeps, scope: StaffScope, leadId: string, now: number): Promise<Found> {
  const read = await readLeadReport(deps, scope, leadId);
  const { name } = read.lead;
  return {
    title: name === undefined ? 'Lead summary' : `Lead summary: ${name}`,
    drafts: leadReport(read, now),
    ...leadAnalysis(read, now),
    complete: true,
    conversationIds: read.talks.map(({ id }) => id),
    people: [...(name === undefined ? [] : [name]), ...read.tasks.map(({ owner }) => owner.name)],
  };
}

/** A report as it crosses the wire. */
export const reportOf = ({ sections, analysis, ...report }: KeptReport): Report => ({
  ...headOf(report),
  sections,
  ...(analysis ? { analysis } : {}),
});

export const headOf = (report: Omit<KeptReport, 'sections'>): Omit<Report, 'sections' | 'analysis'> => ({
  reportId: report.id,
  kind: report.kind,
  title: report.title,
  ...(report.leadId === null ? {} : { leadId: report.leadId }),
  ...(report.period === null ? {} : { period: report.period }),
  timeZone: report.timeZone,
  createdAt: isoOf(report.createdAt),
  by: report.by,
  complete: report.complete,
});
