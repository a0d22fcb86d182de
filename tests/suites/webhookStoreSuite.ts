import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { healthy, type Webhook } from '../../src/features/webhooks/model.ts';
import type { WebhookStore } from '../../src/features/webhooks/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const aWebhook = (over: Partial<Webhook> = {}): Webhook => ({
  ...{ id: newId(), tenantId: newId(), url: 'https://crm.example/hub', description: '', events: ['message.created'] },
  ...{ sealedSecret: 'sealed', createdAt: 1, paused: null, ...healthy },
  ...over,
});

/** The promises that every WebhookStore keeps. `open` gives an empty one. */
export function webhookStoreSuite(
  name: string,
  open: () => Promise<{ store: WebhookStore; close(): Promise<void> }>,
): void {
  describe(`webhooks, ${name}`, () => {
    let store: WebhookStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('finds, lists, changes and removes those of its tenant alone, the oldest first', async () => {
      const tenantId = newId();
      const [second, first] = [aWebhook({ tenantId, createdAt: 2 }), aWebhook({ tenantId })];
      for (const one of [second, first, aWebhook()]) await store.add(one);
      expect(await store.ofTenant(tenantId)).toEqual([first, second]);
      expect(await store.find(tenantId, first.id)).toEqual(first);
      expect(await store.find(newId(), first.id)).toBeNull();
      expect(await store.change(newId(), first.id, { description: 'CRM' })).toBeNull();
      const paused = { at: 5, reason: 'gone' } as const;
      const changed = await store.change(tenantId, first.id, { description: 'CRM', events: ['call.ended'], paused });
      expect(changed).toEqual({ ...first, description: 'CRM', events: ['call.ended'], paused });
      expect(await store.change(tenantId, first.id, { paused: null })).toMatchObject({ paused: null });
      expect(await store.remove(newId(), first.id)).toBeNull();
      expect(await store.remove(tenantId, first.id)).toMatchObject({ id: first.id, description: 'CRM' });
      expect(await store.remove(tenantId, first.id)).toBeNull();
      expect(await store.ofTenant(tenantId)).toEqual([second]);
    });

    it('keeps how an address has been answering, and the secret sealed anew', async () => {
      const webhook = aWebhook();
      await store.add(webhook);
      const health = { failingSince: 7, failures: 2, restsUntil: 9 };
      await store.noteHealth(webhook.id, health);
      await store.reseal(webhook.id, 'sealed anew');
      const expected = { ...webhook, ...health, sealedSecret: 'sealed anew' };
      expect(await store.find(webhook.tenantId, webhook.id)).toEqual(expected);
    });
  });
}
