import { expect, it } from 'vitest';
import { createMemoryStreamLog } from '../../src/adapters/memory/streamLog.ts';
import { startTurnWorker } from '../../src/app/turnWorker.ts';
import { quietMs } from '../../src/features/conversations/model.ts';
import { turnWorld } from '../features/turns/turnWorld.ts';

it('a conversation that waits for a place is taken once, however often it is found due meanwhile', async () => {
  const { parts, clock, plain, id } = await turnWorld();
  const seed = await plain.conversations.find('t1', id);
  const due = Array.from({ length: 40 }, (_, n) => ({ ...seed!, id: `c${n}` }));
  const asked: string[] = [];
  const places: (() => void)[] = [];
  let found = due;
  const worker = startTurnWorker({
    ...parts,
    redMsOf: async () => 300_000,
    streamLog: createMemoryStreamLog(clock),
    conversations: { ...parts.conversations, listDue: async () => found, listPausesEnded: async () => [] },
    leases: {
      take(name) {
        asked.push(name);
        return new Promise((done) => places.push(() => done(null)));
      },
    },
  });
  await clock.pass(10_000);
  expect(asked).toHaveLength(32);
  found = [];
  for (let place = places.shift(); place !== undefined; place = places.shift()) {
    place();
    await clock.pass(0);
  }
  expect(asked.toSorted()).toEqual(due.map((one) => `turn:${one.id}`).toSorted());
  await worker.stop(0);
});

it('a talk that was quiet for a month while no node ran is dormant after the next start', async () => {
  const world = await turnWorld();
  const { parts, clock, plain, id } = world;
  await world.say('I want to buy a house');
  await world.settle();
  await clock.pass(quietMs);
  const worker = startTurnWorker({ ...parts, redMsOf: async () => 300_000, streamLog: createMemoryStreamLog(clock) });
  await clock.pass(5_000);
  expect((await plain.turns.newest(id))?.stateAfter.at).toBe('DORMANT');
  await worker.stop(0);
});

it('what fails for one talk, or for all of one kind, holds up nothing else that is due', async () => {
  const world = await turnWorld();
  const { parts, clock, plain, id } = world;
  await world.say('I want to buy a house');
  await clock.pass(10_000);
  const quiet = await plain.conversations.find('t1', id);
  const streamLog = createMemoryStreamLog(clock);
  const header = { tenantId: 't1', conversationId: id, kind: 'coach', audience: 'staff', basis: 'rules' } as const;
  await streamLog.open({ ...header, streamId: 'lost', attempt: 1 }, 0);
  await clock.pass(10_000);
  const settled: string[] = [];
  const broken = async (): Promise<never> => {
    throw new Error('a fault of this one');
  };
  const worker = startTurnWorker({
    ...parts,
    streamLog,
    redMsOf: async () => 300_000,
    conversations: {
      ...parts.conversations,
      listPausesEnded: broken,
      listQuiet: async () => [{ ...quiet!, id: 'broken' }, quiet!],
      settleQuiet: async (conversationId) =>
        conversationId === 'broken' ? broken() : void settled.push(conversationId),
    },
  });
  await clock.pass(2_000);
  await worker.stop(0);
  expect((await streamLog.read('lost'))?.end).toMatchObject({ status: 'failed', code: 'NODE_LOST' });
  expect(await plain.turns.newest(id)).not.toBeNull();
  expect(settled).toContain(id);
});

it('with the database away a look is one warning, however much could not be looked at', async () => {
  const { parts, clock } = await turnWorld();
  const warned: unknown[] = [];
  const broken = async (): Promise<never> => {
    throw new Error('the database is away');
  };
  let looks = 0;
  const worker = startTurnWorker({
    ...parts,
    log: { ...parts.log, warn: (_, fields) => void warned.push(fields?.what) },
    streamLog: createMemoryStreamLog(clock),
    redMsOf: broken,
    appointments: { ...parts.appointments, listDue: broken, removePast: broken },
    conversations: {
      ...parts.conversations,
      async listPausesEnded() {
        looks += 1;
        return broken();
      },
      listDue: broken,
      listQuiet: broken,
      listWaits: broken,
    },
  });
  await clock.pass(3_000);
  await worker.stop(0);
  expect(looks).toBeGreaterThan(1);
  expect(warned).toHaveLength(looks);
  expect(warned[0]).toBe('pauses, turns, appointments, quiet talks, long waits, what is past');
});
