import type { LedgerRow, LedgerStore } from '../../features/llm/ledger.ts';

const mostRows = 10_000;

/** The newest calls of the model, in this process only. */
export function createMemoryLedgerStore(): LedgerStore {
  const kept = new Map<string, LedgerRow>();
  return {
    async add(rows) {
      for (const row of rows) if (!kept.has(row.id)) kept.set(row.id, { ...row });
      for (const id of kept.keys()) {
        if (kept.size <= mostRows) break;
        kept.delete(id);
      }
    },
    async newest(tenantId, limit, { from, until } = { from: 0, until: Number.POSITIVE_INFINITY }) {
      const own = [...kept.values()].filter((row) => row.tenantId === tenantId && row.at >= from && row.at < until);
      return own.sort((a, b) => b.at - a.at).slice(0, limit);
    },
  };
}
