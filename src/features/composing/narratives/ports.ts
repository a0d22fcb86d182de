import type { BatchItem, KeptNarrative, NarrativeBatch } from './model.ts';

export interface NarrativeStore {
  add(narrative: KeptNarrative): Promise<void>;
  /** Null also when it is another tenant's, or may be forgotten by `now` (ms since the epoch). */
  find(tenantId: string, narrativeId: string, now: number): Promise<KeptNarrative | null>;
  /** The newest with this key that may not be forgotten yet; on several nodes, the newest that this one knows of. */
  newestOf(tenantId: string, cacheKey: string, now: number): Promise<KeptNarrative | null>;
  change(
    tenantId: string,
    narrativeId: string,
    change: Partial<Pick<KeptNarrative, 'sealed' | 'distance' | 'rating' | 'expiresAt'>>,
  ): Promise<void>;
  /** Those that were written for a lead and may not be forgotten yet, by their ids, at most `writingsPage`; with `after` those past that id. */
  ofLead(tenantId: string, leadId: string, now: number, after?: string): Promise<KeptNarrative[]>;
  /** Removes those that were written for a lead. */
  eraseOfLead(tenantId: string, leadId: string): Promise<void>;

  addBatch(batch: NarrativeBatch): Promise<void>;
  /** Null also when it is another tenant's. */
  findBatch(tenantId: string, batchId: string): Promise<NarrativeBatch | null>;
  /** Puts the outcome of its item number `at` (from 0), which several may do at once for different ones. */
  setItem(tenantId: string, batchId: string, at: number, item: BatchItem): Promise<void>;
  cancelBatch(tenantId: string, batchId: string): Promise<void>;
}
