import type { Delivery } from '../../features/webhooks/model.ts';
import type { DeliveryStore } from '../../features/webhooks/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

const newestFirst = (a: Delivery, b: Delivery): number => b.at - a.at || (a.id < b.id ? 1 : -1);
const dueFirst = (a: Delivery, b: Delivery): number => a.dueAt - b.dueAt || a.at - b.at || (a.id < b.id ? -1 : 1);

/** Deliveries of webhooks in this process only: gone with it. */
export function createMemoryDeliveryStore(): DeliveryStore {
  const kept = new Map<string, Delivery>();
  const of = (webhookId: string): Delivery[] => [...kept.values()].filter((one) => one.webhookId === webhookId);
  const waiting = (all: Iterable<Delivery>): Delivery[] =>
    [...all].filter(({ state }) => state === 'waiting').sort(dueFirst);
  function put(deliveryId: string, change: Partial<Delivery>): void {
    const found = kept.get(deliveryId);
    if (found !== undefined) kept.set(deliveryId, { ...found, ...jsonCopy(change) });
  }
  return {
    async addAll(deliveries) {
      for (const one of deliveries) if (!kept.has(one.id)) kept.set(one.id, jsonCopy(one));
    },
    async find(tenantId, deliveryId) {
      const found = kept.get(deliveryId);
      return found?.tenantId === tenantId ? jsonCopy(found) : null;
    },
    async list(webhookId, limit) {
      return jsonCopy(of(webhookId).sort(newestFirst).slice(0, limit));
    },
    async due(webhookId, now, limit) {
      return jsonCopy(
        waiting(of(webhookId))
          .filter(({ dueAt }) => dueAt <= now)
          .slice(0, limit),
      );
    },
    async nextDue(webhookId) {
      return waiting(of(webhookId))[0]?.dueAt ?? null;
    },
    async begin({ id, attempts }, dueAt) {
      const found = kept.get(id);
      if (found?.state !== 'waiting' || found.attempts !== attempts) return false;
      put(id, { attempts: attempts + 1, dueAt });
      return true;
    },
    async end(deliveryId, ended) {
      put(deliveryId, ended);
    },
    async renew(deliveryId, dueAt) {
      put(deliveryId, { state: 'waiting', attempts: 0, dueAt, last: null });
    },
    async putTo(webhookId, dueAt) {
      for (const { id } of waiting(of(webhookId))) put(id, { dueAt });
    },
    async overdue(before, limit) {
      const late = waiting(kept.values()).filter(({ dueAt }) => dueAt < before);
      const byAddress = new Map(late.map((one) => [one.webhookId, one]));
      return [...byAddress.values()].slice(0, limit).map(({ tenantId, webhookId }) => ({ tenantId, webhookId }));
    },
    async trim(webhookId, mostKept) {
      for (const { id } of of(webhookId).sort(newestFirst).slice(mostKept)) kept.delete(id);
    },
    async removeOld(before, limit) {
      const old = [...kept.values()].filter(({ at }) => at < before).sort((a, b) => a.at - b.at);
      for (const { id } of old.slice(0, limit)) kept.delete(id);
    },
    async removeOf(webhookId) {
      for (const { id } of of(webhookId)) kept.delete(id);
    },
  };
}
