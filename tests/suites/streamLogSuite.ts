import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StreamHeader } from '../../src/features/streams/model.ts';
import type { StreamLog } from '../../src/features/streams/ports.ts';
import { newId, sha256 } from '../../src/kernel/ids.ts';

export const aStream = (over: Partial<StreamHeader> = {}): StreamHeader => ({
  streamId: newId(),
  tenantId: 'tenant',
  conversationId: newId(),
  kind: 'reply',
  audience: 'public',
  attempt: 1,
  basis: 'rules',
  ...over,
});

/** The promises that every StreamLog keeps, in real time. */
export function streamLogSuite(name: string, open: () => Promise<{ log: StreamLog; close(): Promise<void> }>): void {
  describe(`streams, ${name}`, () => {
    let log: StreamLog;
    let close: () => Promise<void>;
    beforeAll(async () => ({ log, close } = await open()));
    afterAll(() => close?.());

    const opened = async (over: Partial<StreamHeader> = {}) => {
      const header = aStream(over);
      expect(await log.open(header, 0)).toBe(true);
      return header;
    };

    it('grows by its offsets and ends with the length and hash of its text', async () => {
      const header = await opened();
      const { streamId } = header;
      expect(await log.read(streamId)).toEqual({ header, text: '', end: null });
      expect(await log.append(streamId, 1, 0, 'Hello')).toBe(true);
      expect(await log.append(streamId, 1, 5, ', Ann')).toBe(true);
      expect(await log.append(streamId, 1, 5, 'again')).toBe(false);
      expect(await log.append(streamId, 1, 99, 'hole')).toBe(false);
      const usage = {
        model: 'm',
        inputTokens: 1,
        outputTokens: 2,
        cacheReadTokens: 0,
        cacheWriteTokens: 0,
        costMicroUsd: 3,
      };
      expect(await log.end(streamId, 1, { status: 'done', usage })).toBe(true);
      const end = { streamId, attempt: 1, status: 'done', usage, length: 10, sha256: sha256('Hello, Ann') };
      expect(await log.read(streamId)).toEqual({ header, text: 'Hello, Ann', end });
    });

    it('counts in UTF-16 units and keeps every character, also halves that arrive apart', async () => {
      const { streamId } = await opened();
      const text = 'Ünï 🏡👩‍👩‍👧 中文 \u0000\r\n"\\';
      let offset = 0;
      for (const unit of text.split('')) {
        expect(await log.append(streamId, 1, offset, unit)).toBe(true);
        offset += 1;
      }
      expect((await log.read(streamId))?.text).toBe(text);
      await log.end(streamId, 1, { status: 'done' });
      expect((await log.read(streamId))?.end).toMatchObject({ length: text.length, sha256: sha256(text) });
    });

    it('an end without a text has the hash of nothing', async () => {
      const { streamId } = await opened();
      await log.end(streamId, 1, { status: 'failed', code: 'NODE_LOST' });
      const end = { streamId, attempt: 1, status: 'failed', code: 'NODE_LOST', length: 0, sha256: sha256('') };
      expect((await log.read(streamId))?.end).toEqual(end);
    });

    it('nothing is written after the end, and it ends once', async () => {
      const header = await opened();
      const { streamId } = header;
      const ends = await Promise.all([1, 2, 3].map(() => log.end(streamId, 1, { status: 'stopped' })));
      expect(ends.filter(Boolean)).toHaveLength(1);
      expect(await log.append(streamId, 1, 0, 'late')).toBe(false);
      expect(await log.keepAlive(streamId, 1, 1_000)).toBe(false);
      expect(await log.open({ ...header, attempt: 2 }, 0)).toBe(false);
      expect((await log.read(streamId))?.text).toBe('');
    });

    it('a higher attempt keeps what it says and silences the lower one', async () => {
      const header = await opened();
      const { streamId } = header;
      await log.append(streamId, 1, 0, '🏡 first words');
      const second = { ...header, attempt: 2, basis: 'model' as const };
      expect(await log.open(second, 8)).toBe(true);
      expect(await log.read(streamId)).toEqual({ header: second, text: '🏡 first', end: null });
      expect(await log.append(streamId, 1, 8, '!')).toBe(false);
      expect(await log.end(streamId, 1, { status: 'done' })).toBe(false);
      expect(await log.keepAlive(streamId, 1, 1_000)).toBe(false);
      expect(await log.append(streamId, 2, 8, ' try')).toBe(true);
      expect(await log.open({ ...header, attempt: 2 }, 0)).toBe(false);
      expect(await log.open(header, 0)).toBe(false);
      expect(await log.open({ ...header, attempt: 3 }, 99)).toBe(false);
      expect((await log.read(streamId))?.text).toBe('🏡 first try');
      expect(await log.open({ ...header, attempt: 10 }, 0)).toBe(true);
      expect((await log.read(streamId))?.text).toBe('');
    });

    it('of ten attempts with one number, one opens', async () => {
      const header = aStream();
      const opens = await Promise.all(Array.from({ length: 10 }, () => log.open(header, 0)));
      expect(opens.filter(Boolean)).toHaveLength(1);
    });

    it('an end that races with its writer has the hash of what is stored', async () => {
      const { streamId } = await opened();
      let offset = 0;
      const writing = (async () => {
        while (await log.append(streamId, 1, offset, 'word ')) offset += 5;
      })();
      await vi.waitFor(async () => expect((await log.read(streamId))?.text.length).toBeGreaterThan(0), {
        timeout: 45_000,
      });
      expect(await log.end(streamId, 1, { status: 'stopped' })).toBe(true);
      await writing;
      const view = await log.read(streamId);
      expect(view?.text).toHaveLength(offset);
      expect(view?.end).toMatchObject({ length: offset, sha256: sha256('word '.repeat(offset / 5)) });
    });

    it('knows nothing of a stream that never was', async () => {
      const streamId = newId();
      expect(await log.read(streamId)).toBeNull();
      expect(await log.append(streamId, 1, 0, 'x')).toBe(false);
      expect(await log.end(streamId, 1, { status: 'done' })).toBe(false);
      expect(await log.keepAlive(streamId, 1, 1_000)).toBe(false);
      expect(await log.running(newId())).toEqual([]);
    });

    it('lists what runs in a conversation, and in no other', async () => {
      const conversationId = newId();
      const first = await opened({ conversationId });
      const second = await opened({ conversationId, kind: 'coach', audience: 'staff' });
      await opened();
      const running = await log.running(conversationId);
      expect(new Set(running.map(({ streamId }) => streamId))).toEqual(new Set([first.streamId, second.streamId]));
      expect(running).toContainEqual(second);
      await log.end(first.streamId, 1, { status: 'done' });
      expect(await log.running(conversationId)).toEqual([second]);
    });

    it('forgets every stream of a conversation, and its writer is refused', async () => {
      const conversationId = newId();
      const [runs, ended, other] = [await opened({ conversationId }), await opened({ conversationId }), await opened()];
      for (const { streamId } of [runs, ended, other]) await log.append(streamId, 1, 0, 'Hello');
      await log.end(ended.streamId, 1, { status: 'done' });
      await log.forget(conversationId);
      for (const { streamId } of [runs, ended]) expect(await log.read(streamId)).toBeNull();
      expect(await log.append(runs.streamId, 1, 5, ', Ann')).toBe(false);
      expect(await log.keepAlive(runs.streamId, 1, 1_000)).toBe(false);
      expect(await log.running(conversationId)).toEqual([]);
      expect((await log.listOrphans()).map(({ streamId }) => streamId)).not.toContain(runs.streamId);
      expect((await log.read(other.streamId))?.text).toBe('Hello');
    });

    it('a writer that is silent too long is an orphan’s, one that speaks or ended is not', async () => {
      const [silent, alive, ended] = [await opened(), await opened(), await opened()];
      const ids = async () => (await log.listOrphans()).map(({ streamId }) => streamId);
      expect(await ids()).not.toContain(silent.streamId);
      expect(await log.keepAlive(silent.streamId, 1, 1)).toBe(true);
      expect(await log.keepAlive(alive.streamId, 1, 60_000)).toBe(true);
      expect(await log.keepAlive(ended.streamId, 1, 1)).toBe(true);
      await log.end(ended.streamId, 1, { status: 'done' });
      await vi.waitFor(async () => expect(await ids()).toContain(silent.streamId), { timeout: 45_000 });
      expect(await log.listOrphans()).toContainEqual(silent);
      expect(await ids()).not.toContain(alive.streamId);
      expect(await ids()).not.toContain(ended.streamId);
      expect(await log.keepAlive(silent.streamId, 1, 60_000)).toBe(true);
      expect(await ids()).not.toContain(silent.streamId);
    });
  });
}
