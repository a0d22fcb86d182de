import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soonestRedMs } from '../../src/features/conversations/judgeAlerts.ts';
import {
  type AlertChange,
  type BoardFields,
  type Conversation,
  type FlagChange,
  quietMs,
} from '../../src/features/conversations/model.ts';
import { type ConversationStore, idsPage } from '../../src/features/conversations/ports.ts';
import { fewAtOnce } from '../../src/kernel/fewAtOnce.ts';
import { newId } from '../../src/kernel/ids.ts';

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
    mode: 'bot',
    fence: 0,
    owner: null,
    pausedUntil: null,
    hold: null,
    offer: null,
    due: null,
    dueCount: 0,
    ...over,
    board: {
      shown: true,
      leadName: null,
      bot: 'lead',
      stage: '',
      score: null,
      temperature: null,
      waitingSince: null,
      unread: 0,
      lastText: '',
      lastAt: 1_000,
      flags: [],
      language: 'en',
      listingTitle: null,
      snoozedUntil: null,
      alerts: [],
      lastLines: [],
      ...board,
    },
  };
}

/** What a ConversationStore promises. */
export function conversationStoreSuite(
  name: string,
  open: () => Promise<{ store: ConversationStore; close(): Promise<void> }>,
): void {
  describe(`conversations, ${name}`, () => {
    let store: ConversationStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    const opened = async (over: Partial<Conversation> = {}, board: Partial<BoardFields> = {}) =>
      (await store.openFor(aConversation(over, board))).conversation;
    const ann = { id: 'ann', name: 'Ann' };
    const toAnn = { mode: 'human', owner: ann, pausedUntil: null } as const;
    const toNobody = { owner: null, pausedUntil: null } as const;

    it('a dozen openings at once make one conversation', async () => {
      const visitor = { tenantId: newId(), visitorId: newId() };
      const all = await Promise.all(Array.from({ length: 12 }, () => store.openFor(aConversation(visitor))));
      expect(new Set(all.map(({ conversation }) => conversation.id)).size).toBe(1);
      expect(all.filter(({ created }) => created)).toHaveLength(1);
      expect(await store.findOpen(visitor.tenantId, visitor.visitorId)).toEqual(all[0]?.conversation);
    });

    it('gives back exactly what was put in', async () => {
      const seed = aConversation(
        { owner: { id: '$where', name: 'a.b' }, page: { url: 'u', title: '$t' }, due: { since: 1, at: 2, count: 3 } },
        { flags: [{ kind: '$x', reason: 'a.b' }], score: 0, leadName: '' },
      );
      expect((await store.openFor(seed)).conversation).toEqual(seed);
      expect(await store.find(seed.tenantId, seed.id)).toEqual(seed);
    });

    it('never returns or changes another tenant’s conversation', async () => {
      const own = await opened();
      const other = newId();
      const mark = { now: 5, at: 5, capMs: 5 };
      expect(await store.find(other, own.id)).toBeNull();
      expect(await store.findOpen(other, own.visitorId)).toBeNull();
      expect(await store.markDue(other, own.id, mark)).toBeNull();
      expect(await store.changeSpeaker(other, own.id, toAnn, {}, null)).toBeNull();
      expect(await store.changeOwner(other, own.id, ann, {})).toBeNull();
      expect(await store.changeBoard(other, own.id, { stage: 'x' })).toBeNull();
      expect((await store.list(other, { limit: 10, now: 0 })).items).toEqual([]);
      expect(await store.listOfLead(other, own.leadId, 10)).toEqual([]);
      expect(await store.find(own.tenantId, own.id)).toEqual(own);
    });

    it('closing frees the visitor for a new conversation, and the closed one cannot come back beside it', async () => {
      const first = await opened();
      const closed = await store.changeSpeaker(first.tenantId, first.id, { mode: 'closed', ...toNobody }, {}, null);
      expect(closed?.after.mode).toBe('closed');
      expect(await store.findOpen(first.tenantId, first.visitorId)).toBeNull();
      const second = await store.openFor(aConversation({ tenantId: first.tenantId, visitorId: first.visitorId }));
      expect(second.created).toBe(true);
      expect(await store.changeSpeaker(first.tenantId, first.id, { mode: 'bot', ...toNobody }, {}, null)).toBeNull();
      expect((await store.find(first.tenantId, first.id))?.mode).toBe('closed');
    });

    it('a burst keeps its first mark’s time and is due no later than the cap', async () => {
      const { id, tenantId } = await opened();
      await store.markDue(tenantId, id, { now: 1_000, at: 2_500, capMs: 4_000 });
      const second = await store.markDue(tenantId, id, { now: 2_000, at: 3_500, capMs: 4_000 });
      expect(second).toMatchObject({ due: { since: 1_000, at: 3_500, count: 2 }, dueCount: 2 });
      const third = await store.markDue(tenantId, id, { now: 3_900, at: 5_400, capMs: 4_000 });
      expect(third).toMatchObject({ due: { since: 1_000, at: 5_000, count: 3 }, dueCount: 3 });
      expect(await store.find(tenantId, id)).toEqual(third);
    });

    it('a dozen marks at once are a dozen', async () => {
      const { id, tenantId } = await opened();
      const mark = { now: 1, at: 2, capMs: 10 };
      await Promise.all(Array.from({ length: 12 }, () => store.markDue(tenantId, id, mark)));
      expect(await store.find(tenantId, id)).toMatchObject({ due: { count: 12 }, dueCount: 12 });
    });

    it('a turn clears only the marks it saw', async () => {
      const { id, tenantId } = await opened();
      const mark = { now: 1, at: 2, capMs: 10 };
      await store.markDue(tenantId, id, mark);
      await store.markDue(tenantId, id, mark);
      expect(await store.clearDue(id, 1)).toBe(false);
      expect((await store.find(tenantId, id))?.due?.count).toBe(2);
      expect(await store.clearDue(id, 2)).toBe(true);
      expect(await store.find(tenantId, id)).toMatchObject({ due: null, dueCount: 2 });
      expect(await store.clearDue(newId(), 0)).toBe(false);
    });

    it('marks a closed conversation only when told to', async () => {
      const { id, tenantId } = await opened();
      await store.changeSpeaker(tenantId, id, { mode: 'closed', ...toNobody }, {}, null);
      const mark = { now: 1, at: 2, capMs: 10 };
      expect(await store.markDue(tenantId, id, mark)).toBeNull();
      expect(await store.markDue(tenantId, id, { ...mark, evenClosed: true })).toMatchObject({ dueCount: 1 });
      expect(await store.markDue(tenantId, newId(), mark)).toBeNull();
    });

    it('lists what is due, of every tenant, oldest first', async () => {
      const base = -1_000_000;
      const made = [await opened(), await opened(), await opened()];
      for (const [index, { id, tenantId }] of made.entries()) {
        const at = base + [20, 10, 30][index]!;
        await store.markDue(tenantId, id, { now: base, at, capMs: 1_000 });
      }
      const due = (await store.listDue(base + 20, 10)).map(({ id }) => id);
      expect(due).toEqual([made[1]?.id, made[0]?.id]);
      expect(await store.listDue(base + 20, 1)).toHaveLength(1);
      await store.postponeDue(made[1]!.id, base + 25);
      expect((await store.listDue(base + 30, 10)).map(({ id }) => id)).toEqual(
        [made[0], made[1], made[2]].map((c) => c?.id),
      );
      for (const { id } of made) expect(await store.clearDue(id, 1)).toBe(true);
      expect(await store.listDue(base + 30, 10)).toEqual([]);
      await store.postponeDue(made[0]!.id, base);
      expect(await store.listDue(base + 30, 10)).toEqual([]);
    });

    it('lists pauses that have ended', async () => {
      const { id, tenantId } = await opened();
      const until = -2_000_000;
      await store.changeSpeaker(tenantId, id, { mode: 'human', owner: ann, pausedUntil: until }, {}, null);
      expect(await store.listPausesEnded(until - 1, 10)).toEqual([]);
      expect((await store.listPausesEnded(until, 10)).map((paused) => paused.id)).toEqual([id]);
      await store.changeSpeaker(tenantId, id, { mode: 'bot', ...toNobody }, {}, null);
      expect(await store.listPausesEnded(until, 10)).toEqual([]);
    });

    it('a change of who speaks raises the fence and says what it was', async () => {
      const before = await opened();
      const changed = await store.changeSpeaker(before.tenantId, before.id, toAnn, { modes: ['bot'] }, { now: 7 });
      expect(changed?.before).toEqual(before);
      expect(changed?.after).toEqual({
        ...before,
        ...toAnn,
        fence: 1,
        due: { since: 7, at: 7, count: 1 },
        dueCount: 1,
      });
      expect(await store.find(before.tenantId, before.id)).toEqual(changed?.after);
    });

    it('refuses a change of who speaks that its condition forbids', async () => {
      const { id, tenantId } = await opened();
      await store.changeSpeaker(tenantId, id, toAnn, {}, null);
      const back = { mode: 'bot', ...toNobody } as const;
      expect(await store.changeSpeaker(tenantId, id, back, { modes: ['bot', 'waiting'] }, null)).toBeNull();
      expect(await store.changeSpeaker(tenantId, id, back, { ownerIds: [null, 'bob'] }, null)).toBeNull();
      expect(await store.changeSpeaker(tenantId, id, back, { fence: 0 }, null)).toBeNull();
      expect(await store.changeSpeaker(tenantId, newId(), back, {}, null)).toBeNull();
      expect(await store.find(tenantId, id)).toMatchObject({ mode: 'human', fence: 1 });
      const only = { modes: ['human'] as const, ownerIds: ['ann', null], fence: 1 };
      expect((await store.changeSpeaker(tenantId, id, back, only, null))?.after).toMatchObject({
        mode: 'bot',
        fence: 2,
      });
      expect((await store.changeSpeaker(tenantId, id, toAnn, { ownerIds: [null] }, null))?.after.fence).toBe(3);
    });

    it('of ten takeovers at once under one fence, one succeeds', async () => {
      const { id, tenantId } = await opened();
      const all = await Promise.all(
        Array.from({ length: 10 }, () => store.changeSpeaker(tenantId, id, toAnn, { fence: 0 }, null)),
      );
      expect(all.filter(Boolean)).toHaveLength(1);
      expect((await store.find(tenantId, id))?.fence).toBe(1);
    });

    it('changes at once follow one another: each was what the one before it became', async () => {
      const first = await opened();
      const { id, tenantId } = first;
      const all = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          store.changeSpeaker(
            tenantId,
            id,
            { mode: 'human', owner: { id: `agent${index}`, name: 'x' }, pausedUntil: index },
            {},
            index % 2 ? { now: index } : null,
          ),
        ),
      );
      const chain = all.flatMap((change) => change ?? []).sort((a, b) => a.after.fence - b.after.fence);
      expect(chain).toHaveLength(10);
      expect(chain.map(({ before }) => before)).toEqual([first, ...chain.slice(0, -1).map(({ after }) => after)]);
    });

    it('changes the owner without raising the fence', async () => {
      const { id, tenantId } = await opened();
      expect(await store.changeOwner(tenantId, id, ann, {})).toMatchObject({ owner: ann, fence: 0 });
      expect((await store.list(tenantId, { filter: { mine: true }, me: 'ann', limit: 5, now: 0 })).items).toHaveLength(
        1,
      );
      expect(await store.changeOwner(tenantId, id, null, {})).toMatchObject({ owner: null });
    });

    it('gives it to one of those who claim it at once, and to nobody in another mode', async () => {
      const { id, tenantId } = await opened();
      const all = await Promise.all(
        ['a', 'b', 'c'].map((agent) =>
          store.changeOwner(tenantId, id, { id: agent, name: agent }, { ownerIds: [null, agent] }),
        ),
      );
      const owners = all.flatMap((one) => one?.owner ?? []);
      expect(owners).toHaveLength(1);
      expect(await store.changeOwner(tenantId, id, ann, { modes: ['waiting'] })).toBeNull();
      expect((await store.find(tenantId, id))?.owner).toEqual(owners[0]);
    });

    it('holds the bot back without raising the fence, until it is let go or somebody else speaks', async () => {
      const { id, tenantId } = await opened();
      const hold = { by: ann, since: 5, until: 25 };
      expect(await store.changeHold(tenantId, id, hold)).toMatchObject({ hold, fence: 0 });
      expect(await store.find(tenantId, id)).toMatchObject({ hold });
      expect(await store.changeHold(tenantId, id, null)).toMatchObject({ hold: null });
      await store.changeHold(tenantId, id, hold);
      const changed = await store.changeSpeaker(
        tenantId,
        id,
        { mode: 'human', owner: ann, pausedUntil: null },
        {},
        null,
      );
      expect(changed?.after.hold).toBeNull();
      expect(await store.find(tenantId, id)).toMatchObject({ hold: null });
      expect(await store.changeHold('another', id, hold)).toBeNull();
    });

    it('offers only what waits and nobody has, and only to whoever saw what stands', async () => {
      const { id, tenantId } = await opened();
      const offer = { to: ann, until: 60, missed: false };
      expect(await store.changeOffer(tenantId, id, offer, null)).toBeNull();
      const waits = { mode: 'waiting', pausedUntil: null } as const;
      await store.changeSpeaker(tenantId, id, waits, {}, null);
      const all = await Promise.all(
        [offer, { ...offer, until: 61 }].map((one) => store.changeOffer(tenantId, id, one, null)),
      );
      const made = all.find((one) => one !== null)?.offer ?? null;
      expect(all.filter((one) => one !== null)).toHaveLength(1);
      expect(await store.find(tenantId, id)).toMatchObject({ offer: made, fence: 1 });
      expect(await store.changeOffer(tenantId, id, null, { ...offer, until: 1 })).toBeNull();
      expect(await store.changeOffer(tenantId, id, null, null)).toBeNull();
      expect(await store.changeOffer(tenantId, id, { ...offer, missed: true }, made)).toMatchObject({ owner: null });
      expect(await store.changeOwner(tenantId, id, ann, {})).toMatchObject({ owner: ann, offer: null });
      expect(await store.changeOffer(tenantId, id, offer, null)).toBeNull();
      await store.changeOwner(tenantId, id, null, {});
      await store.changeOffer(tenantId, id, offer, null);
      expect((await store.changeSpeaker(tenantId, id, waits, {}, null))?.after.offer).toBeNull();
      expect(await store.changeOffer('another', id, offer, null)).toBeNull();
    });

    it('changes the board’s row field by field and counts unread on', async () => {
      const { id, tenantId } = await opened();
      await store.changeBoard(tenantId, id, { stage: 'ASK', flags: [{ kind: 'k', reason: 'r' }] }, { unread: 2 });
      const row = await store.changeBoard(tenantId, id, { score: 70 }, { unread: 1 });
      expect(row?.board).toMatchObject({ stage: 'ASK', score: 70, unread: 3, flags: [{ kind: 'k', reason: 'r' }] });
      expect((await store.changeBoard(tenantId, id, { unread: 0 }))?.board.unread).toBe(0);
      expect((await store.changeBoard(tenantId, id, {}))?.board).toEqual({ ...row?.board, unread: 0 });
    });

    it('pages through the board, newest first, without a gap or a repeat', async () => {
      const tenantId = newId();
      const made = await Promise.all(
        Array.from({ length: 23 }, (_, index) => opened({ tenantId }, { lastAt: Math.floor(index / 4) })),
      );
      await opened({ tenantId }, { shown: false });
      const seen: Conversation[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.list(tenantId, { limit: 5, now: 0, ...(cursor === undefined ? {} : { cursor }) });
        expect(page.items.length).toBeLessThanOrEqual(5);
        seen.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(made.map(({ id }) => id)));
      expect(seen).toHaveLength(made.length);
      const times = seen.map(({ board }) => board.lastAt);
      expect(times).toEqual([...times].sort((a, b) => b - a));
    });

    it('finds conversations however long ago they were, and those of a clock that is ahead', async () => {
      const tenantId = newId();
      const now = Date.UTC(2026, 10, 21);
      const dayMs = 86_400_000;
      const times = [now + 60_000, now, now - dayMs, now - 30 * dayMs, now - 400 * dayMs, now - 4_000 * dayMs];
      for (const lastAt of times) await opened({ tenantId }, { lastAt });
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.list(tenantId, { limit: 2, now, ...(cursor === undefined ? {} : { cursor }) });
        seen.push(...page.items.map(({ board }) => board.lastAt));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(times);
    });

    it('lists what happened since a time, over pages too', async () => {
      const tenantId = newId();
      const now = Date.UTC(2026, 10, 21);
      const hourMs = 3_600_000;
      for (const hours of [0, 1, 8, 30, 31, 500]) await opened({ tenantId }, { lastAt: now - hours * hourMs });
      const since = now - 30 * hourMs;
      const hoursAgo = ({ items }: Awaited<ReturnType<ConversationStore['list']>>) =>
        items.map(({ board }) => (now - board.lastAt) / hourMs);
      const whole = await store.list(tenantId, { limit: 10, now, since });
      expect([hoursAgo(whole), whole.nextCursor]).toEqual([[0, 1, 8, 30], null]);
      const first = await store.list(tenantId, { limit: 3, now, since });
      expect(hoursAgo(first)).toEqual([0, 1, 8]);
      const second = await store.list(tenantId, { limit: 3, now, since, cursor: first.nextCursor ?? '' });
      expect([hoursAgo(second), second.nextCursor]).toEqual([[30], null]);
    });

    it('refuses a cursor that no page returned', async () => {
      for (const cursor of [
        '',
        'x',
        Buffer.from('{"$gt":1}').toString('base64url'),
        Buffer.from('[{},1]').toString('base64url'),
      ]) {
        await expect(store.list(newId(), { limit: 5, now: 0, cursor })).rejects.toMatchObject({
          code: 'VALIDATION_FAILED',
        });
      }
    });

    it('filters the board by owner, mode, temperature, state and words', async () => {
      const tenantId = newId();
      const mine = await opened({ tenantId, owner: ann, mode: 'human' }, { leadName: 'José (buyer)', lastAt: 1 });
      const hot = await opened({ tenantId }, { temperature: 'hot', lastText: 'It costs $5.00?', lastAt: 2 });
      const over = await opened({ tenantId, mode: 'closed' }, { lastText: 'Bye', lastAt: 3 });
      const snoozed = await opened({ tenantId, owner: { id: 'bob', name: 'Bob' } }, { snoozedUntil: 99, lastAt: 4 });
      const ids = async (query: Partial<Parameters<ConversationStore['list']>[1]>) =>
        (await store.list(tenantId, { limit: 10, now: 50, ...query })).items.map(({ id }) => id);
      expect(await ids({})).toEqual([snoozed.id, over.id, hot.id, mine.id]);
      expect(await ids({ closed: false })).toEqual([snoozed.id, hot.id, mine.id]);
      expect(await ids({ closed: true })).toEqual([over.id]);
      expect(await ids({ filter: { mine: true }, me: 'ann' })).toEqual([mine.id]);
      expect(await ids({ filter: { mine: true } })).toEqual([]);
      expect(await ids({ filter: { unassigned: true } })).toEqual([over.id, hot.id]);
      expect(await ids({ filter: { mine: true, unassigned: true }, me: 'ann' })).toEqual([]);
      expect(await ids({ filter: { mode: 'human' } })).toEqual([mine.id]);
      expect(await ids({ filter: { temperature: 'hot' } })).toEqual([hot.id]);
      expect(await ids({ filter: { text: 'josé (' } })).toEqual([mine.id]);
      expect(await ids({ filter: { text: '$5.00?' } })).toEqual([hot.id]);
      expect(await ids({ filter: { text: '.*' } })).toEqual([]);
      expect(await ids({ filter: { text: 'BYE' }, closed: true })).toEqual([over.id]);
    });

    it('keeps an alert once, in the order they came, until it is dropped by itself or with its kind', async () => {
      const { id, tenantId } = await opened();
      const alert = (alertId: string, kind: string) => ({ alertId, kind, reason: '$r.a', priority: 1, at: 5 });
      const change = async (alerts: AlertChange) =>
        (await store.changeBoard(tenantId, id, { stage: 'q' }, { alerts }))?.board.alerts.map(({ alertId }) => alertId);
      expect(await change({ add: alert('a', 'x') })).toEqual(['a']);
      expect(await change({ add: alert('b', '$y') })).toEqual(['a', 'b']);
      expect(await change({ add: alert('c', 'z') })).toEqual(['a', 'b', 'c']);
      expect(await change({ add: alert('b', '$y') })).toEqual(['a', 'c', 'b']);
      expect((await store.find(tenantId, id))?.board.alerts[0]).toEqual(alert('a', 'x'));
      expect(await change({ dropId: 'c' })).toEqual(['a', 'b']);
      expect(await change({ dropKinds: ['$y', 'other'] })).toEqual(['a']);
      expect(await change({ dropKinds: [] })).toEqual(['a']);
      expect(await store.changeBoard(newId(), id, {}, { alerts: { dropId: 'a' } })).toBeNull();
      expect((await store.find(tenantId, id))?.board).toMatchObject({ stage: 'q', alerts: [alert('a', 'x')] });
    });

    it('raises and lowers flags one by one: one of a kind, the newest reason unless the first is to stay, at most eight', async () => {
      const { id, tenantId } = await opened();
      const change = async (flag: FlagChange) =>
        (await store.changeBoard(tenantId, id, {}, { flag }))?.board.flags.map(
          ({ kind, reason }) => `${kind} ${reason}`,
        );
      const raise = (kind: string, reason: string) => change({ add: { kind, reason } });
      expect(await raise('$a.b', '1')).toEqual(['$a.b 1']);
      expect(await raise('c', '1')).toEqual(['$a.b 1', 'c 1']);
      expect(await raise('$a.b', '2')).toEqual(['c 1', '$a.b 2']);
      expect(await change({ add: { kind: 'c', reason: '3' }, keepFirst: true })).toEqual(['c 1', '$a.b 2']);
      expect(await change({ add: { kind: 'd', reason: '1' }, keepFirst: true })).toEqual(['c 1', '$a.b 2', 'd 1']);
      expect(await change({ drop: '$a.b' })).toEqual(['c 1', 'd 1']);
      expect(await change({ drop: 'never' })).toEqual(['c 1', 'd 1']);
      const many = Array.from({ length: 9 }, (_, index) => `k${index}`);
      for (const kind of many) await raise(kind, 'x');
      expect((await store.find(tenantId, id))?.board.flags.map(({ kind }) => kind)).toEqual(many.slice(-8));
      expect(await store.changeBoard(newId(), id, {}, { flag: { add: { kind: 'z', reason: 'x' } } })).toBeNull();
    });

    it('loses no flag of writers who raise theirs at once, and has one of a kind', async () => {
      const { id, tenantId } = await opened();
      const kinds = ['a', 'b', 'c', 'd', 'a', 'b'];
      await Promise.all(
        kinds.map((kind, index) =>
          store.changeBoard(tenantId, id, {}, { flag: { add: { kind, reason: `${index}` } } }),
        ),
      );
      expect((await store.find(tenantId, id))?.board.flags.map(({ kind }) => kind).sort()).toEqual([
        'a',
        'b',
        'c',
        'd',
      ]);
    });

    it('keeps the last two lines, whatever is in them', async () => {
      const { id, tenantId } = await opened();
      const say = async (text: string) =>
        (await store.changeBoard(tenantId, id, { lastText: text }, { unread: 1, line: { by: 'visitor', text } }))
          ?.board;
      expect((await say('$one.a'))?.lastLines).toEqual([{ by: 'visitor', text: '$one.a' }]);
      await say('two');
      expect((await say('three'))?.lastLines.map(({ text }) => text)).toEqual(['two', 'three']);
      expect((await store.find(tenantId, id))?.board).toMatchObject({ unread: 3, lastText: 'three' });
    });

    it('lists waits that are to be judged, of every tenant, the longest first, until they end or were judged', async () => {
      const base = -9_000_000;
      const found = async (now: number, limit = 10) => (await store.listWaits(now, limit)).map(({ id }) => id);
      const [one, two, never] = [await opened(), await opened(), await opened()];
      await store.changeBoard(one.tenantId, one.id, { waitingSince: base + 20 });
      await store.changeBoard(two.tenantId, two.id, { waitingSince: base + 10 });
      expect(await found(base + soonestRedMs + 9)).toEqual([]);
      expect(await found(base + soonestRedMs + 20)).toEqual([two.id, one.id]);
      expect(await found(base + soonestRedMs + 20, 1)).toEqual([two.id]);
      await store.judgeWaitAt(two.id, base + 10, base + soonestRedMs + 30);
      expect(await found(base + soonestRedMs + 20)).toEqual([one.id]);
      expect(await found(base + soonestRedMs + 30)).toEqual([one.id, two.id]);
      // A wait that ended and began anew is another wait.
      await store.judgeWaitAt(one.id, base, null);
      expect(await found(base + soonestRedMs + 20)).toEqual([one.id]);
      await store.judgeWaitAt(one.id, base + 20, null);
      await store.changeBoard(two.tenantId, two.id, { waitingSince: null });
      await store.changeBoard(never.tenantId, never.id, { stage: 'x' });
      expect(await found(base + soonestRedMs + 100)).toEqual([]);
      await store.changeBoard(one.tenantId, one.id, { waitingSince: base + 40 });
      expect(await found(base + soonestRedMs + 100)).toEqual([one.id]);
      await store.changeBoard(one.tenantId, one.id, { waitingSince: null });
    });

    it('lists conversations that have been quiet for a month, of every tenant, the longest first, each until it is settled', async () => {
      const base = -9_000_000;
      const found = async (now: number, limit = 10) => (await store.listQuiet(now, limit)).map(({ id }) => id);
      const [one, two, never] = [await opened(), await opened(), await opened()];
      await store.changeBoard(one.tenantId, one.id, { lastAt: base + 20 });
      await store.changeBoard(two.tenantId, two.id, { lastAt: base + 10 });
      await store.changeBoard(never.tenantId, never.id, { stage: 'x' });
      expect(await found(base + quietMs + 9)).toEqual([]);
      expect(await found(base + quietMs + 20)).toEqual([two.id, one.id]);
      expect(await found(base + quietMs + 20, 1)).toEqual([two.id]);
      // What was seen before the last word settles nothing.
      await store.settleQuiet(two.id, base + 9);
      await store.settleQuiet(one.id, base + 20);
      expect(await found(base + quietMs + 20)).toEqual([two.id]);
      await store.changeBoard(two.tenantId, two.id, { lastAt: base + 40 });
      await store.changeBoard(one.tenantId, one.id, { lastAt: base + 50 });
      expect(await found(base + quietMs + 39)).toEqual([]);
      expect(await found(base + quietMs + 50)).toEqual([two.id, one.id]);
      await store.settleQuiet(two.id, base + 40);
      await store.settleQuiet(one.id, base + 50);
      expect(await found(base + quietMs + 100)).toEqual([]);
    });

    it('lists a lead’s conversations, newest first', async () => {
      const lead = { tenantId: newId(), leadId: newId() };
      const old = await opened({ ...lead, createdAt: 1 });
      const young = await opened({ ...lead, createdAt: 2 });
      expect(await store.listOfLead(lead.tenantId, lead.leadId, 5)).toEqual([young, old]);
      expect(await store.listOfLead(lead.tenantId, lead.leadId, 1)).toEqual([young]);
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

    it('forgets the page it began on, and nothing else', async () => {
      const before = await opened({ page: { url: 'https://homes.example/12?email=ana', title: 'x', listingId: 'l' } });
      await store.erasePage('another', before.id);
      expect(await store.find(before.tenantId, before.id)).toEqual(before);
      await store.erasePage(before.tenantId, before.id);
      expect(await store.find(before.tenantId, before.id)).toEqual({ ...before, page: { url: '' }, address: null });
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
