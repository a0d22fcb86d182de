import type { Entry } from '../../contract/log/entry.ts';
import { logKindOf } from '../../contract/log/entry.ts';
import type { LogKind } from '../../contract/log/logs.ts';
import {
  type EntryRecord,
  type EntryStore,
  helpTypes,
  type Inserted,
  longestOwedMs,
} from '../../features/conversations/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

const dayMs = 86_400_000;

/** Logs in this process only: gone with it. */
export function createMemoryEntryStore(): EntryStore {
  // Gapless from 1, so that seq n stands at index n - 1. A seq above the head is kept sparse, as the database would.
  const logs = new Map<string, Entry[]>();
  const records = new Map<string, EntryRecord>();
  /** The keys of those with an `owedAt`. */
  const owed = new Set<string>();
  const owedOf = (conversationId: string): EntryRecord[] =>
    [...owed].flatMap((key) => {
      const record = records.get(key);
      return record?.entry.conversationId === conversationId ? [record] : [];
    });
  const ofTurns = (conversationId: string): EntryRecord[] =>
    owedOf(conversationId).filter(({ settledBy = 'turn' }) => settledBy === 'turn');
  const logOf = (conversationId: string, kind: LogKind): Entry[] => logs.get(`${kind}:${conversationId}`) ?? [];

  function settle(record: EntryRecord): void {
    record.owedAt = null;
    owed.delete(record.onceKey);
  }

  function put(record: EntryRecord): Inserted {
    if (records.has(record.onceKey)) return 'once-taken';
    const kept = jsonCopy(record);
    const { entry } = kept;
    const kind = logKindOf(entry.type);
    const log = logOf(entry.conversationId, kind);
    if (log[entry.seq - 1]) return 'seq-taken';
    log[entry.seq - 1] = entry;
    logs.set(`${kind}:${entry.conversationId}`, log);
    records.set(kept.onceKey, kept);
    if (kept.owedAt !== null) owed.add(kept.onceKey);
    return 'inserted';
  }

  return {
    async head(conversationId, kind) {
      return logOf(conversationId, kind).length;
    },
    async insert(record) {
      return put(record);
    },
    async insertAll(all) {
      const outcomes: Inserted[] = [];
      for (const record of all) {
        const outcome = put(record);
        outcomes.push(outcome);
        if (outcome !== 'inserted') break;
      }
      return outcomes;
    },
    async findOnce(onceKey) {
      return jsonCopy(records.get(onceKey) ?? null);
    },
    async writtenBetween(from, to) {
      const places = new Map<string, { tenantId: string; conversationId: string }>();
      for (const { tenantId, entry } of records.values()) {
        const at = Date.parse(entry.at);
        const { conversationId } = entry;
        if (at >= from && at <= to) places.set(conversationId, { tenantId, conversationId });
      }
      return [...places.values()];
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
    async listOwed(now, limit) {
      const found = [...owed].map((key) => records.get(key)).filter((record) => record !== undefined);
      return jsonCopy(
        found
          .map(({ tenantId, entry, owedAt, settledBy = 'turn' }) => ({ tenantId, entry, at: owedAt ?? 0, settledBy }))
          .filter(({ at }) => at <= now || at > now + longestOwedMs)
          .sort((a, b) => a.at - b.at)
          .slice(0, limit),
      );
    },
    async settleOwed(conversationId, through) {
      for (const record of ofTurns(conversationId))
        if (record.entry.seq <= through[logKindOf(record.entry.type)]) settle(record);
    },
    async postponeOwed(conversationId, at) {
      for (const record of ofTurns(conversationId)) record.owedAt = at;
    },
    async setOwed({ conversationId, type, seq }, owing) {
      const kind = logKindOf(type);
      const record = owedOf(conversationId).find(({ entry }) => logKindOf(entry.type) === kind && entry.seq === seq);
      if (record === undefined) return;
      if (owing === null) settle(record);
      else Object.assign(record, { owedAt: owing.at, settledBy: owing.settledBy });
    },
    async helpOn(tenantId, day, limit) {
      const found = [...records.values()].filter(
        (record) =>
          record.tenantId === tenantId &&
          helpTypes.has(record.entry.type) &&
          Math.floor(Date.parse(record.entry.at) / dayMs) === day,
      );
      const byTime = found.map(({ entry }) => entry).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      return jsonCopy(byTime.slice(0, limit));
    },
    async listOf(conversationId, type, limit) {
      if (limit < 1) return [];
      return jsonCopy(
        logOf(conversationId, logKindOf(type))
          .filter((entry) => entry?.type === type)
          .slice(-limit),
      );
    },
  };
}
