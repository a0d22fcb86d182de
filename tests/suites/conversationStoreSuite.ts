import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowFieldsOf } from '../../src/features/conversations/board/bringForward.ts';
import { type BoardFields, type Conversation, writerOf } from '../../src/features/conversations/model.ts';
import { type ConversationStores, idsPage } from '../../src/features/conversations/ports.ts';
import { fewAtOnce } from '../../src/kernel/fewAtOnce.ts';
import { newId } from '../../src/kernel/ids.ts';
import { rivalCount } from '../support/rivalCount.ts';

export function aConversation(over: Partial<Conversation> = {}, board: Partial<BoardFields> = {}): Conversation {
  return {
    id: newId(),
    tenantId: newId(),
    visitorId: newId(),
    leadId: newId(),
    siteId: 'site',
    channel: 'widget',
    createdAt: 1_000,
    page: { url: 'https://homes.example/12' },
    language: 'en',
    mode: 'bot',
    fence: 0,
    owner: null,
    unansweredSince: null,
    snoozedUntil: null,
    wait: null,
    review: null,
    pausedUntil: null,
    hold: null,
    offer: null,
    ...over,
    board: {
      shown: true,
      leadName: null,
      bot: 'lead',
      stage: 'NEW',
      score: null,
      temperature: null,
      wants: null,
      tags: [],
      tagsDecided: [],
      priority: 'normal',
      through: { public: 0, internal: 0 },
      migrated: false,
      said: 0,
      speaks: 'bot',
      over: {},
      onCallSince: null,
      pressed: false,
      read: 0,
      vouchedName: null,
      lastText: '',
      lastAt: 1_000,
      flags: [],
      listingTitle: null,
      alerts: [],
      lastLines: [],
      ...board,
    },
  };
}

