import type { ReportKind } from '../../../contract/reportFigures.ts';
import type { KeptReport, ReportSchedule } from './model.ts';

export interface ReportStore {
  /** Of the tenant at most `most` are kept: the oldest go. False, and nothing changes, where its id was added before. */
  add(report: KeptReport, most: number): Promise<boolean>;
  /** Null also when it is another tenant's. */
  find(tenantId: string, reportId: string): Promise<KeptReport | null>;
  /** Newest first, then by id downward; with `kinds` those alone; with `after` those that come after it in this order. */
  list(
    tenantId: string,
    query: { kinds?: readonly ReportKind[]; after?: { createdAt: number; id: string }; limit: number },
  ): Promise<KeptReport[]>;
  /** Those about a lead, by their ids, at most `writingsPage`; with `after` those past that id. */
  ofLead(tenantId: string, leadId: string, after?: string): Promise<KeptReport[]>;
  /** Removes those that rest on the words of a conversation. */
  erase(tenantId: string, conversationId: string): Promise<void>;
}

export interface ReportScheduleStore {
  add(schedule: ReportSchedule): Promise<void>;
  /** Null also when it is another tenant's. */
  find(tenantId: string, scheduleId: string): Promise<ReportSchedule | null>;
  /** Oldest first. */
  list(tenantId: string): Promise<ReportSchedule[]>;
  /** False where there was none. */
  remove(tenantId: string, scheduleId: string): Promise<boolean>;
}
