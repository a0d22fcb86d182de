import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EntryType, logKindOf } from '../../src/contract/log/entry.ts';
import { logNameOf } from '../../src/contract/log/logs.ts';
import type { EntryRecord, EntryStore, SettledBy } from '../../src/features/conversations/ports.ts';
import { HubError } from '../../src/kernel/hubError.ts';
import { newId } from '../../src/kernel/ids.ts';
import { rivalCount } from '../support/rivalCount.ts';

export function anEntry(
  conversationId: string,
  seq: number,
  over: {
    type?: EntryType;
    data?: unknown;
    onceKey?: string;
    owedAt?: number;
    settledBy?: SettledBy;
    at?: string;
  } = {},
): EntryRecord {
  const type = over.type ?? 'message-created';
  return {
    tenantId: 'tenant',
    onceKey: over.onceKey ?? newId(),
    bodyHash: null,
    owedAt: over.owedAt ?? null,
    ...(over.settledBy === undefined ? {} : { settledBy: over.settledBy }),
    entry: {
      v: 1,
      id: newId(),
      log: logNameOf(logKindOf(type), conversationId),
      seq,
      type,
      at: over.at ?? '2026-11-21T10:00:00.123Z',
      conversationId,
      actor: { kind: 'visitor', id: 'v' },
      data: over.data ?? { messageId: newId(), text: `message ${seq}`, channel: 'widget', language: 'en' },
    } as EntryRecord['entry'],
  };
}

/**
 * Appends as the hub does: at the head plus one, again from the head when somebody was faster or the database did not
 * answer. A known key is its entry, so what was written without an answer is found and not written twice.
 */
export async function appendAtHead(store: EntryStore, conversationId: string, onceKey: string): Promise<number> {
  for (;;) {
    try {
      const seq = (await store.head(conversationId, 'public')) + 1;
      const result = await store.insert(anEntry(conversationId, seq, { onceKey }));
      if (result === 'inserted') return seq;
      const known = result === 'once-taken' ? await store.findOnce(onceKey) : null;
      if (known) return known.entry.seq;
    } catch (error) {
      if (!(error instanceof HubError) || error.code !== 'DEPENDENCY_DOWN') throw error;
    }
  }
}

