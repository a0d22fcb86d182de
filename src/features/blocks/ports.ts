import type { Block } from './model.ts';

export interface BlockStore {
  /** Those that stand at `now`, the newest first. */
  list(tenantId: string, now: number): Promise<Block[]>;
  /** In place of an earlier one of the same id; those of the tenant that ended before `block.at` go. */
  put(block: Block): Promise<void>;
  /** Returns what it removed; null when there was nothing. */
  remove(tenantId: string, blockId: string): Promise<Block | null>;
  /** Forgets the reason: a block from a conversation whose words are deleted stands without them. */
  eraseReasons(tenantId: string, conversationId: string): Promise<void>;
}
