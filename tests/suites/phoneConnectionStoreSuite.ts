import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PhoneConnection } from '../../src/features/calls/provider/model.ts';
import type { PhoneConnectionStore } from '../../src/features/calls/provider/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const aConnection = (tenantId: string, createdAt: number): PhoneConnection => ({
  ...{
    id: newId(),
    tenantId,
    accountSid: 'AC1',
    sealedToken: 'sealed',
    sealedSpeechKey: null,
    forwardTo: '+15125550100',
    language: 'es',
    createdAt,
  },
  heardAt: null,
});

/** The promises that every PhoneConnectionStore keeps. */
export function phoneConnectionStoreSuite(
  name: string,
  open: () => Promise<{ store: PhoneConnectionStore; close(): Promise<void> }>,
): void {
  describe(`phone connections, ${name}`, () => {
    let store: PhoneConnectionStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('keeps those of a tenant, oldest first, and when each was heard of', async () => {
      const tenantId = newId();
      const [second, first] = [aConnection(tenantId, 2), aConnection(tenantId, 1)];
      await store.add(second);
      await store.add(first);
      await store.add(aConnection(newId(), 1));
      await store.noteHeard(second.id, 9);
      expect(await store.ofTenant(tenantId)).toEqual([first, { ...second, heardAt: 9 }]);
      expect(await store.find(first.id)).toEqual(first);
      expect(await store.find(newId())).toBeNull();
    });

    it('keeps keys that were sealed anew', async () => {
      const one = aConnection(newId(), 1);
      await store.add(one);
      const keys = { sealedToken: 'other', sealedSpeechKey: 'speech' };
      await store.reseal(one.id, keys);
      expect(await store.find(one.id)).toEqual({ ...one, ...keys });
    });

    it('removes one for its own tenant alone', async () => {
      const one = aConnection(newId(), 1);
      await store.add(one);
      expect(await store.remove(newId(), one.id)).toBeNull();
      expect(await store.remove(one.tenantId, one.id)).toEqual(one);
      expect(await store.remove(one.tenantId, one.id)).toBeNull();
      expect(await store.find(one.id)).toBeNull();
    });
  });
}