/** The promises that every EntryStore keeps. */
export function entryStoreSuite(
  name: string,
  open: () => Promise<{ store: EntryStore; close(): Promise<void> }>,
): void {
  describe(`entries, ${name}`, () => {
    let store: EntryStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('an entry that is owed a reaction is listed from its time on, until it is settled or put off', async () => {
      const [one, other] = [newId(), newId()];
      const at = 1_700_000_000_000;
      for (const seq of [1, 2]) await store.insert(anEntry(one, seq, { owedAt: at + seq }));
      await store.insert(anEntry(one, 1, { type: 'note-created', data: { text: 'x' }, owedAt: at + 3 }));
      await store.insert(anEntry(one, 3));
      await store.insertAll([anEntry(other, 1, { owedAt: at }), anEntry(other, 2)]);
      const listed = async (now: number) =>
        (await store.listOwed(now, 100))
          .filter(({ entry }) => [one, other].includes(entry.conversationId))
          .map(({ entry, at: owedAt }) => [entry.conversationId === one ? 'one' : 'other', entry.seq, owedAt - at]);
      expect(await listed(at - 1)).toEqual([]);
      expect(await listed(at + 3)).toEqual([
        ['other', 1, 0],
        ['one', 1, 1],
        ['one', 2, 2],
        ['one', 1, 3],
      ]);
      expect(await store.listOwed(at + 3, 1)).toHaveLength(1);
      await store.settleOwed(one, { public: 1, internal: 0 });
      expect(await listed(at + 3)).toEqual([
        ['other', 1, 0],
        ['one', 2, 2],
        ['one', 1, 3],
      ]);
      await store.postponeOwed(one, at + 50);
      expect(await listed(at + 3)).toEqual([['other', 1, 0]]);
      expect((await listed(at + 50)).length).toBe(3);
      await store.settleOwed(one, { public: 9, internal: 9 });
      await store.settleOwed(other, { public: 9, internal: 9 });
      expect(await listed(at + 99)).toEqual([]);
    });

    it('a turn does not settle or put off an entry that is owed reactions too; the reactions do, and may leave the rest to the turn', async () => {
      const id = newId();
      const at = 1_700_000_000_000;
      const owing = { owedAt: at, settledBy: 'reactions' } as const;
      const records = [anEntry(id, 1, owing), anEntry(id, 2, owing), anEntry(id, 3, { owedAt: at, settledBy: 'turn' })];
      await store.insertAll(records);
      const [first, second] = records.map(({ entry }) => entry);
      if (first === undefined || second === undefined) throw new Error('two were put in');
      const listed = async () =>
        (await store.listOwed(Number.MAX_SAFE_INTEGER, 1000))
          .filter(({ entry }) => entry.conversationId === id)
          .map(({ entry, at: owedAt, settledBy }) => [entry.seq, owedAt - at, settledBy])
          .sort();
      const all = { public: 9, internal: 9 };
      await store.postponeOwed(id, at + 5);
      await store.settleOwed(id, all);
      expect(await listed()).toEqual([
        [1, 0, 'reactions'],
        [2, 0, 'reactions'],
      ]);
      await store.setOwed(first, null);
      await store.setOwed(second, { at: at + 7, settledBy: 'turn' });
      expect(await listed()).toEqual([[2, 7, 'turn']]);
      await store.settleOwed(id, all);
      await store.setOwed(second, { at, settledBy: 'reactions' });
      expect(await listed()).toEqual([]);
    });

    it('an empty log has the head 0', async () => {
      const id = newId();
      expect(await store.head(id, 'public')).toBe(0);
      expect(await store.read(id, 'public', 1, 10, 10)).toEqual([]);
      expect(await store.newestOf(id, 'message-created')).toBeNull();
    });

    it('gives back exactly the entry that was put in, whatever its data holds', async () => {
      const id = newId();
      const data = {
        'a.b': 1,
        $set: { x: [null, {}, [[]]] },
        empty: {},
        big: 2 ** 53 - 1,
        half: 0.5,
        emoji: '🏡\u2028',
        no: false,
      };
      const record = { ...anEntry(id, 1, { data }), bodyHash: 'abc' };
      record.entry.cause = { principalId: 'p', commandId: 'c' };
      expect(await store.insert(record)).toBe('inserted');
      expect(await store.read(id, 'public', 1, 1, 10)).toEqual([record.entry]);
      expect(await store.findOnce(record.onceKey)).toEqual(record);
      expect(await store.findOnce(newId())).toBeNull();
    });

    it('the same key is one entry forever, in whatever log', async () => {
      const [id, other] = [newId(), newId()];
      const first = anEntry(id, 1);
      expect(await store.insert(first)).toBe('inserted');
      expect(await store.insert(anEntry(id, 2, { onceKey: first.onceKey }))).toBe('once-taken');
      expect(await store.insert(anEntry(other, 1, { onceKey: first.onceKey }))).toBe('once-taken');
      expect(await store.head(id, 'public')).toBe(1);
      expect(await store.findOnce(first.onceKey)).toEqual(first);
    });

    it('a number is given once per log', async () => {
      const id = newId();
      expect(await store.insert(anEntry(id, 1))).toBe('inserted');
      expect(await store.insert(anEntry(id, 1))).toBe('seq-taken');
      expect(await store.insert(anEntry(id, 1, { type: 'note-created', data: { text: 'n' } }))).toBe('inserted');
      expect(await store.head(id, 'internal')).toBe(1);
    });

    it('several go in in order, up to the first that is refused, so that no number is left out', async () => {
      const [id, other] = [newId(), newId()];
      const first = anEntry(other, 1);
      await store.insert(first);
      expect(await store.insertAll([])).toEqual([]);
      expect(await store.insertAll([1, 2].map((seq) => anEntry(id, seq)))).toEqual(['inserted', 'inserted']);
      const known = anEntry(id, 4, { onceKey: first.onceKey });
      expect(await store.insertAll([anEntry(id, 3), known, anEntry(id, 5)])).toEqual(['inserted', 'once-taken']);
      expect(await store.insertAll([anEntry(id, 3), anEntry(id, 4)])).toEqual(['seq-taken']);
      expect((await store.read(id, 'public', 1, 9, 9)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    });

    it('many writers at once leave no gap and lose nothing', async () => {
      const id = newId();
      const keys = Array.from({ length: rivalCount }, () => newId());
      const seqs = await Promise.all(keys.map((key) => appendAtHead(store, id, key)));
      expect(seqs.sort((a, b) => a - b)).toEqual(keys.map((_, index) => index + 1));
      const entries = await store.read(id, 'public', 1, 100, 100);
      expect(entries.map(({ seq }) => seq)).toEqual(seqs);
    });

    it('reads a range, both ends included, up to the limit', async () => {
      const id = newId();
      for (let seq = 1; seq <= 6; seq++) await store.insert(anEntry(id, seq));
      const seqs = async (from: number, to: number, limit: number) =>
        (await store.read(id, 'public', from, to, limit)).map(({ seq }) => seq);
      expect(await seqs(2, 4, 10)).toEqual([2, 3, 4]);
      expect(await seqs(0, 99, 3)).toEqual([1, 2, 3]);
      expect(await seqs(5, 4, 10)).toEqual([]);
      expect(await seqs(7, 9, 10)).toEqual([]);
      expect(await seqs(1, 6, 0)).toEqual([]);
    });

    it('never shows what is internal, or of another conversation, in a public log', async () => {
      const [id, other] = [newId(), newId()];
      await store.insert(anEntry(id, 1, { type: 'note-created', data: { text: 'secret' } }));
      await store.insert(anEntry(other, 1));
      expect(await store.read(id, 'public', 1, 10, 10)).toEqual([]);
      expect(await store.head(id, 'public')).toBe(0);
    });

    it('finds the newest entry of a type', async () => {
      const id = newId();
      await store.insert(anEntry(id, 1, { type: 'note-created', data: { text: 'old' } }));
      await store.insert(anEntry(id, 2, { type: 'note-created', data: { text: 'new' } }));
      await store.insert(anEntry(id, 3, { type: 'cue-answered', data: { cueId: 'c', action: 'used' } }));
      expect(await store.newestOf(id, 'note-created')).toMatchObject({ seq: 2, data: { text: 'new' } });
    });

    it('tells in which conversations something was written at a time, each once', async () => {
      const [first, second, later] = [newId(), newId(), newId()];
      // A day of its own, which no other test writes in.
      const noon = Date.UTC(2031, 4, 5, 12);
      const at = (ms: number) => ({ at: new Date(ms).toISOString() });
      await store.insert(anEntry(first, 1, at(noon)));
      await store.insert(anEntry(first, 2, at(noon + 1_000)));
      await store.insert(anEntry(second, 1, at(noon + 90_000)));
      await store.insert(anEntry(later, 1, at(noon + 600_000)));
      const written = await store.writtenBetween(noon - 30_000, noon + 100_000);
      expect(written.map(({ conversationId }) => conversationId).sort()).toEqual([first, second].sort());
      expect(written[0]?.tenantId).toBe('tenant');
      expect(await store.writtenBetween(noon + 3_600_000, noon + 3_700_000)).toEqual([]);
    });

    it('reads the newest of a type, the oldest of them first, whatever stands between', async () => {
      const id = newId();
      for (let seq = 1; seq <= 9; seq += 1) {
        const isNote = seq % 2 === 1;
        const note = { type: 'note-created', data: { text: `note ${seq}` } } as const;
        await store.insert(
          anEntry(id, seq, isNote ? note : { type: 'cue-answered', data: { cueId: 'c', action: 'used' } }),
        );
      }
      await store.insert(anEntry(newId(), 1, { type: 'note-created', data: { text: 'of another' } }));
      expect((await store.listOf(id, 'note-created', 3)).map(({ seq }) => seq)).toEqual([5, 7, 9]);
      expect((await store.listOf(id, 'note-created', 50)).map(({ seq }) => seq)).toEqual([1, 3, 5, 7, 9]);
      expect(await store.listOf(id, 'note-created', 0)).toEqual([]);
      expect(await store.listOf(id, 'whisper-created', 5)).toEqual([]);
    });

    it('finds what was shown to help on a day, of a tenant, and nothing else', async () => {
      const [id, other] = [newId(), newId()];
      const cue = { type: 'cue-answered', data: { cueId: 'c', action: 'used' } } as const;
      const onDay = (day: number, hour: number) => new Date((day * 24 + hour) * 3_600_000).toISOString();
      const put = async (conversationId: string, seq: number, tenantId: string, at: string, what: object = cue) => {
        const record = anEntry(conversationId, seq, what);
        await store.insert({ ...record, tenantId, entry: { ...record.entry, at } });
      };
      const [mine, theirs] = [`t${id}`, `t${other}`];
      await put(id, 1, mine, onDay(20_000, 5));
      await put(id, 2, mine, onDay(20_000, 1));
      await put(id, 3, mine, onDay(20_001, 0));
      await put(id, 4, mine, onDay(20_000, 2), { type: 'note-created', data: { text: 'x' } });
      await put(other, 1, theirs, onDay(20_000, 3));
      expect((await store.helpOn(mine, 20_000, 9)).map(({ seq }) => seq)).toEqual([2, 1]);
      expect(await store.helpOn(mine, 20_000, 1)).toHaveLength(1);
      expect(await store.helpOn(mine, 19_999, 9)).toEqual([]);
    });

    it('keeps what it was given, not what the caller makes of it later', async () => {
      const id = newId();
      const record = anEntry(id, 1);
      await store.insert(record);
      (record.entry.data as { text: string }).text = 'changed';
      expect((await store.read(id, 'public', 1, 1, 1))[0]?.data).toMatchObject({ text: 'message 1' });
    });

    it('puts other words in the place of a line, and leaves its number, its key and every other line', async () => {
      const [id, other] = [newId(), newId()];
      const first = { ...anEntry(id, 1), bodyHash: 'abc' };
      await store.insert(first);
      await store.insert(anEntry(id, 2));
      await store.insert(anEntry(other, 1));
      await store.insert(anEntry(id, 1, { type: 'note-created', data: { text: 'mine' } }));
      const data = { ...(first.entry.data as object), text: '$gone' } as typeof first.entry.data;
      const bare = { ...first.entry, actor: { kind: 'visitor', id: 'v' }, data } as typeof first.entry;
      await store.rewrite(bare);
      await store.rewrite({ ...bare, seq: 9 });
      expect(await store.findOnce(first.onceKey)).toEqual({ ...first, entry: bare, bodyHash: null });
      const [, second] = await store.read(id, 'public', 1, 9, 9);
      expect(second?.data).toMatchObject({ text: 'message 2' });
      expect((await store.read(other, 'public', 1, 9, 9))[0]?.data).toMatchObject({ text: 'message 1' });
      expect((await store.newestOf(id, 'note-created'))?.data).toEqual({ text: 'mine' });
      expect(await store.head(id, 'public')).toBe(2);
    });
  });
}
