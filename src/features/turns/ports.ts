import type { Turn } from './model.ts';

export interface TurnStore {
  newest(conversationId: string): Promise<Turn | null>;
  /** False when that turnNo exists. */
  insert(turn: Turn): Promise<boolean>;
  markDone(turnId: string, effectIndexes: readonly number[]): Promise<void>;
  /** Ascending. */
  list(conversationId: string, limit: number): Promise<Turn[]>;
  /** All turns of a conversation whose words are deleted. */
  remove(conversationId: string): Promise<void>;
}
