import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EntryType, logKindOf, logNameOf } from '../../src/contract/entries.ts';
import type { EntryRecord, EntryStore } from '../../src/features/conversations/ports.ts';
import { HubError } from '../../src/kernel/hubError.ts';
import { newId } from '../../src/kernel/ids.ts';

export function anEntry(
  conversationId: string,
  seq: number,
  over: { type?: EntryType; data?: unknown; onceKey?: string } = {},
): EntryRecord {
  const type = over.type ?? 'message-created';
  return {
    tenantId: 'tenant',
    onceKey: over.onceKey ?? newId(),
    bodyHash: null,
    entry: {
      v: 1,
      id: newId(),
      log: logNameOf(logKindOf(type), conversationId),
      seq,
      type,
      at: '2026-11-21T10:00:00.123Z',
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

/** What an EntryStore promises. */
export function entryStoreSuite(
  name: string,
  open: () => Promise<{ store: EntryStore; close(): Promise<void> }>,
): void {
  describe(`entries, ${name}`, () => {
    let store: EntryStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

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

    it('the same key is one entry for ever, in whatever log', async () => {
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

    it('twenty writers at once leave no gap and lose nothing', async () => {
      const id = newId();
      const keys = Array.from({ length: 20 }, () => newId());
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
      await store.insert(anEntry(id, 3, { type: 'cue-answered', data: { cueId: 'c', action: 'done' } }));
      expect(await store.newestOf(id, 'note-created')).toMatchObject({ seq: 2, data: { text: 'new' } });
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
