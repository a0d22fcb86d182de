import { expect, it } from 'vitest';
import type { Session } from '../../../src/gateway/session.ts';
import { keepSessions } from '../../../src/gateway/sweep.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { holdClock } from '../../support/heldClock.ts';

const parts = {
  log: silentLogger,
  origins: { allows: () => true, require: () => {} },
  identity: { findSites: async () => [] },
};

it('everyone who follows a conversation is told its heads every 15 s, also after a time that failed, until the hub stops', async () => {
  const clock = holdClock();
  const toldAt: number[] = [];
  const startedAt = clock.now();
  const stop = keepSessions(
    { ...parts, clock, verifier: { recheck: never } },
    new Set(),
    {
      async tellHeads() {
        toldAt.push(clock.now() - startedAt);
        if (toldAt.length === 2) throw new Error('the store does not answer');
      },
      recheckStreams() {},
    },
    { sweep() {} },
  );
  await clock.pass(14_999);
  expect(toldAt).toEqual([]);
  await clock.pass(30_001);
  expect(toldAt).toEqual([15_000, 30_000, 45_000]);
  stop();
  await clock.pass(60_000);
  expect(toldAt).toHaveLength(3);
});

it('a session is warned once before its token ends and then put out; one that was given a next token goes on', async () => {
  const clock = holdClock();
  const startedAt = clock.now();
  const told: string[] = [];
  const sessions = new Set<Session>();
  const person = (name: string): Session => {
    const session = {
      verified: { expiresAt: startedAt + 90_000, scope: { principal: { kind: 'staff' } } },
      warnedOfExpiry: false,
      socket: {
        emit: (event: string) => told.push(`${name} ${event} ${clock.now() - startedAt}`),
        disconnect: () => sessions.delete(session),
      },
    } as unknown as Session;
    sessions.add(session);
    return session;
  };
  person('silent');
  const renewed = person('renewed');
  const recheck = async () => (session: Session['verified']) =>
    session.expiresAt <= clock.now() ? 'AUTH_EXPIRED' : null;
  const feed = { tellHeads: async () => {}, recheckStreams() {} };
  const stop = keepSessions({ ...parts, clock, verifier: { recheck } }, sessions, feed, { sweep() {} });
  await clock.pass(60_000);
  expect(told).toEqual(['silent auth-expiring 31000', 'renewed auth-expiring 31000']);
  renewed.verified = { ...renewed.verified, expiresAt: startedAt + 3_600_000 };
  await clock.pass(60_000);
  expect(told.slice(2)).toEqual(['silent session-ended 90000']);
  expect([...sessions]).toEqual([renewed]);
  stop();
});

async function never(): Promise<never> {
  throw new Error('nobody is connected');
}