/** The promises that every store of conversations keeps, except those about the speaker and the board. */
export function conversationStoreSuite(
  name: string,
  open: () => Promise<{ store: ConversationStores; close(): Promise<void> }>,
): void {
  describe(`conversations, ${name}`, () => {
    let store: ConversationStores;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    const opened = async (over: Partial<Conversation> = {}, board: Partial<BoardFields> = {}) =>
      (await store.openFor(aConversation(over, board))).conversation;
    const ann = { id: 'ann', name: 'Ann' };
    const toAnn = { mode: 'human', owner: ann, pausedUntil: null } as const;

    it('many openings at once make one conversation', async () => {
      const visitor = { tenantId: newId(), visitorId: newId() };
      const all = await Promise.all(Array.from({ length: rivalCount }, () => store.openFor(aConversation(visitor))));
      expect(new Set(all.map(({ conversation }) => conversation.id)).size).toBe(1);
      expect(all.filter(({ created }) => created)).toHaveLength(1);
      expect(await store.findOpen(visitor.tenantId, visitor.visitorId)).toEqual(all[0]?.conversation);
    });

    it('gives back exactly what was put in', async () => {
      const seed = aConversation(
        { owner: { id: '$where', name: 'a.b' }, page: { url: 'u', title: '$t' } },
        { flags: [{ kind: '$x', reason: 'a.b', at: 1 }], score: 0, leadName: '' },
      );
      expect((await store.openFor(seed)).conversation).toEqual(seed);
      expect(await store.find(seed.tenantId, seed.id)).toEqual(seed);
    });

    it('keeps one of another channel than a page, with neither visitor nor site nor page, and one open one of its lead', async () => {
      const { visitorId: _, siteId: __, page: ___, ...rest } = aConversation();
      const seed: Conversation = { ...rest, channel: 'sms', contact: '+15125550101' };
      expect((await store.openFor(seed)).conversation).toEqual(seed);
      expect(await store.find(seed.tenantId, seed.id)).toEqual(seed);
      expect(await store.findOpen(seed.tenantId, seed.leadId)).toEqual(seed);
      expect((await store.openFor({ ...seed, id: newId() })).conversation.id).toBe(seed.id);
      expect((await store.list(seed.tenantId, { limit: 10, now: 2_000 })).items).toEqual([seed]);
      await Promise.all([3, 7, 5].map((seq) => store.noteSent(seed.tenantId, seed.id, seq)));
      await store.noteSent(newId(), seed.id, 9);
      expect(await store.find(seed.tenantId, seed.id)).toEqual({ ...seed, sentSeq: 7 });
      await store.changeSpeaker(seed.tenantId, seed.id, { mode: 'closed', owner: null, pausedUntil: null }, {});
      expect(await store.findOpen(seed.tenantId, seed.leadId)).toBeNull();
      await store.erasePage(seed.tenantId, seed.id);
      const late = { ...rowFieldsOf(seed.board), lastText: 'words', through: { public: 99, internal: 99 } };
      expect(await store.writeRow(seed.tenantId, seed.id, late)).toBe(false);
      expect(await store.find(seed.tenantId, seed.id)).toMatchObject({ contact: null, board: { lastText: '' } });
      expect((await store.list(seed.tenantId, { limit: 10, now: 2_000 })).items).toEqual([]);
    });

    it('never returns or changes another tenant’s conversation', async () => {
      const own = await opened();
      const other = newId();
      expect(await store.find(other, own.id)).toBeNull();
      expect(await store.findOpen(other, writerOf(own))).toBeNull();
      expect(await store.changeSpeaker(other, own.id, toAnn, {})).toBeNull();
      expect(await store.changeOwner(other, own.id, { owner: ann }, {})).toBeNull();
      await store.awaitAnswer(other, own.id, { seq: 1, at: 1 });
      await store.settleAnswer(other, own.id, 1);
      expect(await store.markRow(other, own.id, { read: 1 })).toBeNull();
      expect(await store.listUnowned(other, 10)).toEqual([]);
      expect(await store.listOwned(other, 'ann', 10)).toEqual([]);
      expect((await store.list(other, { limit: 10, now: 0 })).items).toEqual([]);
      expect(await store.listOfLead(other, own.leadId, 10)).toEqual([]);
      expect(await store.find(own.tenantId, own.id)).toEqual(own);
    });

    it('words wait from the first that nobody answered until somebody does', async () => {
      const { id, tenantId } = await opened({ snoozedUntil: 99 });
      const since = async () => (await store.find(tenantId, id))?.unansweredSince;
      await store.awaitAnswer(tenantId, id, { seq: 1, at: 20 });
      expect(await store.find(tenantId, id)).toMatchObject({ unansweredSince: 20, snoozedUntil: null });
      await store.awaitAnswer(tenantId, id, { seq: 2, at: 25 });
      expect(await since()).toBe(20);
      await store.settleAnswer(tenantId, id, 3);
      expect(await since()).toBeNull();
      const again = { seq: 4, at: 40 };
      await Promise.all([store.awaitAnswer(tenantId, id, again), store.awaitAnswer(tenantId, id, again)]);
      expect(await since()).toBe(40);
    });

    it('an answer ends the wait of what it read, never that of later words', async () => {
      const { id, tenantId } = await opened();
      const since = async () => (await store.find(tenantId, id))?.unansweredSince;
      await store.awaitAnswer(tenantId, id, { seq: 1, at: 20 });
      await store.awaitAnswer(tenantId, id, { seq: 2, at: 30 });
      await store.settleAnswer(tenantId, id, 1);
      expect(await since()).toBe(30);
      await store.settleAnswer(tenantId, id, 3);
      expect(await since()).toBeNull();
    });

    it('marks that come late change nothing that came after them', async () => {
      const { id, tenantId } = await opened();
      const found = () => store.find(tenantId, id);
      await store.settleAnswer(tenantId, id, 5);
      await store.putAside(tenantId, id, 99);
      await store.awaitAnswer(tenantId, id, { seq: 4, at: 20 });
      expect(await found()).toMatchObject({ unansweredSince: null, snoozedUntil: 99 });
      await store.awaitAnswer(tenantId, id, { seq: 7, at: 40 });
      await store.awaitAnswer(tenantId, id, { seq: 6, at: 30 });
      await store.settleAnswer(tenantId, id, 3);
      expect(await found()).toMatchObject({ unansweredSince: 40, snoozedUntil: null });
      await store.settleAnswer(tenantId, id, 7);
      expect((await found())?.unansweredSince).toBeNull();
    });

    it('an answer to earlier words does not reopen a wait that somebody ended', async () => {
      const { id, tenantId } = await opened();
      await store.awaitAnswer(tenantId, id, { seq: 2, at: 20 });
      await store.changeSpeaker(tenantId, id, { ...toAnn, unanswered: null }, {});
      await store.settleAnswer(tenantId, id, 1);
      expect((await store.find(tenantId, id))?.unansweredSince).toBeNull();
    });

    it('marks of words that are written with a row that is refused stand as if they were written alone', async () => {
      const { id, tenantId } = await opened({}, { through: { public: 9, internal: 9 } });
      const stale = { ...rowFieldsOf(aConversation().board), through: { public: 1, internal: 1 } };
      for (let seq = 1; seq <= 20; seq += 1) {
        const at = seq * 10;
        const [, , isWritten] = await Promise.all([
          store.settleAnswer(tenantId, id, seq - 1),
          store.awaitAnswer(tenantId, id, { seq, at }),
          store.writeRow(tenantId, id, stale),
        ]);
        expect(isWritten).toBe(false);
        expect((await store.find(tenantId, id))?.unansweredSince).toBe(at);
      }
    });

    it('lists a lead’s conversations, newest first', async () => {
      const lead = { tenantId: newId(), leadId: newId() };
      const old = await opened({ ...lead, createdAt: 1 });
      const young = await opened({ ...lead, createdAt: 2 });
      expect(await store.listOfLead(lead.tenantId, lead.leadId, 5)).toEqual([young, old]);
      expect(await store.listOfLead(lead.tenantId, lead.leadId, 1)).toEqual([young]);
    });

    it('lists the conversations of several leads who are asked for at once, each as if alone', async () => {
      const tenantId = newId();
      const [one, other] = [newId(), newId()];
      const ofOne = [await opened({ tenantId, leadId: one, createdAt: 1 })];
      const ofOther = [1, 2].map((createdAt) => ({ tenantId, leadId: other, createdAt }));
      const [old, young] = [await opened(ofOther[0]), await opened(ofOther[1])];
      const foreign = await opened({ tenantId: newId(), leadId: one });
      const asked = [
        [tenantId, one, 5],
        [tenantId, other, 1],
        [tenantId, newId(), 5],
        [tenantId, other, 5],
      ] as const;
      const together = () => Promise.all(asked.map(([tenant, lead, limit]) => store.listOfLead(tenant, lead, limit)));
      expect(await together()).toEqual([ofOne, [young], [], [young, old]]);
      const [foreigners, own] = await Promise.all([
        store.listOfLead(foreign.tenantId, one, 5),
        store.listOfLead(tenantId, one, 5),
      ]);
      expect([foreigners, own]).toEqual([[foreign], ofOne]);
    });

    it('reads the ids of all a lead’s conversations page by page, closed ones too, none twice and none left out', async () => {
      const lead = { tenantId: newId(), leadId: newId() };
      const ids = Array.from({ length: idsPage + 2 }, () => newId()).sort();
      await fewAtOnce(ids, (id) => opened({ ...lead, id, visitorId: id }));
      await opened({ tenantId: lead.tenantId });
      const first = await store.pageOfLead(lead.tenantId, lead.leadId);
      expect(first.map(({ id }) => id)).toEqual(ids.slice(0, idsPage));
      const rest = await store.pageOfLead(lead.tenantId, lead.leadId, first.at(-1)?.id);
      expect(rest.map(({ id }) => id)).toEqual(ids.slice(idsPage));
      expect(await store.pageOfLead(newId(), lead.leadId)).toEqual([]);
    });

    it('forgets the page it began on and its row’s fields, and nothing else', async () => {
      const before = await opened({ page: { url: 'https://homes.example/12?email=ana', title: 'x', listingId: 'l' } });
      await store.erasePage('another', before.id);
      expect(await store.find(before.tenantId, before.id)).toEqual(before);
      await store.erasePage(before.tenantId, before.id);
      expect(await store.find(before.tenantId, before.id)).toEqual({
        ...before,
        page: { url: '' },
        address: null,
        contact: null,
        board: {
          ...before.board,
          shown: false,
          bot: null,
          markedUnread: null,
          visitorLeftAt: null,
          followUpBy: null,
          device: null,
        },
        speakerBy: null,
        ownerBy: null,
      });
    });

    it('knows what is spoken in it now, whatever its row shows, of its tenant only', async () => {
      const before = await opened();
      await store.changeLanguage('another', before.id, 'es');
      expect(await store.find(before.tenantId, before.id)).toEqual(before);
      await store.changeLanguage(before.tenantId, before.id, 'es');
      await store.writeRow(before.tenantId, before.id, rowFieldsOf(before.board));
      expect(await store.find(before.tenantId, before.id)).toEqual({ ...before, language: 'es' });
    });

    it('knows where a visitor comes from now, of their tenant only', async () => {
      const before = await opened();
      const address = { key: 'k', shown: '192.0.2.x' };
      await store.changeAddress('another', before.id, address);
      expect(await store.find(before.tenantId, before.id)).toEqual(before);
      await store.changeAddress(before.tenantId, before.id, address);
      expect(await store.find(before.tenantId, before.id)).toEqual({ ...before, address });
    });
  });
}
