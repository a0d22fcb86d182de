import type { Entry, LogKind } from '../../contract/entries.ts';
import { logKindOf } from '../../contract/entries.ts';
import type { EntryRecord, EntryStore } from '../../features/conversations/ports.ts';
import { jsonCopy } from './jsonCopy.ts';

/** Logs in this process only: gone with it. */
export function createMemoryEntryStore(): EntryStore {
  // Gapless from 1, so that seq n stands at index n - 1. A seq above the head is kept sparse, as the database would.
  const logs = new Map<string, Entry[]>();
  const records = new Map<string, EntryRecord>();
  const logOf = (conversationId: string, kind: LogKind): Entry[] => logs.get(`${kind}:${conversationId}`) ?? [];

  return {
    async head(conversationId, kind) {
      return logOf(conversationId, kind).length;
    },
    async insert(record) {
      if (records.has(record.onceKey)) return 'once-taken';
      const kept = jsonCopy(record);
      const { entry } = kept;
      const kind = logKindOf(entry.type);
      const log = logOf(entry.conversationId, kind);
      if (log[entry.seq - 1]) return 'seq-taken';
      log[entry.seq - 1] = entry;
      logs.set(`${kind}:${entry.conversationId}`, log);
      records.set(kept.onceKey, kept);
      return 'inserted';
    },
    async findOnce(onceKey) {
      return jsonCopy(records.get(onceKey) ?? null);
    },
    async read(conversationId, kind, fromSeq, toSeq, limit) {
      const found = logOf(conversationId, kind).slice(Math.max(0, fromSeq - 1), Math.max(0, toSeq));
      return jsonCopy(found.filter(Boolean).slice(0, limit));
    },
    async rewrite({ conversationId, seq, type, actor, data }) {
      const entry = logOf(conversationId, logKindOf(type))[seq - 1];
      if (!entry) return;
      Object.assign(entry, jsonCopy({ actor, data }));
      for (const record of records.values()) if (record.entry === entry) record.bodyHash = null;
    },
    async newestOf(conversationId, type) {
      return jsonCopy(logOf(conversationId, logKindOf(type)).findLast((entry) => entry?.type === type) ?? null);
    },
  };
}
