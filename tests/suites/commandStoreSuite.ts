import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandStore } from '../../src/features/conversations/ports.ts';
import { newId } from '../../src/kernel/ids.ts';
import { rivalCount } from '../support/rivalCount.ts';

/** The promises that every CommandStore keeps. */
export function commandStoreSuite(
  name: string,
  open: () => Promise<{ store: CommandStore; close(): Promise<void> }>,
): void {
  describe(`commands, ${name}`, () => {
    let store: CommandStore;
    let close: () => Promise<void>;
    const now = Date.now();
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('of many claims at once one wins, and the others learn since when it runs', async () => {
      const key = newId();
      const claims = await Promise.all(Array.from({ length: rivalCount }, () => store.claim(key, 'body', now)));
      expect(claims.filter((claim) => claim === 'claimed')).toHaveLength(1);
      const others = claims.filter((claim) => claim !== 'claimed');
      expect(others).toEqual(others.map(() => ({ bodyHash: 'body', claimedAt: now, answer: undefined })));
    });

    it('a claimed command is known until it is dropped', async () => {
      const key = newId();
      expect(await store.has(key)).toBe(false);
      await store.claim(key, 'body', now);
      expect(await store.has(key)).toBe(true);
      await store.drop(key);
      expect(await store.has(key)).toBe(false);
    });

    it('the same command again gets the first answer, as it was', async () => {
      const key = newId();
      const answer = { seq: 3, 'a.b': [null, {}], $x: { y: '' } };
      await store.claim(key, 'body', now);
      await store.finish(key, answer);
      expect(await store.claim(key, 'other', now + 5)).toEqual({ bodyHash: 'body', claimedAt: now, answer });
    });

    it('an answer that says nothing is still an answer', async () => {
      const key = newId();
      await store.claim(key, 'body', now);
      await store.finish(key, undefined);
      expect(await store.claim(key, 'body', now)).toEqual({ bodyHash: 'body', claimedAt: now, answer: null });
    });

    it('a command that failed is as if it had never been sent', async () => {
      const key = newId();
      await store.claim(key, 'body', now);
      await store.drop(key);
      expect(await store.claim(key, 'body', now)).toBe('claimed');
    });

    it('a dead claimer is followed by one other, and never once there is an answer', async () => {
      const key = newId();
      await store.claim(key, 'body', now);
      const takers = await Promise.all(
        Array.from({ length: rivalCount }, (_, index) => store.reclaim(key, now, now + 1 + index)),
      );
      expect(takers.filter(Boolean)).toHaveLength(1);
      expect(await store.reclaim(key, now, now + 9)).toBe(false);
      const known = await store.claim(key, 'body', now);
      if (known === 'claimed') throw new Error('the claim was lost');
      await store.finish(key, 1);
      expect(await store.reclaim(key, known.claimedAt, now + 20)).toBe(false);
      expect(await store.reclaim(newId(), now, now)).toBe(false);
    });
  });
}
