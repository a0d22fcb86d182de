import { LRUCache } from 'lru-cache';
import type { Clock } from '../../kernel/clock.ts';
import type { Wakeups } from '../../kernel/wakeups.ts';
import type { TenantVersions } from '../tenants/tenantVersions.ts';
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

/** How long the list is trusted when no hint comes, as from another node while Redis is away: then the tenant's version is read. */
const trustMs = 5_000;
const tenantsHeld = 10_000;
const topic = 'blocks';

interface Known {
  /** Null until they were read. */
  blocks: readonly Block[] | null;
  trustedUntil: number;
  /** How many came: a node of the version before raises no version of the tenant, and tells of a change by a hint alone. */
  hints: number;
}

/** One node's list of blocks, read when the tenant's version says so. While the store does not answer, the last known list holds. */
export function createBlocklist(
  deps: Pick<TenantVersions, 'readVersion' | 'holdEach'> & {
    store: Pick<BlockStore, 'list'>;
    wakeups: Wakeups;
    clock: Clock;
  },
): Blocklist {
  const { store, wakeups, clock } = deps;
  const tenants = new LRUCache<string, Known>({ max: tenantsHeld });
  const listAfter = deps.holdEach('blocks', tenantsHeld, (tenantId) => store.list(tenantId, clock.now()));
  wakeups.subscribe(topic, (hint) => {
    const known = tenants.get(String(hint.tenantId));
    if (known) known.hints += 1;
  });

  async function blocksOf(tenantId: string): Promise<readonly Block[]> {
    const known = tenants.get(tenantId) ?? { blocks: null, trustedUntil: 0, hints: 0 };
    tenants.set(tenantId, known);
    try {
      if (known.trustedUntil <= clock.now()) {
        await deps.readVersion(tenantId);
        known.trustedUntil = clock.now() + trustMs;
      }
      known.blocks = await listAfter(tenantId, String(known.hints));
      return known.blocks;
    } catch (error) {
      if (known.blocks === null) throw error;
      return known.blocks;
    }
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
