import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeptReport } from '../../src/features/composing/reports/model.ts';
import type { ReportStore } from '../../src/features/composing/reports/ports.ts';
import { writingsPage } from '../../src/features/composing/writingsPage.ts';
import { newId } from '../../src/kernel/ids.ts';

const aReport = (over: Partial<KeptReport>): KeptReport => ({
  id: newId(),
  tenantId: newId(),
  kind: 'weekly',
  title: 'Weekly team report',
  leadId: null,
  conversationIds: [],
  period: { from: '2026-11-16', to: '2026-11-22' },
  timeZone: 'America/Chicago',
  createdAt: 1,
  by: { id: 'p', name: 'Maya' },
  complete: true,
  sections: [
    {
      title: 'Conversations',
      text: '14 conversations started.',
      basis: 'rules',
      figures: [{ name: 'Conversations started', value: 14, unit: 'count', before: null, source: 'the logs' }],
    },
  ],
  ...over,
});

/** The promises that every ReportStore keeps. `open` gives an empty one. */
export function reportStoreSuite(
  name: string,
  open: () => Promise<{ store: ReportStore; close(): Promise<void> }>,
): void {
  describe(`reports, ${name}`, () => {
    let store: ReportStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('finds a report as it was kept, and none of another tenant', async () => {
      const analysis = { confidence: null, actions: [], risks: [], opportunities: [] };
      const summary = { kind: 'lead', leadId: 'l1', period: null, analysis } as const;
      const report = aReport({ ...summary, conversationIds: ['c1', 'c2'], sections: [] });
      await store.add(report, 9);
      expect(await store.find(report.tenantId, report.id)).toEqual(report);
      expect(await store.find(newId(), report.id)).toBeNull();
      expect(await store.find(report.tenantId, newId())).toBeNull();
    });

    it('keeps one that was added once, and says so', async () => {
      const report = aReport({});
      expect(await store.add(report, 9)).toBe(true);
      expect(await store.add({ ...report, title: 'Made by another node' }, 9)).toBe(false);
      expect(await store.list(report.tenantId, { limit: 9 })).toEqual([report]);
    });

    it('gives all of a lead, by their ids, a page at a time', async () => {
      const tenantId = newId();
      const ids = Array.from({ length: writingsPage + 2 }, (_, at) => `${tenantId.slice(0, 8)}-${100 + at}`);
      for (const id of ids.toReversed()) await store.add(aReport({ tenantId, id, kind: 'lead', leadId: 'l1' }), 99);
      await store.add(aReport({ tenantId, kind: 'lead', leadId: 'l2' }), 99);
      const first = await store.ofLead(tenantId, 'l1');
      expect(first.map(({ id }) => id)).toEqual(ids.slice(0, writingsPage));
      expect((await store.ofLead(tenantId, 'l1', first.at(-1)?.id)).map(({ id }) => id)).toEqual(
        ids.slice(writingsPage),
      );
      expect(await store.ofLead(newId(), 'l1')).toEqual([]);
    });

    it('lists the newest first, page by page, and those of some kinds alone', async () => {
      const tenantId = newId();
      const reports = [1, 2, 2, 3].map((createdAt, at) =>
        aReport({ tenantId, createdAt, id: `${tenantId.slice(0, 8)}-${at}`, kind: at === 1 ? 'lead' : 'weekly' }),
      );
      for (const report of [...reports, aReport({})]) await store.add(report, 9);
      const newestFirst = reports.toReversed();
      expect(await store.list(tenantId, { limit: 9 })).toEqual(newestFirst);
      const first = await store.list(tenantId, { limit: 2 });
      expect(first).toEqual(newestFirst.slice(0, 2));
      const { createdAt = 0, id = '' } = first[1] ?? {};
      expect(await store.list(tenantId, { limit: 9, after: { createdAt, id } })).toEqual(newestFirst.slice(2));
      expect(await store.list(tenantId, { limit: 9, kinds: ['lead'] })).toEqual([reports[1]]);
    });

    it('keeps so many of a tenant and lets the oldest go', async () => {
      const tenantId = newId();
      const other = aReport({ createdAt: 0 });
      await store.add(other, 2);
      for (const createdAt of [3, 1, 2, 4]) await store.add(aReport({ tenantId, createdAt }), 2);
      expect((await store.list(tenantId, { limit: 9 })).map(({ createdAt }) => createdAt)).toEqual([4, 3]);
      expect(await store.list(other.tenantId, { limit: 9 })).toEqual([other]);
    });

    it('erases those that rest on a conversation, and of this tenant alone', async () => {
      const tenantId = newId();
      const stays = aReport({ tenantId, kind: 'lead', conversationIds: ['c2'] });
      const elsewhere = aReport({ kind: 'lead', conversationIds: ['c1'] });
      for (const one of [aReport({ tenantId, kind: 'lead', conversationIds: ['c1', 'c2'] }), stays, elsewhere])
        await store.add(one, 9);
      await store.erase(tenantId, 'c1');
      await store.erase(tenantId, 'c1');
      expect(await store.list(tenantId, { limit: 9 })).toEqual([stays]);
      expect(await store.list(elsewhere.tenantId, { limit: 9 })).toEqual([elsewhere]);
    });
  });
}
