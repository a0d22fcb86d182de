import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantVersionStore } from '../../src/features/tenants/ports.ts';
import { newId } from '../../src/kernel/ids.ts';
import { rivalCount } from '../support/rivalCount.ts';

/** The promises that every TenantVersionStore keeps. `open` gives an empty one. */
export function tenantVersionStoreSuite(
  name: string,
  open: () => Promise<{ store: TenantVersionStore; close(): Promise<void> }>,
): void {
  describe(`versions of tenants, ${name}`, () => {
    let store: TenantVersionStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('a part that never changed has no version, and each change raises its own part of its own tenant', async () => {
      const [tenantId, other] = [newId(), newId()];
      expect(await store.read(tenantId)).toEqual({});
      expect(await store.raise(tenantId, 'settings')).toBe(1);
      expect(await store.raise(tenantId, 'settings')).toBe(2);
      expect(await store.raise(tenantId, 'homes')).toBe(1);
      expect(await store.read(tenantId)).toEqual({ settings: 2, homes: 1 });
      expect(await store.read(other)).toEqual({});
    });

    it('of many changes at once each is counted', async () => {
      const tenantId = newId();
      const raised = await Promise.all(Array.from({ length: rivalCount }, () => store.raise(tenantId, 'people')));
      expect(await store.read(tenantId)).toEqual({ people: rivalCount });
      expect(Math.max(...raised)).toBe(rivalCount);
    });
  });
}
