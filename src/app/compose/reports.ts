import type { ListReportsDeps } from '../../features/composing/reports/listReports.ts';
import type { MakeReportDeps } from '../../features/composing/reports/makeReport.ts';
import type { SchedulesDeps } from '../../features/composing/reports/manageSchedules.ts';
import type { RunScheduleDeps } from '../../features/composing/reports/runSchedule.ts';
import type { ReportMailDeps } from '../../features/composing/reports/sendReportMail.ts';
import { admitPress } from '../../features/llm/admitPress.ts';
import type { Mailer } from '../../features/settings/ports.ts';
import { newId } from '../../kernel/ids.ts';
import type { RateLimits } from '../../kernel/rateLimits.ts';
import type { Stores } from '../stores.ts';
import type { ConversationParts } from './conversations.ts';
import type { ModelParts } from './model.ts';
import type { TenantParts } from './tenants.ts';

export type Reporting = MakeReportDeps & ListReportsDeps & SchedulesDeps & RunScheduleDeps & ReportMailDeps;

/** Makes reports, on request and on schedule. */
export const composeReports = (
  stores: Pick<
    Stores,
    | 'reports'
    | 'reportSchedules'
    | 'conversations'
    | 'entries'
    | 'appointments'
    | 'tasks'
    | 'leads'
    | 'records'
    | 'notifications'
    | 'identity'
  >,
  {
    tenants,
    model,
    conversations,
  }: Pick<TenantParts, 'tenants'> &
    Pick<ModelParts, 'model'> & { conversations: Pick<ConversationParts, 'appender' | 'jobs' | 'clock' | 'wakeups'> },
  given: { rateLimits: RateLimits; mailer: Mailer | null; publicUrl: string | null },
): Reporting => ({
  ...stores,
  ...given,
  ...{ model, newId },
  schedules: stores.reportSchedules,
  timeZoneOf: tenants.timeZoneOf,
  brokerageOf: async (tenantId) => (await tenants.settingsOf(tenantId)).settings.brokerage,
  admit: admitPress({ rateLimits: given.rateLimits, model }),
  appender: conversations.appender,
  jobs: conversations.jobs,
  clock: conversations.clock,
  wakeups: conversations.wakeups,
});
