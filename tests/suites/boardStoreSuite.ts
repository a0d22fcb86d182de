import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowFieldsOf } from '../../src/features/conversations/board/bringForward.ts';
import type { BoardStore } from '../../src/features/conversations/board/ports.ts';
import type { BoardFields, Conversation, RowFields } from '../../src/features/conversations/model.ts';
import type { ConversationStore } from '../../src/features/conversations/ports.ts';
import type { SpeakerStore } from '../../src/features/conversations/speaker/ports.ts';
import { newId } from '../../src/kernel/ids.ts';
import { rivalCount } from '../support/rivalCount.ts';
import { aConversation } from './conversationStoreSuite.ts';

/** The promises that every BoardStore keeps. */
export function boardStoreSuite(
  name: string,
  open: () => Promise<{ store: BoardStore & ConversationStore & SpeakerStore; close(): Promise<void> }>,
): void {
  describe(`the board, ${name}`, () => {
    let store: BoardStore & ConversationStore & SpeakerStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    const opened = async (over: Partial<Conversation> = {}, board: Partial<BoardFields> = {}) =>
      (await store.openFor(aConversation(over, board))).conversation;
    const ann = { id: 'ann', name: 'Ann' };

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
      const hoursAgo = ({ items }: Awaited<ReturnType<BoardStore['list']>>) =>
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
      const snoozed = await opened({ tenantId, owner: { id: 'bob', name: 'Bob' }, snoozedUntil: 99 }, { lastAt: 4 });
      const ids = async (query: Partial<Parameters<BoardStore['list']>[1]>) =>
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

    it('pages through those with a score, the highest first, without a gap or a repeat where many have the same', async () => {
      const tenantId = newId();
      const scores = [50, 0, 100, 79.9, 80, 50, 50, 20, 50, 50, 3.1];
      const made = await Promise.all(scores.map((score) => opened({ tenantId }, { score })));
      await opened({ tenantId }, { score: 90, shown: false });
      await opened({ tenantId }, { score: 90, pressed: true });
      await opened({ tenantId });
      await opened({}, { score: 90 });
      for (const limit of [1, 2, 50]) {
        const seen: Conversation[] = [];
        let below: { score: number; id: string } | undefined;
        do {
          const page = await store.listByScore(tenantId, { limit, ...(below === undefined ? {} : { below }) });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items);
          below = page.next ?? undefined;
        } while (below !== undefined);
        expect(seen.map(({ board }) => board.score)).toEqual([...scores].sort((a, b) => b - a));
        expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(made.map(({ id }) => id)));
      }
    });

    it('a score that changes moves its conversation, and one that is deleted leaves the list', async () => {
      const tenantId = newId();
      const [low, high] = [await opened({ tenantId }, { score: 10 }), await opened({ tenantId }, { score: 60 })];
      const ids = async () => (await store.listByScore(tenantId, { limit: 5 })).items.map(({ id }) => id);
      expect(await ids()).toEqual([high.id, low.id]);
      await store.writeRow(tenantId, low.id, {
        ...rowFieldsOf(low.board),
        score: 70,
        through: { public: 1, internal: 1 },
      });
      expect(await ids()).toEqual([low.id, high.id]);
      await store.erasePage(tenantId, low.id);
      expect(await ids()).toEqual([high.id]);
    });

    it('finds those with a tag in either order, and no longer once it is taken off', async () => {
      const tenantId = newId();
      const both = await opened({ tenantId }, { tags: ['vip', 'cash'], lastAt: 3, score: 10 });
      const one = await opened({ tenantId }, { tags: ['vip'], lastAt: 2, score: 90 });
      const unscored = await opened({ tenantId, mode: 'closed' }, { tags: ['vip'], lastAt: 1 });
      await opened({ tenantId }, { tags: ['cash'], score: 95 });
      await opened({}, { tags: ['vip'], score: 95 });
      const recent = async (tag: string, over = {}) =>
        (await store.list(tenantId, { limit: 10, now: 10, tag, ...over })).items.map(({ id }) => id);
      const scored = async (tag: string, limit = 10) => {
        const page = await store.listByScore(tenantId, { limit, tag });
        const rest = page.next ? (await store.listByScore(tenantId, { limit, tag, below: page.next })).items : [];
        return [...page.items, ...rest].map(({ id }) => id);
      };
      expect(await recent('vip')).toEqual([both.id, one.id, unscored.id]);
      expect(await recent('vip', { closed: false })).toEqual([both.id, one.id]);
      expect(await recent('nothing')).toEqual([]);
      for (const limit of [1, 10]) expect(await scored('vip', limit)).toEqual([one.id, both.id]);
      await store.writeRow(tenantId, both.id, {
        ...rowFieldsOf(both.board),
        tags: ['cash'],
        through: { public: 1, internal: 1 },
      });
      expect(await recent('vip')).toEqual([one.id, unscored.id]);
      await store.erasePage(tenantId, one.id);
      expect([await recent('vip'), await scored('vip')]).toEqual([[unscored.id], []]);
    });

    it('keeps a row unless what is kept has read an entry that it has not', async () => {
      const { id, tenantId, board } = await opened();
      const seen = (publicSeq: number, internalSeq: number, lastText: string): RowFields => ({
        ...rowFieldsOf(board),
        lastText,
        flags: [{ kind: '$x', reason: 'a.b', at: 3 }],
        alerts: [{ alertId: 'a', kind: '$y', reason: '$r.a', priority: 1, at: 5 }],
        lastLines: [{ by: 'visitor', text: '$one.a' }],
        over: { person: 7 },
        through: { public: publicSeq, internal: internalSeq },
      });
      const write = (row: RowFields) => store.writeRow(tenantId, id, row);
      expect(await write(seen(2, 1, 'two'))).toBe(true);
      expect(rowFieldsOf((await store.find(tenantId, id))?.board ?? board)).toEqual(seen(2, 1, 'two'));
      expect(await write(seen(1, 5, 'older here'))).toBe(false);
      expect(await write(seen(5, 0, 'older there'))).toBe(false);
      expect(await write(seen(2, 1, 'again'))).toBe(true);
      expect(await write(seen(2, 3, 'newer'))).toBe(true);
      expect(await store.writeRow(newId(), id, seen(9, 9, 'foreign'))).toBe(false);
      const rows = Array.from({ length: rivalCount }, (_, no) => seen(3 + no, 3, `at once ${no}`));
      await Promise.all(rows.map(write));
      expect((await store.find(tenantId, id))?.board).toMatchObject({
        lastText: `at once ${rivalCount - 1}`,
        through: { public: rivalCount + 2 },
      });
    });

    it('keeps what no log says beside the row, and how much was read only where it is more', async () => {
      const { id, tenantId, board } = await opened({}, { said: 5 });
      const marks = { visitorLeftAt: 8, followUpBy: 9, device: 'phone' as const, vouchedName: '$n.a', read: 3 };
      expect((await store.markRow(tenantId, id, marks))?.board).toEqual({ ...board, ...marks });
      const reads = Array.from({ length: rivalCount }, (_, no) => ((no * 7) % rivalCount) + 1);
      await Promise.all(reads.map((read) => store.markRow(tenantId, id, { read })));
      expect((await store.find(tenantId, id))?.board.read).toBe(rivalCount);
      expect(await store.markRow(newId(), id, { read: 9 })).toBeNull();
      await store.writeRow(tenantId, id, { ...rowFieldsOf(board), said: 6, through: { public: 1, internal: 0 } });
      expect((await store.find(tenantId, id))?.board).toMatchObject({ ...marks, read: rivalCount, said: 6 });
    });

    it('a row whose words were deleted is on no board and takes nothing anymore', async () => {
      const { id, tenantId, board } = await opened({}, { lastText: 'words', leadName: 'Ana' });
      await store.changeSpeaker(tenantId, id, { mode: 'closed', pausedUntil: null }, {});
      await store.erasePage(tenantId, id);
      const late = { ...rowFieldsOf(board), lastText: 'words', through: { public: 99, internal: 99 } };
      expect(await store.writeRow(tenantId, id, late)).toBe(false);
      expect(await store.find(tenantId, id)).toMatchObject({
        page: { url: '' },
        board: { lastText: '', leadName: null },
      });
      expect((await store.list(tenantId, { limit: 10, now: 2_000 })).items).toEqual([]);
    });

    it('pages through all of every tenant, shown or not', async () => {
      const made = [await opened({}, { shown: false }), await opened({ mode: 'waiting' }), await opened()];
      const seen: string[] = [];
      for (let after: string | undefined; ; after = seen.at(-1)) {
        const page = await store.page(7, after);
        seen.push(...page.map(({ id }) => id));
        if (page.length < 7) break;
      }
      expect(seen).toEqual([...new Set(seen)].sort());
      expect(seen).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
    });
  });
}
