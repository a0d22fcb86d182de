import type { SavedReply } from '../../features/settings/model.ts';
import type { SavedReplyStore } from '../../features/settings/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Saved replies in this process only: gone with it. */
export function createMemorySavedReplyStore(): SavedReplyStore {
  const replies = new Map<string, SavedReply>();
  const ownOf = (tenantId: string, replyId: string): SavedReply | null => {
    const reply = replies.get(replyId);
    return reply?.tenantId === tenantId ? reply : null;
  };

  return {
    async list(tenantId, ownerId) {
      const found = [...replies.values()].filter((one) => one.tenantId === tenantId && one.ownerId === ownerId);
      return jsonCopy(found.toSorted((a, b) => a.createdAt - b.createdAt));
    },
    async find(tenantId, replyId) {
      return jsonCopy(ownOf(tenantId, replyId));
    },
    async add(reply) {
      replies.set(reply.id, jsonCopy(reply));
    },
    async change(tenantId, replyId, change) {
      const reply = ownOf(tenantId, replyId);
      if (reply) replies.set(replyId, { ...reply, ...jsonCopy(change) });
    },
    async remove(tenantId, replyId) {
      if (ownOf(tenantId, replyId)) replies.delete(replyId);
    },
  };
}
