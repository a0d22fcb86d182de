import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HandoffOutcomeStore } from '../../src/features/turns/ports.ts';
import { newId } from '../../src/kernel/ids.ts';
import { rivalCount } from '../support/rivalCount.ts';

/** The promises that every store of outcomes keeps. */
export function handoffOutcomeStoreSuite(
  name: string,
  open: () => Promise<{ store: HandoffOutcomeStore; close(): Promise<void> }>,
): void {
  describe(`outcomes of hand-overs: ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let store: HandoffOutcomeStore;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(() => opened.close());

    it('counts by tenant and route; nothing noted is nothing known', async () => {
      const [own, other] = [newId(), newId()];
      await store.note(own, 'lead>buyer', { id: 'a', outcome: 'successful' });
      await store.note(own, 'lead>buyer', { id: 'b', outcome: 'timeout' });
      await store.note(own, 'seller>buyer', { id: 'c', outcome: 'failed' });
      expect(await store.of(own)).toEqual({
        'lead>buyer': { samples: 2, success: 0.5 },
        'seller>buyer': { samples: 1, success: 0 },
      });
      expect(await store.of(other)).toEqual({});
    });

    it('of one hand-over the last word counts, however often it is said', async () => {
      const tenantId = newId();
      for (const outcome of ['successful', 'successful', 'reverted'] as const)
        await store.note(tenantId, 'lead>buyer', { id: 'a', outcome });
      expect(await store.of(tenantId)).toEqual({ 'lead>buyer': { samples: 1, success: 0 } });
    });

    it('loses none of many that are noted at once', async () => {
      const tenantId = newId();
      const noted = Array.from({ length: rivalCount }, (_, n) =>
        store.note(tenantId, 'lead>seller', { id: `h${n}`, outcome: 'successful' }),
      );
      await Promise.all(noted);
      expect(await store.of(tenantId)).toEqual({ 'lead>seller': { samples: rivalCount, success: 1 } });
    });

    it('keeps the newest two hundred', async () => {
      const tenantId = newId();
      for (let n = 0; n < 203; n++)
        await store.note(tenantId, 'lead>buyer', { id: `h${n}`, outcome: n < 3 ? 'failed' : 'successful' });
      expect(await store.of(tenantId)).toEqual({ 'lead>buyer': { samples: 200, success: 1 } });
    });
  });
}
