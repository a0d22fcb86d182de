import type { Clock } from '../../../kernel/clock.ts';
import { idFrom } from '../../../kernel/ids.ts';
import type { Job, Jobs } from '../../../kernel/jobs.ts';
import { wallTimeAt } from '../../../kernel/zonedTime.ts';
import type { StaffUser } from '../../identity/model.ts';
import type { IdentityStore } from '../../identity/ports.ts';
import { notifyOfReport } from '../../notifications/notifyOfReport.ts';
import type { NotifyDeps } from '../../notifications/notifyPeople.ts';
import type { Mailer } from '../../settings/ports.ts';
import { makeDueReport, type TeamReportDeps } from './makeReport.ts';
import type { ReportSchedule } from './model.ts';
import { nextTimeOf } from './nextTimeOf.ts';
import type { ReportScheduleStore, ReportStore } from './ports.ts';

export interface RunScheduleDeps extends TeamReportDeps, NotifyDeps {
  schedules: Pick<ReportScheduleStore, 'find'>;
  reports: Pick<ReportStore, 'add' | 'find'>;
  identity: Pick<IdentityStore, 'findUser'>;
  /** Null where the hub sends no email. */
  mailer: Mailer | null;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
}

/** Each time of a schedule has a job of its own: one that is given up takes no later one along. */
export const setRun = (
  { jobs }: Pick<RunScheduleDeps, 'jobs'>,
  { id, tenantId }: Pick<ReportSchedule, 'id' | 'tenantId'>,
  dueAt: number,
): Promise<void> =>
  jobs.schedule({
    ...{ tenantId, kind: 'report', about: idFrom('report-run', id, dueAt), at: dueAt },
    data: { scheduleId: id, dueAt },
  });

/**
 * The job of one time of a schedule: sets the next time, makes the report, and notifies whoever set the schedule. Of a day there is one
 * report, however often and on however many nodes it runs. Of several times that went by unseen the last makes the report.
 */
export async function runSchedule(deps: RunScheduleDeps, { tenantId, data }: Job): Promise<number | null> {
  const schedule = await deps.schedules.find(tenantId, String(data.scheduleId));
  const dueAt = Number(data.dueAt);
  if (schedule === null) return null;
  const now = deps.clock.now();
  if (dueAt > now) return dueAt;
  const timeZone = await deps.timeZoneOf(tenantId);
  const nextAt = nextTimeOf(schedule, dueAt, timeZone);
  await setRun(deps, schedule, nextAt);
  if (nextAt <= now) return null;
  const author = await authorOf(deps, schedule);
  const by = author === null ? { id: schedule.id, name: 'Scheduled' } : { id: author.id, name: author.name };
  // By the day, not the moment: where the brokerage moves to another time zone, the same day may be due twice.
  const { year, month, day } = wallTimeAt(dueAt, timeZone);
  const id = idFrom('scheduled-report', schedule.id, year, month, day);
  const before = await deps.reports.find(tenantId, id);
  const { report, isNew } =
    before === null
      ? await makeDueReport(deps, { id, tenantId, by, kind: schedule.kind, dueAt })
      : { report: before, isNew: false };
  if (author === null) return null;
  const told = { tenantId, userId: author.id, reportId: id, title: report.title };
  await notifyOfReport(deps, { ...told, at: report.createdAt });
  if (isNew && deps.mailer !== null)
    await deps.jobs.schedule({ tenantId, kind: 'report-mail', about: id, at: now, data: { userId: author.id } });
  return null;
}

/** The person who set it, while they may read reports of the team. */
async function authorOf(
  { identity }: Pick<RunScheduleDeps, 'identity'>,
  { tenantId, by }: ReportSchedule,
): Promise<StaffUser | null> {
  const user = await identity.findUser(by.id);
  return user?.tenantId === tenantId && user.active && user.role !== 'agent' ? user : null;
}
