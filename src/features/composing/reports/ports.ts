import type { ReportKind } from '../../../contract/reportFigures.ts';
import type { KeptReport } from './model.ts';

export interface ReportStore {
  /** Of the tenant at most `most` are kept: the oldest go. */
  add(report: KeptReport, most: number): Promise<void>;
  /** Null also when it is another tenant's. */
  find(tenantId: string, reportId: string): Promise<KeptReport | null>;
  /** Newest first, then by id downward; with `kinds` those alone; with `after` those that come after it in this order. */
  list(
    tenantId: string,
    query: { kinds?: readonly ReportKind[]; after?: { createdAt: number; id: string }; limit: number },
  ): Promise<KeptReport[]>;
  /** Removes those that rest on the words of a conversation. */
  erase(tenantId: string, conversationId: string): Promise<void>;
}
