import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardFields, Conversation } from '../../src/features/conversations/model.ts';
import { writerOf } from '../../src/features/conversations/model.ts';
import type { AnswersDue, ConversationStore } from '../../src/features/conversations/ports.ts';
import type { SpeakerStore } from '../../src/features/conversations/speaker/ports.ts';
import { newId } from '../../src/kernel/ids.ts';
import { rivalCount } from '../support/rivalCount.ts';
import { aConversation } from './conversationStoreSuite.ts';

/** The promises that every SpeakerStore keeps. */
export function speakerStoreSuite(
  name: string,
  open: () => Promise<{ store: SpeakerStore & ConversationStore & AnswersDue; close(): Promise<void> }>,
): void {
  describe(`the speaker of a conversation, ${name}`, () => {
    let store: SpeakerStore & ConversationStore & AnswersDue;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    const opened = async (over: Partial<Conversation> = {}, board: Partial<BoardFields> = {}) =>
      (await store.openFor(aConversation(over, board))).conversation;
    const ann = { id: 'ann', name: 'Ann' };
    const toAnn = { mode: 'human', owner: ann, pausedUntil: null } as const;
    const toNobody = { owner: null, pausedUntil: null } as const;

    it('closing frees the visitor for a new conversation, and the closed one cannot come back beside it', async () => {
      const first = await opened();
      const closed = await store.changeSpeaker(first.tenantId, first.id, { mode: 'closed', ...toNobody }, {});
      expect(closed?.after.mode).toBe('closed');
      expect(await store.findOpen(first.tenantId, writerOf(first))).toBeNull();
      const second = await store.openFor(aConversation({ tenantId: first.tenantId, visitorId: writerOf(first) }));
      expect(second.created).toBe(true);
      expect(await store.changeSpeaker(first.tenantId, first.id, { mode: 'bot', ...toNobody }, {})).toBeNull();
      expect((await store.find(first.tenantId, first.id))?.mode).toBe('closed');
    });

    it('a change of speaker raises the fence and tells the state before it', async () => {
      const before = await opened();
      const changed = await store.changeSpeaker(before.tenantId, before.id, toAnn, { modes: ['bot'] });
      expect(changed?.before).toEqual(before);
      expect(changed?.after).toEqual({
        ...before,
        ...toAnn,
        fence: 1,
        speakerBy: null,
      });
      expect(await store.find(before.tenantId, before.id)).toEqual(changed?.after);
    });

    it('refuses a change of speaker that its condition forbids', async () => {
      const { id, tenantId } = await opened();
      await store.changeSpeaker(tenantId, id, toAnn, {});
      const back = { mode: 'bot', ...toNobody } as const;
      expect(await store.changeSpeaker(tenantId, id, back, { modes: ['bot', 'waiting'] })).toBeNull();
      expect(await store.changeSpeaker(tenantId, id, back, { ownerIds: [null, 'bob'] })).toBeNull();
      expect(await store.changeSpeaker(tenantId, id, back, { fence: 0 })).toBeNull();
      expect(await store.changeSpeaker(tenantId, newId(), back, {})).toBeNull();
      expect(await store.find(tenantId, id)).toMatchObject({ mode: 'human', fence: 1 });
      const only = { modes: ['human'] as const, ownerIds: ['ann', null], fence: 1 };
      expect((await store.changeSpeaker(tenantId, id, back, only))?.after).toMatchObject({
        mode: 'bot',
        fence: 2,
      });
      expect((await store.changeSpeaker(tenantId, id, toAnn, { ownerIds: [null] }))?.after.fence).toBe(3);
    });

    it('of many takeovers at once under one fence, one succeeds', async () => {
      const { id, tenantId } = await opened();
      const all = await Promise.all(
        Array.from({ length: rivalCount }, () => store.changeSpeaker(tenantId, id, toAnn, { fence: 0 })),
      );
      expect(all.filter(Boolean)).toHaveLength(1);
      expect((await store.find(tenantId, id))?.fence).toBe(1);
    });

    it('changes at once follow one another: each was what the one before it became', async () => {
      const first = await opened();
      const { id, tenantId } = first;
      const all = await Promise.all(
        Array.from({ length: rivalCount }, (_, index) =>
          store.changeSpeaker(
            tenantId,
            id,
            { mode: 'human', owner: { id: `agent${index}`, name: 'x' }, pausedUntil: index },
            {},
          ),
        ),
      );
      const chain = all.flatMap((change) => change ?? []).sort((a, b) => a.after.fence - b.after.fence);
      expect(chain).toHaveLength(rivalCount);
      expect(chain.map(({ before }) => before)).toEqual([first, ...chain.slice(0, -1).map(({ after }) => after)]);
    });

    it('changes the owner without raising the fence', async () => {
      const { id, tenantId } = await opened();
      expect(await store.changeOwner(tenantId, id, { owner: ann }, {})).toMatchObject({ owner: ann, fence: 0 });
      expect((await store.listOwned(tenantId, 'ann', 5)).map((one) => one.id)).toEqual([id]);
      expect(await store.changeOwner(tenantId, id, { owner: null }, {})).toMatchObject({ owner: null });
    });

    it('keeps the command that last changed the speaker or the owner, and the state before it, until the next change', async () => {
      const { id, tenantId } = await opened();
      const by = { key: 'ann:1:speaker', bodyHash: 'h' };
      await store.changeSpeaker(tenantId, id, { ...toAnn, by }, {});
      const taken = { ...by, fence: 1, from: { mode: 'bot', owner: null } };
      expect((await store.find(tenantId, id))?.speakerBy).toEqual(taken);
      await store.changeOwner(tenantId, id, { owner: null, by }, {});
      expect(await store.find(tenantId, id)).toMatchObject({
        speakerBy: taken,
        ownerBy: { ...by, fence: 1, from: { mode: 'human', owner: ann } },
      });
      await store.changeSpeaker(tenantId, id, toAnn, {});
      await store.changeOwner(tenantId, id, { owner: null }, {});
      expect(await store.find(tenantId, id)).toMatchObject({ speakerBy: null, ownerBy: null });
    });

    it('gives it to one of those who claim it at once, and to nobody in another mode', async () => {
      const { id, tenantId } = await opened();
      const all = await Promise.all(
        ['a', 'b', 'c'].map((agent) =>
          store.changeOwner(tenantId, id, { owner: { id: agent, name: agent } }, { ownerIds: [null, agent] }),
        ),
      );
      const owners = all.flatMap((one) => one?.owner ?? []);
      expect(owners).toHaveLength(1);
      expect(await store.changeOwner(tenantId, id, { owner: ann }, { modes: ['waiting'] })).toBeNull();
      expect((await store.find(tenantId, id))?.owner).toEqual(owners[0]);
    });

    it('holds the bot back without raising the fence, until it is let go or somebody else speaks', async () => {
      const { id, tenantId } = await opened();
      const hold = { by: ann, since: 5, until: 25 };
      expect(await store.changeHold(tenantId, id, hold)).toMatchObject({ hold, fence: 0 });
      expect(await store.find(tenantId, id)).toMatchObject({ hold });
      expect(await store.changeHold(tenantId, id, null)).toMatchObject({ hold: null });
      await store.changeHold(tenantId, id, hold);
      const changed = await store.changeSpeaker(tenantId, id, { mode: 'human', owner: ann, pausedUntil: null }, {});
      expect(changed?.after.hold).toBeNull();
      expect(await store.find(tenantId, id)).toMatchObject({ hold: null });
      expect(await store.changeHold('another', id, hold)).toBeNull();
    });

    it('offers only conversations that wait without an owner, and only if the caller saw the present state', async () => {
      const { id, tenantId } = await opened();
      const offer = { to: ann, until: 60, missed: false };
      expect(await store.changeOffer(tenantId, id, offer, null)).toBeNull();
      const wait = { reason: 'asked-for-person', since: 1 } as const;
      const waits = { mode: 'waiting', pausedUntil: null, wait } as const;
      await store.changeSpeaker(tenantId, id, waits, {});
      const all = await Promise.all(
        [offer, { ...offer, until: 61 }].map((one) => store.changeOffer(tenantId, id, one, null)),
      );
      const made = all.find((one) => one !== null)?.offer ?? null;
      expect(all.filter((one) => one !== null)).toHaveLength(1);
      expect(await store.find(tenantId, id)).toMatchObject({ offer: made, fence: 1 });
      expect(await store.changeOffer(tenantId, id, null, { ...offer, until: 1 })).toBeNull();
      expect(await store.changeOffer(tenantId, id, null, null)).toBeNull();
      expect(await store.changeOffer(tenantId, id, { ...offer, missed: true }, made)).toMatchObject({ owner: null });
      expect(await store.changeOwner(tenantId, id, { owner: ann }, {})).toMatchObject({ owner: ann, offer: null });
      expect(await store.changeOffer(tenantId, id, offer, null)).toBeNull();
      await store.changeOwner(tenantId, id, { owner: null }, {});
      await store.changeOffer(tenantId, id, offer, null);
      expect((await store.changeSpeaker(tenantId, id, waits, {}))?.after.offer).toBeNull();
      expect(await store.changeOffer('another', id, offer, null)).toBeNull();
    });

    it('lists the conversations that wait without an owner, and a person’s own, shown or not', async () => {
      const tenantId = newId();
      const waits = await opened({ tenantId, mode: 'waiting' }, { shown: false });
      const owned = await opened({ tenantId, mode: 'waiting', owner: ann });
      await opened({ tenantId });
      expect((await store.listUnowned(tenantId, 10)).map(({ id }) => id)).toEqual([waits.id]);
      expect(await store.listUnowned(tenantId, 0 + 1)).toHaveLength(1);
      const speaks = await opened({ tenantId, mode: 'human', owner: ann }, { shown: false });
      await opened({ tenantId, mode: 'closed', owner: ann });
      await opened({ tenantId, mode: 'human', owner: { id: 'ben', name: 'Ben' } });
      const owns = (await store.listOwned(tenantId, ann.id, 10)).map(({ id }) => id);
      expect(owns.sort()).toEqual([owned.id, speaks.id].sort());
      expect(await store.listOwned(tenantId, ann.id, 1)).toHaveLength(1);
    });

    it('the speaker, the wait and the review change in one write', async () => {
      const { id, tenantId } = await opened();
      await store.awaitAnswer(tenantId, id, { seq: 1, at: 3 });
      const wait = { reason: 'review', since: 3 } as const;
      const held = { mode: 'waiting', pausedUntil: null, wait, review: { since: 3 }, unanswered: 9 } as const;
      expect((await store.changeSpeaker(tenantId, id, held, {}))?.after).toMatchObject({
        mode: 'waiting',
        wait,
        review: { since: 3 },
        unansweredSince: 3,
      });
      const asked = { reason: 'asked-for-person', since: 5 } as const;
      const still = { mode: 'waiting', pausedUntil: null, wait: asked } as const;
      await store.changeSpeaker(tenantId, id, still, {});
      expect(await store.find(tenantId, id)).toMatchObject({ wait: asked, review: { since: 3 }, unansweredSince: 3 });
      await store.settleAnswer(tenantId, id, 2);
      await store.changeSpeaker(tenantId, id, { ...still, review: null, unanswered: 9 }, {});
      expect(await store.find(tenantId, id)).toMatchObject({ review: null, unansweredSince: 9 });
      const over = { mode: 'closed', pausedUntil: null, unanswered: null } as const;
      const after = (await store.changeSpeaker(tenantId, id, over, {}))?.after;
      expect(after).toMatchObject({ wait: null, review: null, unansweredSince: null });
      expect(await store.find(tenantId, id)).toEqual(after);
    });
  });
}
