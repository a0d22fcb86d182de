import type { OwnCard, Unanswered } from '../../features/knowledge/model.ts';
import type { KnowledgeStore } from '../../features/knowledge/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Cards and open questions in this process only: gone with it. */
export function createMemoryKnowledgeStore(): KnowledgeStore {
  const cards = new Map<string, OwnCard>();
  const unanswered = new Map<string, Unanswered>();

  function take<T extends { tenantId: string }>(from: Map<string, T>, tenantId: string, id: string): T | null {
    const found = from.get(id);
    if (found?.tenantId !== tenantId) return null;
    from.delete(id);
    return found;
  }
  const unansweredOf = (tenantId: string): Unanswered[] =>
    [...unanswered.values()].filter((one) => one.tenantId === tenantId);

  return {
    async listCards(tenantId) {
      const own = [...cards.values()].filter((card) => card.tenantId === tenantId);
      return jsonCopy(own.toSorted((a, b) => b.at - a.at));
    },
    async findCard(tenantId, cardId) {
      const card = cards.get(cardId);
      return card?.tenantId === tenantId ? jsonCopy(card) : null;
    },
    async putCards(given) {
      for (const card of given) cards.set(card.id, jsonCopy(card));
    },
    async removeCard(tenantId, cardId) {
      return take(cards, tenantId, cardId);
    },

    async listUnanswered(tenantId) {
      return jsonCopy(unansweredOf(tenantId).toSorted((a, b) => b.times - a.times || b.at - a.at));
    },
    async noteUnanswered(asked, most) {
      const times = (unanswered.get(asked.id)?.times ?? 0) + 1;
      unanswered.set(asked.id, jsonCopy({ ...asked, times }));
      const oldestFirst = unansweredOf(asked.tenantId).toSorted((a, b) => a.at - b.at);
      for (const { id } of oldestFirst.slice(0, -most)) unanswered.delete(id);
    },
    async removeUnanswered(tenantId, questionId) {
      return take(unanswered, tenantId, questionId);
    },
    async eraseUnanswered(tenantId, conversationId) {
      for (const one of unansweredOf(tenantId)) if (one.conversationId === conversationId) unanswered.delete(one.id);
    },
  };
}
