import type { FileBytes, StoredFile } from '../../features/files/model.ts';
import type { FileStore } from '../../features/files/ports.ts';

/** Files in this process only: gone with it. */
export function createMemoryFileStore(): FileStore {
  const files = new Map<string, { file: StoredFile; bytes: FileBytes | null }>();
  const own = (tenantId: string, id: string) => {
    const found = files.get(id);
    return found?.file.tenantId === tenantId ? found : undefined;
  };
  const removeWhere = (goes: (file: StoredFile) => boolean, limit = Number.POSITIVE_INFINITY): number => {
    const gone = [...files.values()].map(({ file }) => file).filter(goes);
    const ids = gone.sort((a, b) => a.uploadedAt - b.uploadedAt).map(({ id }) => id);
    for (const id of ids.slice(0, limit)) files.delete(id);
    return Math.min(ids.length, limit);
  };
  const count = (counts: (file: StoredFile) => boolean, upTo: number): number =>
    Math.min(upTo, [...files.values()].filter(({ file }) => counts(file)).length);
  return {
    async add(file) {
      files.set(file.id, { file: { ...file }, bytes: null });
    },
    async keepBytes({ tenantId, id }, bytes) {
      const found = own(tenantId, id);
      if (found === undefined) return false;
      found.bytes = bytes;
      found.file.isWhole = true;
      return true;
    },
    async find(tenantId, id) {
      const found = own(tenantId, id);
      return found === undefined ? null : { ...found.file };
    },
    async read({ id }, size) {
      return files.get(id)?.bytes?.[size] ?? null;
    },
    async use({ tenantId, conversationId, by, id }, usedBy) {
      const file = own(tenantId, id)?.file;
      if (file === undefined || file.conversationId !== conversationId || file.by !== by || !file.isWhole) return null;
      if (file.usedBy !== null && file.usedBy !== usedBy) return null;
      file.usedBy = usedBy;
      return { ...file };
    },
    async giveBack(tenantId, id, usedBy) {
      const file = own(tenantId, id)?.file;
      if (file?.usedBy === usedBy) file.usedBy = null;
    },
    async countOfConversation(tenantId, conversationId, upTo) {
      return count((file) => file.tenantId === tenantId && file.conversationId === conversationId, upTo);
    },
    async countOfTenant(tenantId, upTo, only) {
      return count((file) => file.tenantId === tenantId && (only === undefined || file.usedBy === null), upTo);
    },
    async removeUnsent(before, limit) {
      return removeWhere((file) => file.usedBy === null && file.uploadedAt < before, limit);
    },
    async removeOf(tenantId, conversationId) {
      removeWhere((file) => file.tenantId === tenantId && file.conversationId === conversationId);
    },
  };
}
