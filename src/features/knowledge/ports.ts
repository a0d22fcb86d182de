import type { OwnCard, Unanswered } from './model.ts';

/** The cards that a brokerage added itself, and the questions that nobody could answer. */
export interface KnowledgeStore {
  /** Newest first. */
  listCards(tenantId: string): Promise<OwnCard[]>;
  findCard(tenantId: string, cardId: string): Promise<OwnCard | null>;
  /** In place of earlier ones of the same ids. */
  putCards(cards: readonly OwnCard[]): Promise<void>;
  /** Returns what it removed; null when there was nothing. */
  removeCard(tenantId: string, cardId: string): Promise<OwnCard | null>;

  /** Those asked most often first, the newest of them first. */
  listUnanswered(tenantId: string): Promise<Unanswered[]>;
  /** Once more, where it is known already; of the tenant at most `most` are kept, those asked most and last. */
  noteUnanswered(asked: Omit<Unanswered, 'times'>, most: number): Promise<void>;
  /** Returns what it removed; null when there was nothing. */
  removeUnanswered(tenantId: string, questionId: string): Promise<Unanswered | null>;
  /** Forgets the questions whose words came last from this conversation. */
  eraseUnanswered(tenantId: string, conversationId: string): Promise<void>;
}
