import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../src/features/calls/model.ts';
import type { CallStore } from '../../src/features/calls/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const ana = { id: 'ana', name: 'Ana' };
const aCall = (tenantId: string, over: Partial<Call> = {}): Call => ({
  ...{ id: newId(), tenantId, conversationId: newId(), leadId: newId(), agent: ana },
  ...{ direction: 'outbound', source: 'desk', rule: 'all-party', consent: { lead: null, agent: null } },
  ...{ startedAt: 1_000, endedAt: null },
  ...over,
});

/** The promises that every CallStore keeps. */
export function callStoreSuite(name: string, open: () => Promise<{ store: CallStore; close(): Promise<void> }>): void {
  describe(`calls, ${name}`, () => {
    let store: CallStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('keeps one once, for its own tenant alone, and one at a time of a conversation', async () => {
      const call = aCall(newId());
      expect(await store.add(call)).toBe(true);
      expect(await store.add(call)).toBe(true);
      expect(await store.find(call.tenantId, call.id)).toEqual(call);
      expect(await store.find(newId(), call.id)).toBeNull();
      const second = aCall(call.tenantId, { conversationId: call.conversationId });
      expect(await store.add(second)).toBe(false);
      expect(await store.findLive(call.tenantId, call.conversationId)).toEqual(call);
      expect(await store.findLive(newId(), call.conversationId)).toBeNull();
      await store.change(call.tenantId, call.id, { endedAt: 9_000 }, { endedAt: null });
      expect(await store.findLive(call.tenantId, call.conversationId)).toBeNull();
      expect(await store.add(second)).toBe(true);
    });

    it('changes a call only as it stands, and of many at once one', async () => {
      const call = aCall(newId(), { agent: null });
      await store.add(call);
      const { tenantId, id } = call;
      const given = { lead: 'given', agent: null } as const;
      expect(
        await store.change(tenantId, id, { consent: given }, { consent: { lead: 'asked', agent: null } }),
      ).toBeNull();
      expect(await store.change(newId(), id, { consent: given }, { consent: call.consent })).toBeNull();
      expect(await store.change(tenantId, id, { consent: given }, { consent: call.consent })).toEqual({
        ...call,
        consent: given,
      });
      const people = Array.from({ length: 8 }, (_, no) => ({ id: `p${no}`, name: 'P' }));
      const taken = await Promise.all(
        people.map((agent) => store.change(tenantId, id, { agent }, { agent: null, endedAt: null })),
      );
      expect(taken.filter((one) => one !== null)).toHaveLength(1);
      expect(await store.change(tenantId, id, { agent: ana }, { agent: null })).toBeNull();
    });

    it('forgets the calls of a conversation', async () => {
      const call = aCall(newId());
      const other = aCall(call.tenantId);
      await store.add(call);
      await store.add(other);
      await store.erase(call.tenantId, call.conversationId);
      expect(await store.find(call.tenantId, call.id)).toBeNull();
      expect(await store.find(call.tenantId, other.id)).toEqual(other);
    });
  });
}
