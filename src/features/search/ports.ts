import type { IndexedLine } from './model.ts';

export interface SearchStore {
  /** The same conversation, log and seq again replaces what was there. */
  put(line: IndexedLine): Promise<void>;
  /** Lines of the tenant with this key and `from <= at < until`, newest first. */
  find(tenantId: string, key: string, range: { from: number; until: number; limit: number }): Promise<IndexedLine[]>;
  /** All lines of a conversation. */
  remove(conversationId: string): Promise<void>;
}
