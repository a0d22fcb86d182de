import type { Server } from 'socket.io';
import { expect, it } from 'vitest';
import { soonestRedMs } from '../../../src/features/conversations/judgeAlerts.ts';
import { owedOf } from '../../../src/features/conversations/owed.ts';
import type { ClosedNow } from '../../../src/features/conversations/speaker/waitForPerson.ts';
import type { Session } from '../../../src/gateway/session.ts';
import { watchVisitors } from '../../../src/gateway/visitorPresence.ts';
import { turnWorld, visitor } from '../../features/turns/turnWorld.ts';

/** A conversation whose visitor has `open` sockets on all nodes together. */
async function place(words = 'Hello', closedNow: ClosedNow = async () => null) {
  const world = await turnWorld();
  await world.say(words);
  let open = 0;
  let looked = async (): Promise<void> => {};
  const io = {
    of: () => ({
      in: () => ({
        async fetchSockets() {
          const found = Array.from({ length: open });
          await looked();
          return found;
        },
      }),
    }),
  };
  const looks: number[] = [];
  const jobs = { schedule: async ({ at }: { at: number }) => void looks.push(at) };
  const visitors = watchVisitors(io as unknown as Server, { ...world.parts, jobs, closedNow });
  const conversation = async () => {
    const found = await world.parts.conversations.find('t1', world.id);
    if (found === null) throw new Error('there is no conversation');
    return found;
  };
  return {
    ...world,
    visitors,
    open: (count: number) => {
      open = count;
    },
    /** Acts after the next look for sockets, before its answer is used. */
    afterLook: (act: () => Promise<void>) => {
      looked = async () => {
        looked = async () => {};
        await act();
      };
    },
    /** The times set for looking how long they wait. */
    looks,
    leave: () => visitors.left({ scope: visitor, conversationId: world.id } as Session),
    conversation,
    leftAt: async () => (await conversation()).board.visitorLeftAt ?? null,
  };
}

it('the board says since when a visitor is away, and no more once they are back', async () => {
  const there = await place();
  const left = there.clock.now();
  there.leave();
  await there.clock.pass(9_000);
  expect(await there.leftAt()).toBeNull();
  await there.clock.pass(1_000);
  expect(await there.leftAt()).toBe(left);
  await there.visitors.came('t1', there.id);
  expect(await there.leftAt()).toBeNull();
});

it('a reload is no leaving, and neither is one of two tabs, on whichever node the other is', async () => {
  const there = await place();
  there.leave();
  there.open(1);
  await there.clock.pass(10_000);
  expect(await there.leftAt()).toBeNull();
});

it('a visitor who comes back just as the board is told that they left is shown as present', async () => {
  const there = await place();
  there.leave();
  there.afterLook(async () => {
    there.open(1);
    await there.visitors.came('t1', there.id);
  });
  await there.clock.pass(10_000);
  expect(await there.leftAt()).toBeNull();
});

it('a talk that is over has nobody to wait for', async () => {
  const there = await place();
  await there.parts.conversations.changeSpeaker('t1', there.id, { mode: 'closed', pausedUntil: null }, {});
  there.leave();
  await there.clock.pass(10_000);
  expect(await there.leftAt()).toBeNull();
});

it('a visitor who leaves in closed hours is owed an answer after the next opening, and one who comes back is owed it now', async () => {
  const opensAt = Date.UTC(2100, 0, 1);
  const there = await place('Hello', async () => ({ opensAt, says: null }));
  const since = there.clock.now();
  const wait = { reason: 'asked-for-person', since } as const;
  const waiting = { mode: 'waiting', pausedUntil: null, wait, unanswered: since } as const;
  await there.parts.conversations.changeSpeaker('t1', there.id, waiting, {});
  there.leave();
  await there.clock.pass(10_000);
  expect((await there.conversation()).board.followUpBy).toBe(opensAt + 3_600_000);
  expect(owedOf(await there.conversation()).kind).toBe('follow-up');
  expect(there.looks).toEqual([]);
  await there.visitors.came('t1', there.id);
  const back = await there.conversation();
  expect([owedOf(back).kind, back.board.followUpBy]).toEqual(['now', null]);
  expect(there.looks).toEqual([(back.unansweredSince ?? 0) + soonestRedMs]);
});
