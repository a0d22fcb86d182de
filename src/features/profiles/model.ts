import type { Slot } from '../../contract/entries.ts';

/** A person as far as the brokerage knows them. */
export interface Lead {
  id: string;
  tenantId: string;
  /** The visitor whose talk began it. */
  visitorId: string;
  name: string | null;
  createdAt: number;
  /** By slot name: the value, its words, and the conversation they stand in. */
  fields: Record<string, Slot & { conversationId: string }>;
  /** Asked not to be contacted any more. */
  suppressedAt: number | null;
}
