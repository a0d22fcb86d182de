import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Delivery, notDue } from '../../src/features/webhooks/model.ts';
import type { DeliveryStore } from '../../src/features/webhooks/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const aDelivery = (over: Partial<Delivery> = {}): Delivery => ({
  ...{ id: newId(), tenantId: newId(), webhookId: newId(), event: 'message.created', at: 1, state: 'waiting' },
  ...{ line: { conversationId: 'c1', log: 'public', seq: 3 }, attempts: 0, dueAt: 10, last: null },
  ...over,
});
const idsOf = (all: readonly Delivery[]): string[] => all.map(({ id }) => id);

/** The promises that every DeliveryStore keeps. `open` gives an empty one. */
export function deliveryStoreSuite(
  name: string,
  open: () => Promise<{ store: DeliveryStore; close(): Promise<void> }>,
): void {
  describe(`deliveries of webhooks, ${name}`, () => {
    let store: DeliveryStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('keeps each once, finds those of its tenant, and lists those of an address, the newest first', async () => {
      const webhookId = newId();
      const [old, young] = [aDelivery({ webhookId }), aDelivery({ webhookId, at: 2, event: 'ping', line: null })];
      await store.addAll([old, young, aDelivery()]);
      await store.end(old.id, { state: 'delivered', last: { at: 11, status: 200, ms: 5, problem: null } });
      await store.addAll([{ ...old, at: 99 }]);
      const ended = { ...old, state: 'delivered', last: { at: 11, status: 200, ms: 5, problem: null } };
      expect(await store.list(webhookId, 10)).toEqual([young, ended]);
      expect(idsOf(await store.list(webhookId, 1))).toEqual([young.id]);
      expect(await store.find(old.tenantId, old.id)).toEqual(ended);
      expect(await store.find(newId(), old.id)).toBeNull();
    });

    it('gives what waits and is due, the one due first at the front, and when the next is', async () => {
      const webhookId = newId();
      const [late, soon] = [aDelivery({ webhookId, dueAt: 20 }), aDelivery({ webhookId, dueAt: 5 })];
      expect(await store.nextDue(webhookId)).toBeNull();
      await store.addAll([late, soon, aDelivery({ webhookId, state: 'failed', dueAt: 1 })]);
      expect(idsOf(await store.due(webhookId, 4, 10))).toEqual([]);
      expect(idsOf(await store.due(webhookId, 20, 10))).toEqual([soon.id, late.id]);
      expect(idsOf(await store.due(webhookId, 20, 1))).toEqual([soon.id]);
      expect(await store.nextDue(webhookId)).toBe(5);
      await store.putTo(webhookId, notDue);
      expect(await store.due(webhookId, 1_000, 10)).toEqual([]);
      expect(await store.nextDue(webhookId)).toBe(notDue);
    });

    it('begins an attempt for one of any number at once, and is due again should that be cut off', async () => {
      const delivery = aDelivery();
      await store.addAll([delivery]);
      const begun = await Promise.all([1, 2, 3].map(() => store.begin(delivery, 70)));
      expect(begun.filter(Boolean)).toHaveLength(1);
      expect(await store.find(delivery.tenantId, delivery.id)).toMatchObject({ attempts: 1, dueAt: 70 });
      expect(await store.begin({ ...delivery, attempts: 1 }, 80)).toBe(true);
      await store.end(delivery.id, { state: 'failed', last: { at: 9, status: null, ms: 5_000, problem: 'too-slow' } });
      expect(await store.begin({ ...delivery, attempts: 2 }, 90)).toBe(false);
      await store.renew(delivery.id, 100);
      expect(await store.find(delivery.tenantId, delivery.id)).toEqual({ ...delivery, dueAt: 100 });
    });

    it('names each address with overdue deliveries once, and none instead of another for having more of them', async () => {
      // Earlier than anything else in here.
      const [busy, quiet] = [0, 1].map(() => ({ tenantId: newId(), webhookId: newId() }));
      const overdue = [-9, -9, -8].map((dueAt) => aDelivery({ ...busy, dueAt }));
      await store.addAll([
        ...overdue,
        aDelivery({ dueAt: -9, state: 'delivered' }),
        aDelivery({ ...quiet, dueAt: -8 }),
      ]);
      const named = await store.overdue(-7, 2);
      expect(named).toHaveLength(2);
      expect(named).toEqual(expect.arrayContaining([busy, quiet]));
      expect(await store.overdue(-7, 1)).toHaveLength(1);
      expect(await store.overdue(-9, 10)).toEqual([]);
    });

    it('keeps the newest of an address, forgets what is older than a time, and all of an address', async () => {
      const webhookId = newId();
      const all = [5, 4, 3, -20, -30].map((at) => aDelivery({ webhookId, at }));
      await store.addAll(all);
      await store.removeOld(-10, 1);
      expect((await store.list(webhookId, 10)).map(({ at }) => at)).toEqual([5, 4, 3, -20]);
      await store.removeOld(-10, 10);
      await store.trim(webhookId, 2);
      expect((await store.list(webhookId, 10)).map(({ at }) => at)).toEqual([5, 4]);
      await store.removeOf(webhookId);
      expect(await store.list(webhookId, 10)).toEqual([]);
    });
  });
}
