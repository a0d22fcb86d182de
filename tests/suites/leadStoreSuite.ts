import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lead } from '../../src/features/profiles/model.ts';
import { type LeadStore, leadPage } from '../../src/features/profiles/ports.ts';
import { newId } from '../../src/kernel/ids.ts';
import { rivalCount } from '../support/rivalCount.ts';

const aLead = (over: Partial<Lead> = {}): Lead => ({
  id: newId(),
  tenantId: newId(),
  visitorId: newId(),
  name: null,
  createdAt: 1_000,
  fields: {},
  suppressedAt: null,
  noRecordingAt: null,
  notAdapted: null,
  identity: null,
  tags: [],
  link: null,
  ...over,
});
const aField = (value: unknown): Lead['fields'][string] => ({
  value,
  state: 'answered',
  confidence: 1,
  evidence: [{ log: 'public:c', seq: 1, start: 0, end: 2 }],
  conversationId: 'c',
});

/** The promises that every LeadStore keeps. */
export function leadStoreSuite(name: string, open: () => Promise<{ store: LeadStore; close(): Promise<void> }>): void {
  describe(`leads, ${name}`, () => {
    let store: LeadStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('many openings at once make one lead', async () => {
      const visitor = { tenantId: newId(), visitorId: newId() };
      const leads = await Promise.all(Array.from({ length: rivalCount }, () => store.openFor(aLead(visitor))));
      expect(new Set(leads.map(({ id }) => id)).size).toBe(1);
      expect(await store.find(visitor.tenantId, leads[0]!.id)).toEqual(leads[0]);
    });

    it('a lead of no visitor is one by its id, many at once too, beside others of its tenant', async () => {
      const { visitorId: _, ...seed } = aLead();
      const leads = await Promise.all(Array.from({ length: rivalCount }, () => store.openFor(seed)));
      expect(leads).toEqual(leads.map(() => seed));
      expect(await store.find(seed.tenantId, seed.id)).toEqual(seed);
      const other = { ...seed, id: newId() };
      expect(await store.openFor(other)).toEqual(other);
    });

    it('never returns or changes another tenant’s lead', async () => {
      const lead = await store.openFor(aLead());
      expect(await store.find(newId(), lead.id)).toBeNull();
      await store.change(newId(), lead.id, { name: 'Eve', fields: { budget: aField(1) } });
      expect(await store.find(lead.tenantId, lead.id)).toEqual(lead);
      const namesake = await store.openFor(aLead({ visitorId: lead.visitorId ?? '' }));
      expect(namesake.id).not.toBe(lead.id);
    });

    it('sets what is given and leaves the rest, whatever the names and values', async () => {
      const lead = await store.openFor(aLead({ fields: { budget: aField(500), 'a.b': aField('$x') } }));
      const fields = { 'a.b': aField({ $cond: ['$tenantId'] }), $c: aField([]) };
      await store.change(lead.tenantId, lead.id, { fields });
      await store.change(lead.tenantId, lead.id, { name: '$tenantId' });
      await store.change(lead.tenantId, lead.id, { suppressedAt: 9 });
      await store.change(lead.tenantId, lead.id, { noRecordingAt: 8 });
      const notAdapted = { at: 7, by: { id: '$id', name: '$tenantId' } };
      await store.change(lead.tenantId, lead.id, { notAdapted });
      expect(await store.identify(lead.tenantId, lead.id, '$sub')).toBe(true);
      await store.change(lead.tenantId, lead.id, {});
      expect(await store.find(lead.tenantId, lead.id)).toEqual({
        ...lead,
        name: '$tenantId',
        suppressedAt: 9,
        noRecordingAt: 8,
        notAdapted,
        identity: '$sub',
        fields: { budget: aField(500), ...fields },
      });
    });

    it('finds every lead that goes by a key, whatever its tenant calls the others', async () => {
      const one = await store.openFor(aLead());
      const two = await store.openFor(aLead({ tenantId: one.tenantId }));
      const foreign = await store.openFor(aLead());
      const key = `phone:+1512555${newId()}`;
      await Promise.all([one, one, two].map(({ tenantId, id }) => store.addKey(tenantId, id, key)));
      await store.addKey(foreign.tenantId, foreign.id, key);
      const found = await store.withKey(one.tenantId, key);
      expect(found.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
      expect(await store.withKey(one.tenantId, 'phone:other')).toEqual([]);
    });

    it('a lead has one link: of many at once one stands, and it can be taken away again', async () => {
      const lead = await store.openFor(aLead());
      const links = Array.from({ length: 8 }, (_, at) => ({ leadId: newId(), by: 'phone', at }) as const);
      const made = await Promise.all(links.map((link) => store.link(lead.tenantId, lead.id, link)));
      expect(made.filter(Boolean)).toHaveLength(1);
      const link = links[made.indexOf(true)]!;
      expect((await store.find(lead.tenantId, lead.id))?.link).toEqual(link);
      expect((await store.linkedTo(lead.tenantId, link.leadId)).map(({ id }) => id)).toEqual([lead.id]);
      expect(await store.linkedTo(newId(), link.leadId)).toEqual([]);
      expect(await store.unlink(lead.tenantId, lead.id)).toBe(true);
      expect(await store.unlink(lead.tenantId, lead.id)).toBe(false);
      expect(await store.linkedTo(lead.tenantId, link.leadId)).toEqual([]);
    });

    it('a lead is one person’s by the word of their site: of several at once one, and the same one again', async () => {
      const lead = await store.openFor(aLead());
      const made = await Promise.all(['s:a', 's:b', 's:c'].map((who) => store.identify(lead.tenantId, lead.id, who)));
      expect(made.filter(Boolean)).toHaveLength(1);
      const identity = ['s:a', 's:b', 's:c'][made.indexOf(true)];
      expect((await store.find(lead.tenantId, lead.id))?.identity).toBe(identity);
      expect(await store.identify(lead.tenantId, lead.id, identity ?? '')).toBe(true);
      expect(await store.identify(newId(), lead.id, identity ?? '')).toBe(false);
    });

    it('reads linked leads page by page, none twice and none left out', async () => {
      const tenantId = newId();
      const root = await store.openFor(aLead({ tenantId }));
      const link = { leadId: root.id, by: 'phone', at: 1 } as const;
      const ids = Array.from({ length: leadPage + 3 }, () => newId()).sort();
      await Promise.all(ids.map((id) => store.openFor(aLead({ id, tenantId, link }))));
      const first = await store.linkedTo(tenantId, root.id);
      expect(first.map(({ id }) => id)).toEqual(ids.slice(0, leadPage));
      const rest = await store.linkedTo(tenantId, root.id, first.at(-1)?.id);
      expect(rest.map(({ id }) => id)).toEqual(ids.slice(leadPage));
    });

    it('reads all that go by a key page by page, none twice and none left out', async () => {
      const tenantId = newId();
      const ids = Array.from({ length: leadPage + 3 }, () => newId()).sort();
      for (const id of ids) {
        await store.openFor(aLead({ id, tenantId }));
        await store.addKey(tenantId, id, 'identity:site:u1');
      }
      const first = await store.withKey(tenantId, 'identity:site:u1');
      expect(first.map(({ id }) => id)).toEqual(ids.slice(0, leadPage));
      const rest = await store.withKey(tenantId, 'identity:site:u1', first.at(-1)?.id);
      expect(rest.map(({ id }) => id)).toEqual(ids.slice(leadPage));
    });

    it('many changes of different fields at once all stand', async () => {
      const lead = await store.openFor(aLead());
      const names = Array.from({ length: rivalCount }, (_, index) => `field${index}`);
      await Promise.all(
        names.map((field) => store.change(lead.tenantId, lead.id, { fields: { [field]: aField(field) } })),
      );
      expect(Object.keys((await store.find(lead.tenantId, lead.id))?.fields ?? {}).sort()).toEqual(names.sort());
    });

    it('keeps tags once, the newest last and at most forty, and loses none of many writers', async () => {
      const { tenantId, id } = await store.openFor(aLead());
      const tags = async () => (await store.find(tenantId, id))?.tags;
      await store.change(tenantId, id, { tags: { add: ['Cold-Seller', '$a'], remove: [] } });
      await store.change(tenantId, id, { tags: { add: ['Warm-Seller'], remove: ['Cold-Seller', 'never'] } });
      expect(await tags()).toEqual(['$a', 'Warm-Seller']);
      await store.change(tenantId, id, { tags: { add: ['$a'], remove: ['$a'] }, name: 'Ana' });
      expect(await tags()).toEqual(['Warm-Seller', '$a']);
      const many = Array.from({ length: rivalCount }, (_, index) => `t${index % 12}`);
      await Promise.all(many.map((tag) => store.change(tenantId, id, { tags: { add: [tag], remove: [] } })));
      expect(new Set(await tags())).toEqual(new Set(['Warm-Seller', '$a', ...many]));
      expect(await tags()).toHaveLength(14);
      const more = Array.from({ length: 45 }, (_, index) => `u${index}`);
      await store.change(tenantId, id, { tags: { add: more, remove: [] } });
      expect(await tags()).toEqual(more.slice(-40));
    });

    it('erases what is known; the record stays, closed to messages, linked, and found by its keys where they are kept', async () => {
      const tenantId = newId();
      const full = {
        name: 'Ana',
        tags: ['Hot-Buyer'],
        identity: 's:ana',
        suppressedAt: 4,
        notAdapted: { at: 3, by: { id: 'a1', name: 'Maya' } },
        fields: { budget: aField(1) },
      };
      const [one, two] = [
        await store.openFor(aLead({ tenantId, ...full })),
        await store.openFor(aLead({ tenantId, ...full })),
      ];
      for (const { id } of [one, two]) await store.addKey(tenantId, id, 'phone:+15125550101');
      await store.link(tenantId, two.id, { leadId: one.id, by: 'phone', at: 5 });
      await store.erase(newId(), one.id, { keepKeys: false });
      expect(await store.find(tenantId, one.id)).toEqual(one);
      await store.erase(tenantId, one.id, { keepKeys: true });
      await store.erase(tenantId, two.id, { keepKeys: false });
      const empty = { name: null, identity: null, fields: {}, tags: [], notAdapted: null };
      expect(await store.find(tenantId, one.id)).toEqual({ ...one, ...empty });
      expect(await store.find(tenantId, two.id)).toEqual({
        ...two,
        ...empty,
        link: { leadId: one.id, by: 'phone', at: 5 },
      });
      expect((await store.withKey(tenantId, 'phone:+15125550101')).map(({ id }) => id)).toEqual([one.id]);
    });
  });
}
