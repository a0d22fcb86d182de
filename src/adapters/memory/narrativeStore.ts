import type { KeptNarrative, NarrativeBatch } from '../../features/composing/narratives/model.ts';
import type { NarrativeStore } from '../../features/composing/narratives/ports.ts';
import { writingsPage } from '../../features/composing/writingsPage.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Narratives in this process only: gone with it. */
export function createMemoryNarrativeStore(): NarrativeStore {
  const kept = new Map<string, KeptNarrative>();
  const batches = new Map<string, NarrativeBatch>();
  const batchOf = (tenantId: string, id: string): NarrativeBatch | null => {
    const found = batches.get(id);
    return found?.tenantId === tenantId ? found : null;
  };
  const held = (tenantId: string, id: string): KeptNarrative | null => {
    const found = kept.get(id);
    return found?.tenantId === tenantId ? found : null;
  };
  return {
    async add(narrative) {
      for (const { id, expiresAt } of kept.values()) if (expiresAt <= narrative.createdAt) kept.delete(id);
      kept.set(narrative.id, jsonCopy(narrative));
    },
    async find(tenantId, narrativeId, now) {
      const found = held(tenantId, narrativeId);
      return found !== null && found.expiresAt > now ? jsonCopy(found) : null;
    },
    async newestOf(tenantId, cacheKey, now) {
      const all = [...kept.values()].filter((one) => one.tenantId === tenantId && one.cacheKey === cacheKey);
      const newest = all.filter(({ expiresAt }) => expiresAt > now).sort((a, b) => b.createdAt - a.createdAt)[0];
      return newest === undefined ? null : jsonCopy(newest);
    },
    async change(tenantId, narrativeId, change) {
      const found = held(tenantId, narrativeId);
      if (found !== null) kept.set(narrativeId, { ...found, ...jsonCopy(change) });
    },
    async ofLead(tenantId, leadId, now, after = '') {
      const found = [...kept.values()].filter((one) => one.tenantId === tenantId && one.leadId === leadId);
      const rest = found.filter(({ id, expiresAt }) => id > after && expiresAt > now);
      return jsonCopy(rest.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, writingsPage));
    },
    async eraseOfLead(tenantId, leadId) {
      for (const one of kept.values()) if (one.tenantId === tenantId && one.leadId === leadId) kept.delete(one.id);
    },

    async addBatch(batch) {
      for (const { id, expiresAt } of batches.values()) if (expiresAt <= batch.createdAt) batches.delete(id);
      batches.set(batch.id, jsonCopy(batch));
    },
    async findBatch(tenantId, batchId) {
      return jsonCopy(batchOf(tenantId, batchId));
    },
    async setItem(tenantId, batchId, at, item) {
      const batch = batchOf(tenantId, batchId);
      if (batch === null) return;
      const items = batch.items.map((one, index) => (index === at ? jsonCopy(item) : one));
      batches.set(batchId, { ...batch, items });
    },
    async cancelBatch(tenantId, batchId) {
      const batch = batchOf(tenantId, batchId);
      if (batch !== null) batches.set(batchId, { ...batch, canceled: true });
    },
  };
}
