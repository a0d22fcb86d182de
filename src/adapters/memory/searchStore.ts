import type { IndexedLine } from '../../features/search/model.ts';
import type { SearchStore } from '../../features/search/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** The words of this process only: gone with it. */
export function createMemorySearchStore(): SearchStore {
  const lines = new Map<string, IndexedLine>();
  const erased = new Set<string>();
  const idOf = ({ conversationId, log, seq }: Pick<IndexedLine, 'conversationId' | 'log' | 'seq'>) =>
    `${conversationId}:${log}:${seq}`;
  return {
    async put(line) {
      if (!erased.has(idOf(line))) lines.set(idOf(line), jsonCopy(line));
    },
    async settle() {},
    async eraseLines(conversationId, named) {
      for (const line of named) {
        erased.add(idOf({ conversationId, ...line }));
        lines.delete(idOf({ conversationId, ...line }));
      }
    },
    async erase(conversationId, named) {
      for (const line of named) erased.add(idOf({ conversationId, ...line }));
      for (const [key, line] of lines) if (line.conversationId === conversationId) lines.delete(key);
    },
    async find(tenantId, key, { from, until, limit }) {
      const found = [...lines.values()].filter(
        (line) => line.tenantId === tenantId && line.at >= from && line.at < until && line.keys.includes(key),
      );
      return jsonCopy(found.sort((a, b) => b.at - a.at).slice(0, limit));
    },
  };
}
