import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeptNarrative, NarrativeBatch } from '../../src/features/composing/narratives/model.ts';
import type { NarrativeStore } from '../../src/features/composing/narratives/ports.ts';
import { writingsPage } from '../../src/features/composing/writingsPage.ts';
import { newId } from '../../src/kernel/ids.ts';

const now = Date.now();
const hourMs = 3_600_000;
const aNarrative = (over: Partial<KeptNarrative>): KeptNarrative => ({
  ...{ id: newId(), tenantId: newId(), cacheKey: newId(), listingId: 'home-1', leadId: null },
  ...{ style: 'luxury', length: 'short', language: 'en', basis: 'rules', sealed: 'sealed' },
  ...{ createdAt: now, expiresAt: now + hourMs, distance: null, rating: null },
  ...over,
});

/** The promises that every NarrativeStore keeps. `open` gives an empty one. */
export function narrativeStoreSuite(
  name: string,
  open: () => Promise<{ store: NarrativeStore; close(): Promise<void> }>,
): void {
  describe(`narratives, ${name}`, () => {
    let store: NarrativeStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('finds a narrative of its tenant until it may be forgotten', async () => {
      const one = aNarrative({});
      await store.add(one);
      expect(await store.find(one.tenantId, one.id, now)).toEqual(one);
      expect(await store.find(newId(), one.id, now)).toBeNull();
      expect(await store.find(one.tenantId, one.id, one.expiresAt)).toBeNull();
    });

    it('gives the newest of a key', async () => {
      const older = aNarrative({ createdAt: now - 2 });
      const { tenantId, cacheKey } = older;
      const newer = aNarrative({ tenantId, cacheKey, createdAt: now - 1 });
      for (const one of [older, newer, aNarrative({ cacheKey }), aNarrative({ tenantId })]) await store.add(one);
      expect(await store.newestOf(tenantId, cacheKey, now)).toEqual(newer);
      expect(await store.newestOf(tenantId, cacheKey, now + hourMs)).toBeNull();
    });

    it('keeps what a person made of one, and for longer', async () => {
      const one = aNarrative({});
      await store.add(one);
      await store.change(newId(), one.id, { rating: 'down' });
      await store.change(one.tenantId, one.id, { sealed: 'new', distance: 0.2, expiresAt: now + 2 * hourMs });
      await store.change(one.tenantId, one.id, { rating: 'up' });
      expect(await store.find(one.tenantId, one.id, now + hourMs)).toEqual({
        ...one,
        ...{ sealed: 'new', distance: 0.2, rating: 'up', expiresAt: now + 2 * hourMs },
      });
    });

    it('gives those of a lead that may not be forgotten yet, by their ids, a page at a time', async () => {
      const tenantId = newId();
      const ids = Array.from({ length: writingsPage + 2 }, (_, at) => `${tenantId.slice(0, 8)}-${100 + at}`);
      for (const id of ids.toReversed()) await store.add(aNarrative({ tenantId, id, leadId: 'lead-1' }));
      await store.add(aNarrative({ tenantId, leadId: 'lead-2' }));
      const first = await store.ofLead(tenantId, 'lead-1', now);
      expect(first.map(({ id }) => id)).toEqual(ids.slice(0, writingsPage));
      const rest = await store.ofLead(tenantId, 'lead-1', now, first.at(-1)?.id);
      expect(rest.map(({ id }) => id)).toEqual(ids.slice(writingsPage));
      expect(await store.ofLead(tenantId, 'lead-1', now + hourMs)).toEqual([]);
    });

    it('removes those of a lead', async () => {
      const theirs = aNarrative({ leadId: 'lead-1' });
      const { tenantId } = theirs;
      const others = [
        aNarrative({ tenantId }),
        aNarrative({ tenantId, leadId: 'lead-2' }),
        aNarrative({ leadId: 'lead-1' }),
      ];
      for (const one of [theirs, ...others]) await store.add(one);
      await store.eraseOfLead(tenantId, 'lead-1');
      const left = [theirs, ...others].map((one) => store.find(one.tenantId, one.id, now));
      expect(await Promise.all(left)).toEqual([null, ...others]);
    });

    it('keeps a batch, whose items are written by several at once', async () => {
      const asked = { listingId: 'home-1', style: 'luxury', length: 'short' } as const;
      const batch: NarrativeBatch = {
        ...{ id: newId(), tenantId: newId(), by: 'u1', canceled: false, createdAt: now, expiresAt: now + hourMs },
        items: Array.from({ length: 4 }, () => ({ ...asked, state: 'waiting' as const })),
      };
      await store.addBatch(batch);
      expect(await store.findBatch(batch.tenantId, batch.id)).toEqual(batch);
      expect(await store.findBatch(newId(), batch.id)).toBeNull();
      await Promise.all(
        [1, 3].map((at) =>
          store.setItem(batch.tenantId, batch.id, at, { ...asked, state: 'done', narrativeId: `n${at}` }),
        ),
      );
      await store.cancelBatch(newId(), batch.id);
      expect((await store.findBatch(batch.tenantId, batch.id))?.canceled).toBe(false);
      await store.cancelBatch(batch.tenantId, batch.id);
      const { canceled, items } = (await store.findBatch(batch.tenantId, batch.id)) as NarrativeBatch;
      expect([canceled, items.map(({ narrativeId = null }) => narrativeId)]).toEqual([true, [null, 'n1', null, 'n3']]);
    });
  });
}
