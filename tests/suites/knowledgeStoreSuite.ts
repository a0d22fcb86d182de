import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnCard } from '../../src/features/knowledge/model.ts';
import type { KnowledgeStore } from '../../src/features/knowledge/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const aCard = (over: Partial<OwnCard>): OwnCard => ({
  id: newId(),
  tenantId: newId(),
  questions: ['Do you rent homes?'],
  answer: 'We help people buy and sell.',
  language: 'en',
  audience: 'staff',
  by: { id: 'u1', name: 'Renee Castillo' },
  at: 1,
  ...over,
});

/** The promises that every KnowledgeStore keeps. `open` gives an empty one. */
export function knowledgeStoreSuite(
  name: string,
  open: () => Promise<{ store: KnowledgeStore; close(): Promise<void> }>,
): void {
  describe(`knowledge, ${name}`, () => {
    let store: KnowledgeStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('lists the cards of one tenant, newest first, and takes a card in place of an earlier one', async () => {
      const tenantId = newId();
      const [old, fresh] = [aCard({ tenantId }), aCard({ tenantId, at: 2 })];
      await store.putCards([]);
      await store.putCards([old, fresh, aCard({})]);
      expect(await store.listCards(tenantId)).toEqual([fresh, old]);
      const changed = { ...old, answer: 'Only for sale.', at: 3 };
      await store.putCards([changed]);
      expect(await store.listCards(tenantId)).toEqual([changed, fresh]);
    });

    it('finds and removes a card only with the right tenant', async () => {
      const card = aCard({});
      await store.putCards([card]);
      expect(await store.findCard(newId(), card.id)).toBeNull();
      expect(await store.removeCard(newId(), card.id)).toBeNull();
      expect(await store.findCard(card.tenantId, card.id)).toEqual(card);
      expect(await store.removeCard(card.tenantId, card.id)).toEqual(card);
      expect(await store.removeCard(card.tenantId, card.id)).toBeNull();
    });

    it('counts a question that is asked again, and lists those asked most often first', async () => {
      const tenantId = newId();
      const ask = (id: string, at: number, conversationId = 'c1') =>
        store.noteUnanswered({ id: `${tenantId}${id}`, tenantId, question: id, conversationId, at }, 200);
      await ask('pool', 1);
      await ask('dogs', 2);
      await ask('pool', 3, 'c2');
      const list = await store.listUnanswered(tenantId);
      expect(list).toEqual([
        { id: `${tenantId}pool`, tenantId, question: 'pool', times: 2, conversationId: 'c2', at: 3 },
        { id: `${tenantId}dogs`, tenantId, question: 'dogs', times: 1, conversationId: 'c1', at: 2 },
      ]);
      expect(await store.removeUnanswered(newId(), `${tenantId}pool`)).toBeNull();
      expect((await store.removeUnanswered(tenantId, `${tenantId}pool`))?.times).toBe(2);
      expect(await store.listUnanswered(tenantId)).toHaveLength(1);
    });

    it('keeps so many of a tenant as it is told, those asked last, and of nobody else fewer', async () => {
      const [tenantId, other] = [newId(), newId()];
      const ask = (tenant: string, id: string, at: number) =>
        store.noteUnanswered({ id: tenant + id, tenantId: tenant, question: id, conversationId: 'c', at }, 3);
      await ask(other, 'a', 0);
      for (const [at, id] of ['a', 'b', 'c'].entries()) await ask(tenantId, id, at + 1);
      await ask(tenantId, 'a', 4);
      await ask(tenantId, 'd', 5);
      expect((await store.listUnanswered(tenantId)).map(({ question }) => question)).toEqual(['a', 'd', 'c']);
      expect(await store.listUnanswered(other)).toHaveLength(1);
    });

    it('forgets what was asked last in a conversation that is erased', async () => {
      const tenantId = newId();
      const ask = (id: string, conversationId: string) =>
        store.noteUnanswered({ id: tenantId + id, tenantId, question: id, conversationId, at: 1 }, 10);
      await ask('mine', 'c1');
      await ask('ours', 'c1');
      await ask('ours', 'c2');
      await store.eraseUnanswered(newId(), 'c1');
      await store.eraseUnanswered(tenantId, 'c1');
      expect((await store.listUnanswered(tenantId)).map(({ question }) => question)).toEqual(['ours']);
    });
  });
}
