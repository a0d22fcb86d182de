import type { Turn } from '../../features/turns/model.ts';
import { withWritten } from '../../features/turns/newestTurns.ts';
import type { TurnStore } from '../../features/turns/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Turns in this process only: gone with it. */
export function createMemoryTurnStore(): TurnStore {
  const turnsOf = new Map<string, Map<number, Turn>>();
  const byId = new Map<string, Turn>();
  const ascending = (conversationId: string): Turn[] =>
    [...(turnsOf.get(conversationId)?.values() ?? [])].sort((a, b) => a.turnNo - b.turnNo);

  return {
    async newest(conversationId) {
      return jsonCopy(ascending(conversationId).at(-1) ?? null);
    },
    async insert(turn) {
      const turns = turnsOf.get(turn.conversationId) ?? new Map<number, Turn>();
      if (turns.has(turn.turnNo) || byId.has(turn.id)) return false;
      const kept = jsonCopy(turn);
      turns.set(turn.turnNo, kept);
      turnsOf.set(turn.conversationId, turns);
      byId.set(turn.id, kept);
      return true;
    },
    async markDone({ id }, effectIndexes, written) {
      const turn = byId.get(id);
      if (turn === undefined) return;
      turn.done = [...new Set([...turn.done, ...effectIndexes])];
      Object.assign(turn, withWritten(turn, written));
    },
    async markMisread(conversationId, seq, misread) {
      const turn = ascending(conversationId).findLast(
        ({ throughSeq, event }) => throughSeq < seq && event.happened.some(({ kind }) => kind === 'visitor-message'),
      );
      if (turn !== undefined) turn.misread = jsonCopy(misread);
      return turn !== undefined;
    },
    async listMisread(tenantId, limit) {
      const marked = [...byId.values()].filter((turn) => turn.tenantId === tenantId && turn.misread !== undefined);
      const newest = marked.sort((a, b) => ((a.misread?.at ?? '') < (b.misread?.at ?? '') ? 1 : -1));
      return jsonCopy(newest.slice(0, limit));
    },
    async rewrite(turn) {
      const turns = turnsOf.get(turn.conversationId);
      if (!turns?.has(turn.turnNo)) return;
      const kept = jsonCopy(turn);
      turns.set(turn.turnNo, kept);
      byId.set(turn.id, kept);
    },
    async remove(conversationId) {
      for (const { id } of ascending(conversationId)) byId.delete(id);
      turnsOf.delete(conversationId);
    },
    async list(conversationId, limit, afterNo = 0) {
      return jsonCopy(
        ascending(conversationId)
          .filter(({ turnNo }) => turnNo > afterNo)
          .slice(0, limit),
      );
    },
  };
}
