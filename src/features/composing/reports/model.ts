import type { ReportKind, ScheduledReportKind } from '../../../contract/reportFigures.ts';
import type { LeadAnalysis, ReportSection } from '../../../contract/rest/reports.ts';
import type { Weekday } from '../../../contract/rest/settingsLimits.ts';

/** A report as it was made; it is never written anew. */
export interface KeptReport {
  id: string;
  tenantId: string;
  kind: ReportKind;
  title: string;
  /** Of a lead summary: whose it is, and the conversations whose words it rests on. */
  leadId: string | null;
  conversationIds: string[];
  /** Days, both included; null where it tells how things stood. */
  period: { from: string; to: string } | null;
  timeZone: string;
  createdAt: number;
  by: { id: string; name: string };
  complete: boolean;
  sections: ReportSection[];
  /** Of a lead summary; null or absent in those of earlier builds. */
  analysis?: LeadAnalysis | null;
}

/** Makes a report on some days of the week, by the brokerage's clock. It is never changed. */
export interface ReportSchedule {
  id: string;
  tenantId: string;
  kind: ScheduledReportKind;
  /** In the order of the week. */
  weekdays: Weekday[];
  /** `08:30`. */
  time: string;
  createdAt: number;
  /** The person who set it, even if they have left the team. */
  by: { id: string; name: string };
}
