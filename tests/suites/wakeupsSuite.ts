import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import type { Hint, Wakeups } from '../../src/kernel/wakeups.ts';

/** Two nodes, or one twice. `settled` resolves when both are subscribed to what they asked for. */
export interface WakeupsUnderTest {
  here: Wakeups;
  there: Wakeups;
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** What Wakeups promise while everything is well. */
export function wakeupsSuite(name: string, open: () => Promise<WakeupsUnderTest>): void {
  describe(`wakeups, ${name}`, () => {
    let test: WakeupsUnderTest;
    beforeAll(async () => {
      test = await open();
    });
    afterAll(() => test?.close());

    const listen = (to: Wakeups, topic: string) => {
      const heard: Hint[] = [];
      return { heard, cancel: to.subscribe(topic, (hint) => heard.push(hint)) };
    };

    it('a hint reaches every listener of its topic once, in order, and nobody else', async () => {
      const topic = newId();
      const listeners = [listen(test.here, topic), listen(test.here, topic), listen(test.there, topic)];
      const stranger = listen(test.there, newId());
      await test.settled();
      const sent = Array.from({ length: 200 }, (_, n) => ({ kind: 'n', n, text: '🏡"\n', deep: { list: [null, {}] } }));
      for (const hint of sent) test.here.publish(topic, hint);
      for (const { heard } of listeners) {
        await vi.waitFor(() => expect(heard.length).toBeGreaterThanOrEqual(sent.length), { timeout: 45_000 });
        expect(heard).toEqual(sent);
      }
      expect(stranger.heard).toEqual([]);
    });

    it('a listener that stopped hears nothing more, and the others go on', async () => {
      const topic = newId();
      const [gone, stays, far] = [listen(test.here, topic), listen(test.here, topic), listen(test.there, topic)];
      await test.settled();
      gone.cancel();
      gone.cancel();
      test.there.publish(topic, { kind: 'x' });
      await vi.waitFor(() => expect([stays.heard, far.heard]).toEqual([[{ kind: 'x' }], [{ kind: 'x' }]]), {
        timeout: 45_000,
      });
      expect(gone.heard).toEqual([]);
      stays.cancel();
      far.cancel();
      const again = listen(test.there, topic);
      await test.settled();
      test.here.publish(topic, { kind: 'y' });
      await vi.waitFor(() => expect(again.heard).toEqual([{ kind: 'y' }]), { timeout: 45_000 });
      expect(stays.heard).toHaveLength(1);
    });

    it('a listener that throws harms neither the publisher nor the others', async () => {
      const topic = newId();
      test.here.subscribe(topic, () => {
        throw new Error('mine');
      });
      const other = listen(test.here, topic);
      test.here.publish(topic, { kind: 'x' });
      await vi.waitFor(() => expect(other.heard).toEqual([{ kind: 'x' }]), { timeout: 45_000 });
    });

    it('a listener’s answer arrives after the hint that it answers, for everybody', async () => {
      const topic = newId();
      test.here.subscribe(topic, ({ kind }) => {
        if (kind === 'question') test.here.publish(topic, { kind: 'answer' });
      });
      const other = listen(test.here, topic);
      test.here.publish(topic, { kind: 'question' });
      test.here.publish(topic, { kind: 'next' });
      await vi.waitFor(() => expect(other.heard).toHaveLength(3), { timeout: 45_000 });
      expect(other.heard.map(({ kind }) => kind)).toEqual(['question', 'next', 'answer']);
    });
  });
}
