import type { IndexedLine } from '../../features/search/model.ts';
import type { SearchStore } from '../../features/search/ports.ts';
import { jsonCopy } from './jsonCopy.ts';

/** The words of this process only: gone with it. */
export function createMemorySearchStore(): SearchStore {
  const lines = new Map<string, IndexedLine>();
  return {
    async put(line) {
      lines.set(`${line.conversationId}:${line.log}:${line.seq}`, jsonCopy(line));
    },
    async remove(conversationId) {
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
