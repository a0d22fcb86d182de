import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import type { Leases } from '../../src/kernel/leases.ts';
import { rivalCount } from '../support/rivalCount.ts';

/** What Leases promise while everything is well, in real time. `here` and `there` are two nodes, or one twice. */
export function leasesSuite(
  name: string,
  open: () => Promise<{ here: Leases; there: Leases; close(): Promise<void> }>,
): void {
  describe(`leases, ${name}`, () => {
    let here: Leases;
    let there: Leases;
    let close: () => Promise<void>;
    beforeAll(async () => ({ here, there, close } = await open()));
    afterAll(() => close?.());

    it('of many who want a lease at once, one has it', async () => {
      const of = newId();
      const takers = Array.from({ length: rivalCount }, (_, index) => (index % 2 ? here : there).take(of, 10_000));
      expect((await Promise.all(takers)).filter(Boolean)).toHaveLength(1);
    });

    it('a released lease is free, and leases of other names never stood in the way', async () => {
      const of = newId();
      const lease = await here.take(of, 10_000);
      expect(await there.take(newId(), 10_000)).not.toBeNull();
      expect(await there.take(of, 10_000)).toBeNull();
      expect(await lease?.renew()).toBe(true);
      await lease?.release();
      expect(await there.take(of, 10_000)).not.toBeNull();
    });

    it('a lease that is not renewed ends by itself, and its holder learns it', async () => {
      const of = newId();
      const lost = await here.take(of, 40);
      const next = await vi.waitFor(
        async () => {
          const lease = await there.take(of, 60_000);
          if (!lease) throw new Error('still held');
          return lease;
        },
        { timeout: 45_000 },
      );
      expect(await lost?.renew()).toBe(false);
      await lost?.release();
      expect(await here.take(of, 10_000)).toBeNull();
      expect(await next.renew()).toBe(true);
    });

    it('a lease that is renewed outlives its first term', async () => {
      const termMs = 700;
      for (;;) {
        const of = newId();
        const lease = await here.take(of, termMs);
        const since = Date.now();
        let longestPauseMs = 0;
        let held = true;
        for (let last = since; held && last - since < 1_000; ) {
          held = (await lease?.renew()) === true;
          longestPauseMs = Math.max(longestPauseMs, Date.now() - last);
          last = Date.now();
        }
        const before = Date.now();
        const taken = await there.take(of, 1_000);
        longestPauseMs = Math.max(longestPauseMs, Date.now() - before);
        // On a machine that stood still for most of a term nobody renewed in time: then nothing is shown by this try.
        if (longestPauseMs > termMs / 2) continue;
        expect([held, taken]).toEqual([true, null]);
        break;
      }
    });
  });
}
