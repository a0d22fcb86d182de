import type { RowKeeperStore } from '../../features/conversations/board/ports.ts';

/** The nodes of this process only: gone with it. */
export function createMemoryRowKeeperStore(): RowKeeperStore {
  const nodes = new Map<string, number>();
  return {
    async keeps(node, at) {
      nodes.set(node, at);
    },
    async silentSince(since) {
      return [...nodes].flatMap(([node, at]) => (at < since ? [{ node, at }] : []));
    },
    async forget(node) {
      nodes.delete(node);
    },
  };
}
