import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Turn } from '../../src/features/turns/model.ts';
import type { TurnStore } from '../../src/features/turns/ports.ts';
import { newId } from '../../src/kernel/ids.ts';
import { rivalCount } from '../support/rivalCount.ts';

function aTurn(conversationId: string, turnNo: number): Turn {
  return {
    id: newId(),
    tenantId: 'tenant',
    conversationId,
    turnNo,
    throughSeq: turnNo,
    throughInternalSeq: 0,
    fence: 0,
    event: {
      at: '2026-11-21T10:00:00.000Z',
      happened: [{ kind: 'visitor-message', seq: 1, log: `public:${conversationId}`, text: '$where 🏡' }],
    },
    stateAfter: {
      version: '1',
      bot: 'lead',
      slots: { 'a.b': { value: { $gt: [null, {}] }, evidence: [] }, __q: {}, '': 0 },
      asked: null,
      lastText: '',
    } as unknown as Turn['stateAfter'],
    effects: [
      { kind: 'reply', parts: [{ kind: 'text', text: 'Hi.' }], acts: [{ act: 'greet', text: 'here', variant: 0 }] },
      { kind: 'tag', add: [], remove: [] },
    ],
    done: [],
    versions: { bot: '1', pack: '1' },
    at: 1_000,
  };
}
/** The promises that every TurnStore keeps. */
export function turnStoreSuite(name: string, open: () => Promise<{ store: TurnStore; close(): Promise<void> }>): void {
  describe(`turns, ${name}`, () => {
    let store: TurnStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('of many rivals for one number, one is saved', async () => {
      const id = newId();
      const turns = Array.from({ length: rivalCount }, () => aTurn(id, 1));
      const saved = await Promise.all(turns.map((turn) => store.insert(turn)));
      expect(saved.filter(Boolean)).toHaveLength(1);
      expect(await store.newest(id)).toEqual(turns[saved.indexOf(true)]);
    });

    it('gives back state and effects exactly as they were', async () => {
      const turn = aTurn(newId(), 1);
      await store.insert(turn);
      expect(await store.newest(turn.conversationId)).toStrictEqual(turn);
    });

    it('the newest is the one with the highest number, of this conversation', async () => {
      const [id, other] = [newId(), newId()];
      expect(await store.newest(id)).toBeNull();
      for (const turnNo of [1, 2, 10, 9]) await store.insert(aTurn(id, turnNo));
      await store.insert(aTurn(other, 50));
      expect((await store.newest(id))?.turnNo).toBe(10);
      expect((await store.list(id, 3)).map(({ turnNo }) => turnNo)).toEqual([1, 2, 9]);
      expect(await store.list(newId(), 3)).toEqual([]);
    });

    it('an effect that is done is marked once, also by two at once', async () => {
      const turn = aTurn(newId(), 1);
      await store.insert(turn);
      await Promise.all([[0], [1], [1, 2], [0]].map((indexes) => store.markDone(turn, indexes)));
      expect((await store.newest(turn.conversationId))?.done.sort()).toEqual([0, 1, 2]);
      await store.markDone(aTurn(newId(), 1), [0]);
    });

    it('keeps what words that were written at the edge do, reply by reply', async () => {
      const turn = aTurn(newId(), 1);
      await store.insert(turn);
      expect(await store.newest(turn.conversationId)).not.toHaveProperty('composed');
      await store.markDone(turn, [1], { composed: { 1: ['acknowledge', 'answer'] }, spoken: { 2: ['answer'] } });
      await store.markDone(turn, [2]);
      await store.markDone(turn, [3], { composed: { 3: ['not-on-file'] }, spoken: {}, factIds: { 3: ['home.hoa'] } });
      expect(await store.newest(turn.conversationId)).toMatchObject({
        composed: { 1: ['acknowledge', 'answer'], 3: ['not-on-file'] },
        spoken: { 2: ['answer'] },
        factIds: { 3: ['home.hoa'] },
      });
    });

    it('the newest turn that heard the visitor before a line is marked as misread, once, and is found by its tenant until it is removed', async () => {
      const id = newId();
      const tenantId = newId();
      const misread = {
        acts: ['asks' as const],
        words: 'about the roof',
        at: '2026-11-21T10:00:00.000Z',
        by: { id: 'a', name: 'Ana' },
      };
      for (const turnNo of [1, 2, 3]) await store.insert({ ...aTurn(id, turnNo), tenantId });
      const deaf = { ...aTurn(id, 4), tenantId, throughSeq: 3 };
      await store.insert({ ...deaf, event: { ...deaf.event, happened: [] } });
      expect(await store.markMisread(id, 1, misread)).toBe(false);
      expect(await store.markMisread(newId(), 9, misread)).toBe(false);
      expect(await store.markMisread(id, 4, misread)).toBe(true);
      expect(await store.markMisread(id, 2, { ...misread, at: '2026-11-22T10:00:00.000Z' })).toBe(true);
      expect((await store.listMisread(tenantId, 9)).map(({ turnNo }) => turnNo)).toEqual([1, 3]);
      expect((await store.listMisread(tenantId, 1)).map(({ turnNo }) => turnNo)).toEqual([1]);
      expect((await store.list(id, 9))[2]?.misread).toEqual(misread);
      expect((await store.list(id, 1, 1)).map(({ turnNo }) => turnNo)).toEqual([2]);
      expect(await store.listMisread(newId(), 9)).toEqual([]);
      await store.remove(id);
      expect(await store.listMisread(tenantId, 9)).toEqual([]);
    });

    it('puts a turn in the place of the one with its id, and none where there is none', async () => {
      const conversationId = newId();
      const turn = aTurn(conversationId, 1);
      await store.insert(turn);
      const again: Turn = { ...turn, event: { ...turn.event, happened: [] }, effects: [], done: [] };
      await store.rewrite(again);
      await store.rewrite(aTurn(conversationId, 2));
      expect(await store.list(conversationId, 10)).toEqual([again]);
    });

    it('removes all turns of one conversation, and begins again at the first', async () => {
      const [id, other] = [newId(), newId()];
      for (const one of [id, other]) for (const turnNo of [1, 2]) await store.insert(aTurn(one, turnNo));
      expect((await store.newest(id))?.turnNo).toBe(2);
      await store.remove(id);
      await store.remove(id);
      expect([await store.newest(id), await store.list(id, 9)]).toEqual([null, []]);
      expect((await store.newest(other))?.turnNo).toBe(2);
      expect(await store.insert(aTurn(id, 1))).toBe(true);
      expect((await store.newest(id))?.turnNo).toBe(1);
    });
  });
}
