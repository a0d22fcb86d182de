import type { Webhook } from '../../features/webhooks/model.ts';
import type { WebhookStore } from '../../features/webhooks/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Webhooks in this process only: gone with it. */
export function createMemoryWebhookStore(): WebhookStore {
  const webhooks = new Map<string, Webhook>();
  const held = (tenantId: string, webhookId: string): Webhook | null => {
    const found = webhooks.get(webhookId);
    return found?.tenantId === tenantId ? found : null;
  };
  function put(webhookId: string, change: Partial<Webhook>): void {
    const found = webhooks.get(webhookId);
    if (found !== undefined) webhooks.set(webhookId, { ...found, ...jsonCopy(change) });
  }
  return {
    async add(webhook) {
      webhooks.set(webhook.id, jsonCopy(webhook));
    },
    async find(tenantId, webhookId) {
      return jsonCopy(held(tenantId, webhookId));
    },
    async ofTenant(tenantId) {
      const own = [...webhooks.values()].filter((one) => one.tenantId === tenantId);
      return jsonCopy(own.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)));
    },
    async change(tenantId, webhookId, change) {
      if (held(tenantId, webhookId) === null) return null;
      put(webhookId, change);
      return jsonCopy(held(tenantId, webhookId));
    },
    async noteHealth(webhookId, health) {
      put(webhookId, health);
    },
    async reseal(webhookId, sealedSecret) {
      put(webhookId, { sealedSecret });
    },
    async remove(tenantId, webhookId) {
      const found = held(tenantId, webhookId);
      if (found !== null) webhooks.delete(webhookId);
      return found;
    },
  };
}
