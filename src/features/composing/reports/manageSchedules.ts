import { mostReportSchedules } from '../../../contract/reportFigures.ts';
import type {
  ReportScheduleAnswer,
  ReportScheduleRequest,
  ReportSchedulesAnswer,
} from '../../../contract/rest/reports.ts';
import { weekdays } from '../../../contract/rest/settingsLimits.ts';
import { type Clock, isoOf } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import type { Jobs } from '../../../kernel/jobs.ts';
import type { StaffScope } from '../../identity/model.ts';
import type { ReportSchedule } from './model.ts';
import { nextTimeOf } from './nextTimeOf.ts';
import type { ReportScheduleStore } from './ports.ts';
import { setRun } from './runSchedule.ts';

export interface SchedulesDeps {
  schedules: ReportScheduleStore;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
  newId(): string;
  timeZoneOf(tenantId: string): Promise<string>;
}

/** @throws HubError `FORBIDDEN` for an agent */
export async function listSchedules(
  deps: Pick<SchedulesDeps, 'schedules' | 'timeZoneOf' | 'clock'>,
  scope: StaffScope,
): Promise<ReportSchedulesAnswer> {
  const tenantId = tenantOf(scope);
  const [found, timeZone] = await Promise.all([deps.schedules.list(tenantId), deps.timeZoneOf(tenantId)]);
  const now = deps.clock.now();
  return { items: found.map((one) => answerOf(one, nextTimeOf(one, now, timeZone), timeZone)) };
}

/** @throws HubError `FORBIDDEN` for an agent; `QUOTA_EXCEEDED` where the brokerage has ten */
export async function addSchedule(
  deps: SchedulesDeps,
  scope: StaffScope,
  request: ReportScheduleRequest,
): Promise<ReportScheduleAnswer> {
  const tenantId = tenantOf(scope);
  if ((await deps.schedules.list(tenantId)).length >= mostReportSchedules)
    throw new HubError('QUOTA_EXCEEDED', {
      says: `There are ${mostReportSchedules} schedules already. Delete one first.`,
    });
  const timeZone = await deps.timeZoneOf(tenantId);
  const now = deps.clock.now();
  const { id, name } = scope.principal;
  const schedule: ReportSchedule = {
    ...{ id: deps.newId(), tenantId, kind: request.kind, time: request.time, createdAt: now, by: { id, name } },
    weekdays: weekdays.filter((day) => request.weekdays.includes(day)),
  };
  const nextAt = nextTimeOf(schedule, now, timeZone);
  await setRun(deps, schedule, nextAt);
  await deps.schedules.add(schedule);
  return answerOf(schedule, nextAt, timeZone);
}

/**
 * Removes a schedule. A run that is already due finds no schedule, and makes nothing.
 * @throws HubError `FORBIDDEN` for an agent; `NOT_FOUND`
 */
export async function removeSchedule(
  { schedules }: Pick<SchedulesDeps, 'schedules'>,
  scope: StaffScope,
  scheduleId: string,
): Promise<void> {
  if (!(await schedules.remove(tenantOf(scope), scheduleId))) throw new HubError('NOT_FOUND');
}

function tenantOf({ tenantId, principal }: StaffScope): string {
  if (principal.role === 'agent') throw new HubError('FORBIDDEN');
  return tenantId;
}

const answerOf = (
  { id, kind, weekdays: days, time, by }: ReportSchedule,
  nextAt: number,
  timeZone: string,
): ReportScheduleAnswer => ({ scheduleId: id, kind, weekdays: days, time, timeZone, nextAt: isoOf(nextAt), by });
