import type { Block } from '../../features/blocks/model.ts';
import type { BlockStore } from '../../features/blocks/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Blocks in this process only: gone with it. */
export function createMemoryBlockStore(): BlockStore {
  const blocks = new Map<string, Block>();
  const standing = (tenantId: string, now: number): Block[] =>
    [...blocks.values()].filter((one) => one.tenantId === tenantId && (one.until === null || one.until > now));

  return {
    async list(tenantId, now) {
      return jsonCopy(standing(tenantId, now).toSorted((a, b) => b.at - a.at));
    },
    async put(block) {
      for (const [id, { tenantId, until }] of blocks)
        if (tenantId === block.tenantId && until !== null && until <= block.at) blocks.delete(id);
      blocks.set(block.id, jsonCopy(block));
    },
    async remove(tenantId, blockId) {
      const block = blocks.get(blockId);
      if (block?.tenantId !== tenantId) return null;
      blocks.delete(blockId);
      return block;
    },
    async eraseReasons(tenantId, conversationId) {
      for (const block of blocks.values())
        if (block.tenantId === tenantId && block.conversationId === conversationId) block.reason = '';
    },
  };
}
