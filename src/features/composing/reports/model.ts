import type { ReportKind } from '../../../contract/reportFigures.ts';
import type { ReportSection } from '../../../contract/rest/reports.ts';

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
}
