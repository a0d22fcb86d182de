import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonRecord } from '../../src/features/profiles/model.ts';
import { mostOfLead, type RecordStore } from '../../src/features/profiles/ports.ts';
import { fewAtOnce } from '../../src/kernel/fewAtOnce.ts';
import { newId } from '../../src/kernel/ids.ts';

const aRecord = (over: Partial<PersonRecord> = {}): PersonRecord =>
  ({
    id: newId(),
    tenantId: newId(),
    leadId: newId(),
    visitorId: newId(),
    conversationId: 'c',
    at: 1_000,
    said: '$set my number: 512-555-0101',
    evidence: { log: 'public:c', seq: 3, start: 0, end: 12 },
    closed: null,
    kind: 'consent',
    channels: ['call', 'text'],
    to: '512-555-0101',
    shown: { text: 'STOP ends it.', evidence: { log: 'public:c', seq: 2, start: 0, end: 13 } },
    page: 'https://home.example/',
    ...over,
  }) as PersonRecord;

/** The promises that every RecordStore keeps. */
export function recordStoreSuite(
  name: string,
  open: () => Promise<{ store: RecordStore; close(): Promise<void> }>,
): void {
  describe(`records of persons, ${name}`, () => {
    let store: RecordStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('keeps a record as it is; the same id again is the same record', async () => {
      const record = aRecord();
      const added = await Promise.all([record, record, record].map((one) => store.add(one)));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await store.ofLead(record.tenantId, record.leadId)).toEqual([record]);
      expect(await store.ofLead(newId(), record.leadId)).toEqual([]);
    });

    it('is closed once, by the first who does, and stays', async () => {
      const record = aRecord({ kind: 'suppression', reason: 'visitor opted out' } as Partial<PersonRecord>);
      await store.add(record);
      expect(await store.close(newId(), record.id, { at: 5, by: 'START' })).toBe(false);
      const closings = [5, 6, 7].map((at) => store.close(record.tenantId, record.id, { at, by: 'START' }));
      expect((await Promise.all(closings)).filter(Boolean)).toHaveLength(1);
      const [kept] = await store.ofLead(record.tenantId, record.leadId);
      expect(kept?.closed?.by).toBe('START');
      expect(await store.listOpen(record.tenantId, 'suppression')).toEqual([]);
    });

    it('lists the newest of a lead first, and the oldest open one of a kind first', async () => {
      const { tenantId, leadId } = aRecord();
      const records = [3, 1, 2].map((at) => aRecord({ tenantId, leadId, at, kind: 'deletion-request' }));
      for (const record of records) await store.add(record);
      await store.add(aRecord({ tenantId, leadId, at: 0 }));
      expect((await store.ofLead(tenantId, leadId)).map(({ at }) => at)).toEqual([3, 2, 1, 0]);
      expect((await store.listOpen(tenantId, 'deletion-request')).map(({ at }) => at)).toEqual([1, 2, 3]);
      for (const { id } of records.slice(0, 2)) await store.close(tenantId, id, { at: 9, by: 'Told them' });
      const closed = (limit: number) => store.listClosed(tenantId, 'deletion-request', limit);
      expect((await closed(9)).map(({ at }) => at)).toEqual([3, 1]);
      expect(await closed(1)).toHaveLength(1);
    });

    it('puts a record in the place of the one with its id, a closed one too, and of no other', async () => {
      const { tenantId, leadId } = aRecord();
      const [one, two] = [aRecord({ tenantId, leadId }), aRecord({ tenantId, leadId, at: 2 })];
      for (const record of [one, two]) await store.add(record);
      await store.close(tenantId, two.id, { at: 5, by: 'my own words' });
      const bare = { ...two, said: '$gone', closed: { at: 5, by: '' } };
      await store.rewrite({ ...bare, tenantId: newId() });
      await store.rewrite(aRecord({ tenantId, leadId, at: 9 }));
      expect((await store.ofLead(tenantId, leadId)).map(({ said }) => said)).toEqual([one.said, two.said]);
      await store.rewrite(bare);
      expect(await store.ofLead(tenantId, leadId)).toEqual([one, bare]);
      expect((await store.listOpen(tenantId, 'consent')).map(({ id }) => id)).not.toContain(two.id);
    });

    it('reads all of a lead page by page, none twice and none left out', async () => {
      const { tenantId, leadId } = aRecord();
      const ids = Array.from({ length: mostOfLead + 2 }, () => newId()).sort();
      await fewAtOnce(ids, (id) => store.add(aRecord({ id, tenantId, leadId })));
      await store.add(aRecord({ tenantId }));
      const first = await store.pageOfLead(tenantId, leadId);
      expect(first.map(({ id }) => id)).toEqual(ids.slice(0, mostOfLead));
      const rest = await store.pageOfLead(tenantId, leadId, first.at(-1)?.id);
      expect(rest.map(({ id }) => id)).toEqual(ids.slice(mostOfLead));
      expect(await store.pageOfLead(newId(), leadId)).toEqual([]);
    });
  });
}
