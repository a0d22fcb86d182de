import { LRUCache } from 'lru-cache';
import type { Clock } from '../../kernel/clock.ts';
import type { Wakeups } from '../../kernel/wakeups.ts';
import type { Block } from './model.ts';
import type { BlockStore } from './ports.ts';

export interface Blocklist {
  /**
   * The block that holds against whoever writes, or their address; null when there is none. Asked for every message, so it seldom asks
   * the store.
   */
  find(tenantId: string, who: { writerId: string; addressKey: string | null }): Promise<Block | null>;
  /** This tenant's blocks changed: every node looks again. */
  changed(tenantId: string): void;
  /** Calls `listener` when they did, on this node or another, until the returned function is called. */
  onChange(listener: (tenantId: string) => void): () => void;
}

/** How long the list is trusted when no hint comes, as from another node while Redis is away. */
const trustMs = 5_000;
const topic = 'blocks';

/** One node's list of blocks. While the store does not answer, the last known list holds. */
export function createBlocklist(deps: { store: Pick<BlockStore, 'list'>; wakeups: Wakeups; clock: Clock }): Blocklist {
  const { store, wakeups, clock } = deps;
  const known = new LRUCache<string, { blocks: Promise<readonly Block[]>; until: number }>({ max: 10_000 });
  wakeups.subscribe(topic, (hint) => {
    const entry = known.get(String(hint.tenantId));
    if (entry) entry.until = 0;
  });

  function blocksOf(tenantId: string): Promise<readonly Block[]> {
    const before = known.get(tenantId);
    if (before && before.until > clock.now()) return before.blocks;
    const read = store.list(tenantId, clock.now());
    const blocks = before === undefined ? read : read.catch(() => before.blocks);
    known.set(tenantId, { blocks, until: clock.now() + trustMs });
    blocks.catch(() => known.delete(tenantId));
    return blocks;
  }

  return {
    async find(tenantId, { writerId, addressKey }) {
      const now = clock.now();
      const stands = ({ kind, target, until }: Block): boolean =>
        (until === null || until > now) && target === (kind === 'visitor' ? writerId : addressKey);
      return (await blocksOf(tenantId)).find(stands) ?? null;
    },
    onChange: (listener) => wakeups.subscribe(topic, (hint) => listener(String(hint.tenantId))),
    changed(tenantId) {
      wakeups.publish(topic, { kind: 'blocks-changed', tenantId });
    },
  };
}
