import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Proposal } from '../../src/features/interventions/model.ts';
import {
  type InterventionStore,
  mostListed,
  mostOfPerson,
  proposalsPage,
} from '../../src/features/interventions/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const notYet = { through: 0, repliedAt: null, optedOutAt: null, appointmentAt: null };
const aProposal = (over: Partial<Proposal> = {}): Proposal => {
  const leadId = newId();
  return {
    ...{ id: newId(), tenantId: newId(), leadId, leadIds: [leadId], conversationId: newId(), name: 'Maya' },
    ...{ step: 14, silentSince: 100, risk: 0.5, tier: 'medium', tierBy: 'churn', evidence: [], way: 'sms' },
    draft: { text: 'Has anything changed?', language: 'en', basis: 'rules' },
    ...{ state: 'open', createdAt: 1_000, decided: null, outcome: notYet },
    ...over,
  };
};
const by = { id: 'a1', name: 'Ana' };

/** The promises that every InterventionStore keeps. `open` gives an empty one. */
export function interventionStoreSuite(
  name: string,
  open: () => Promise<{ store: InterventionStore; close(): Promise<void> }>,
): void {
  describe(`proposals to follow up, ${name}`, () => {
    let store: InterventionStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());
    const added = async (over: Partial<Proposal> = {}) => {
      const proposal = aProposal(over);
      expect(await store.add(proposal)).toBe(true);
      return proposal;
    };

    it('keeps each once, and finds those of its tenant alone', async () => {
      const one = await added();
      expect(await store.add({ ...one, name: 'Somebody else' })).toBe(false);
      expect(await store.find(one.tenantId, one.id)).toEqual(one);
      expect(await store.find(newId(), one.id)).toBeNull();
      expect(await store.find(one.tenantId, newId())).toBeNull();
    });

    it('lists the open ones, the riskiest first, then those who have been silent the longest', async () => {
      const { tenantId } = await added({ state: 'rejected' });
      const medium = await added({ tenantId });
      const longer = await added({ tenantId, tier: 'high', silentSince: 1 });
      const shorter = await added({ tenantId, tier: 'high', silentSince: 2, state: 'approving' });
      const critical = await added({ tenantId, tier: 'critical', silentSince: 3, risk: null, tierBy: 'silence' });
      expect(await store.listOpen(tenantId)).toEqual([critical, longer, shorter, medium]);
      expect(await store.listOpen(newId())).toEqual([]);
      for (let at = 0; at < mostListed; at += 1) await added({ tenantId });
      expect(await store.listOpen(tenantId)).toHaveLength(mostListed);
    });

    it('gives those of a person by any of their records, the newest first, and no more than are read', async () => {
      const { tenantId, leadIds } = await added({ createdAt: 1 });
      const [leadId = ''] = leadIds;
      const merged = await added({ tenantId, leadIds: [leadId, 'other'], createdAt: 2 });
      await added({ tenantId });
      expect((await store.ofPerson(tenantId, ['other'])).map(({ id }) => id)).toEqual([merged.id]);
      expect((await store.ofPerson(tenantId, [leadId])).map(({ createdAt }) => createdAt)).toEqual([2, 1]);
      expect(await store.ofPerson(newId(), [leadId])).toEqual([]);
      for (let at = 0; at < mostOfPerson; at += 1) await added({ tenantId, leadIds, createdAt: 3 });
      expect(await store.ofPerson(tenantId, leadIds)).toHaveLength(mostOfPerson);
    });

    it('gives all of a lead page by page', async () => {
      const first = await added({ state: 'sent' });
      const { tenantId, leadId } = first;
      const all = [first];
      for (let at = 0; at < proposalsPage; at += 1) all.push(await added({ tenantId, leadId }));
      await added({ tenantId });
      const page = await store.pageOfLead(tenantId, leadId);
      expect(page).toHaveLength(proposalsPage);
      const rest = await store.pageOfLead(tenantId, leadId, page.at(-1)?.id);
      expect([...page, ...rest]).toEqual(all.sort((a, b) => (a.id < b.id ? -1 : 1)));
      expect(await store.pageOfLead(newId(), leadId)).toEqual([]);
    });

    it('of any number of decisions at once takes one', async () => {
      const { tenantId, id } = await added();
      const decisions = ['approving', 'rejected', 'approving', 'rejected'] as const;
      const taken = await Promise.all(
        decisions.map((to, at) => store.change(tenantId, id, { from: ['open'], to, decided: { at, by } })),
      );
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await store.change(newId(), id, { from: ['approving', 'rejected'], to: 'open' })).toBe(false);
      const winner = taken.indexOf(true);
      expect(await store.find(tenantId, id)).toMatchObject({ state: decisions[winner], decided: { at: winner, by } });
      const draft = { text: 'Other words', language: 'en', basis: 'rules' } as const;
      const back = { from: ['approving', 'rejected'], to: 'open', decided: null, draft } as const;
      expect(await store.change(tenantId, id, back)).toBe(true);
      expect(await store.find(tenantId, id)).toMatchObject({ state: 'open', decided: null, draft });
    });

    it('withdraws what is open for a record, and says whose are open', async () => {
      const first = await added({ leadIds: ['a', 'b'] });
      const { tenantId } = first;
      const sent = await added({ tenantId, leadIds: ['b'], state: 'sent' });
      const other = await added({ tenantId, leadIds: ['c'] });
      expect((await store.openLeads(tenantId)).toSorted()).toEqual(['a', 'b', 'c']);
      expect(await store.withdraw(newId(), 'b')).toBe(0);
      expect(await store.withdraw(tenantId, 'b')).toBe(1);
      expect(await store.withdraw(tenantId, 'b')).toBe(0);
      expect(await store.openLeads(tenantId)).toEqual(['c']);
      const states = await Promise.all([first, sent, other].map(({ id }) => store.find(tenantId, id)));
      expect(states.map((one) => one?.state)).toEqual(['withdrawn', 'sent', 'open']);
    });

    it('gives those that were made before a time and are not carried out', async () => {
      const old = await added({ createdAt: 10 });
      const { tenantId } = old;
      const older = await added({ tenantId, createdAt: 5 });
      await added({ tenantId, createdAt: 11 });
      const cutOff = await added({ tenantId, createdAt: 2, state: 'approving' });
      await added({ tenantId, createdAt: 1, state: 'sent' });
      expect(await store.openSince(tenantId, 10)).toEqual([cutOff, older, old]);
    });

    it('gives those whose outcome is to be looked at, and keeps what became of them', async () => {
      const decided = { at: 100, by };
      const sent = await added({ state: 'sent', decided });
      const { tenantId } = sent;
      const tasked = await added({ tenantId, state: 'tasked', decided, outcome: { ...notYet, through: 40 } });
      await added({ tenantId, state: 'sent', decided: { at: 99, by } });
      await added({ tenantId, state: 'rejected', decided });
      expect((await store.watched(tenantId, 99, 50)).map(({ id }) => id)).toEqual([sent.id, tasked.id]);
      const outcome = { through: 50, repliedAt: 45, optedOutAt: null, appointmentAt: 46 };
      await store.noteOutcome(newId(), sent.id, { ...outcome, repliedAt: 1 });
      await store.noteOutcome(tenantId, sent.id, outcome);
      expect(await store.find(tenantId, sent.id)).toMatchObject({ outcome });
      expect((await store.watched(tenantId, 99, 50)).map(({ id }) => id)).toEqual([tasked.id]);
    });

    it('removes those about a conversation, and no others', async () => {
      const gone = await added();
      const { tenantId, conversationId } = gone;
      const stays = await added({ tenantId });
      await store.erase(newId(), conversationId);
      expect(await store.find(tenantId, gone.id)).toEqual(gone);
      await store.erase(tenantId, conversationId);
      expect(await store.listOpen(tenantId)).toEqual([stays]);
    });
  });
}
