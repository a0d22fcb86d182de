import { expect, it } from 'vitest';
import { keepSessions } from '../../src/gateway/sweep.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { holdClock } from '../support/heldClock.ts';

it('everyone who follows a conversation is told its heads every 15 s, also after a time that failed, until the hub stops', async () => {
  const clock = holdClock();
  const toldAt: number[] = [];
  const startedAt = clock.now();
  const stop = keepSessions({ clock, log: silentLogger, verifier: { recheck: never } }, new Set(), {
    async tellHeads() {
      toldAt.push(clock.now() - startedAt);
      if (toldAt.length === 2) throw new Error('the store does not answer');
    },
    recheckStreams() {},
  });
  await clock.pass(14_999);
  expect(toldAt).toEqual([]);
  await clock.pass(30_001);
  expect(toldAt).toEqual([15_000, 30_000, 45_000]);
  stop();
  await clock.pass(60_000);
  expect(toldAt).toHaveLength(3);
});

async function never(): Promise<never> {
  throw new Error('nobody is connected');
}
