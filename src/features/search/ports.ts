import type { IndexedLine } from './model.ts';

export interface SearchStore {
  /** The same conversation, log and seq again replaces what was there. It may be found a moment later: after `settle` it is. */
  put(line: IndexedLine): Promise<void>;
  /** Lines of the tenant with this key and `from <= at < until`, newest first. */
  find(tenantId: string, key: string, range: { from: number; until: number; limit: number }): Promise<IndexedLine[]>;
  /** Until all that was put here can be found. */
  settle(): Promise<void>;
  /** Of the lines that are named nothing is ever found again, whatever is put of them later. */
  eraseLines(conversationId: string, lines: readonly Pick<IndexedLine, 'log' | 'seq'>[]): Promise<void>;
  /** Removes what is found of a conversation. As `eraseLines` of those that are named. */
  erase(conversationId: string, lines: readonly Pick<IndexedLine, 'log' | 'seq'>[]): Promise<void>;
}
