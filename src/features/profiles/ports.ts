import type { Lead } from './model.ts';

export interface LeadStore {
  /** The visitor's lead, or a new one from `seed`. */
  openFor(seed: Lead): Promise<Lead>;
  find(tenantId: string, leadId: string): Promise<Lead | null>;
  /** Sets the given fields; others stay. `name` only when given. */
  change(
    tenantId: string,
    leadId: string,
    change: { fields?: Lead['fields']; name?: string; suppressedAt?: number },
  ): Promise<void>;
}
