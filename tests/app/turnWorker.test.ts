import { expect, it } from 'vitest';
import { createMemoryStreamLog } from '../../src/adapters/memory/streamLog.ts';
import { startTurnWorker } from '../../src/app/turnWorker.ts';
import { quietMs } from '../../src/features/conversations/model.ts';
import { pauseBot } from '../../src/features/conversations/speaker/changeSpeaker.ts';
import { createTurnQueue } from '../../src/features/turns/turnQueue.ts';
import { agent, command, turnWorld } from '../features/turns/turnWorld.ts';
import { startNode } from '../support/startNode.ts';

it('a conversation that waits for a place is taken once, however often it is asked for meanwhile', async () => {
  const { parts, clock } = await turnWorld();
  const ids = Array.from({ length: 40 }, (_, n) => `c${n}`);
  const taken: string[] = [];
  const places: (() => void)[] = [];
  const queue = createTurnQueue({
    ...parts,
    runTurn(_tenant, id) {
      taken.push(id);
      return new Promise((done) => places.push(() => done(null)));
    },
  });
  for (let round = 0; round < 10; round += 1) {
    for (const id of ids) if (!queue.knows(id)) queue.request('t1', id, clock.now());
    await clock.pass(1000);
  }
  expect(taken).toHaveLength(32);
  for (let place = places.shift(); place !== undefined; place = places.shift()) {
    place();
    await clock.pass(0);
  }
  expect(taken.toSorted()).toEqual(ids.toSorted());
  await queue.stop(0);
});

it('a turn asked for while another ran is run after it', async () => {
  const { parts, clock } = await turnWorld();
  let runs = 0;
  let end = (): void => {};
  const queue = createTurnQueue({
    ...parts,
    runTurn() {
      runs += 1;
      return new Promise((done) => {
        end = () => done(null);
      });
    },
  });
  queue.request('t1', 'c', clock.now());
  await clock.pass(10);
  queue.request('t1', 'c', clock.now());
  await clock.pass(10);
  expect(runs).toBe(1);
  end();
  await clock.pass(10);
  expect(runs).toBe(2);
  end();
  await clock.pass(10);
  expect(runs).toBe(2);
  await queue.stop(0);
});

it('a talk that was quiet for a month while no node ran is dormant after the next start', async () => {
  const world = await turnWorld();
  await world.say('I want to buy a house');
  await world.settle();
  await world.clock.pass(quietMs);
  const node = startNode(world);
  await world.clock.pass(5_000);
  expect((await world.plain.turns.newest(world.id))?.stateAfter.at).toBe('DORMANT');
  await node.stop();
});

it('a pause and a reminder to the team that fell due while every node was dead are seen to at the next start, once', async () => {
  const world = await turnWorld();
  await world.say('I want to buy a house');
  await world.settle();
  await pauseBot(world.parts, agent, command(), { conversationId: world.id, minutes: 5 });
  await world.settle();
  world.clock.loseTimers();
  await world.clock.pass(10 * 60_000);
  const nodes = [startNode(world), startNode(world)];
  await world.clock.pass(20_000);
  const ends = (await world.publicLog()).filter(
    (entry) => entry.type === 'conversation-changed' && entry.data.reason === 'pause-ended',
  );
  expect(ends).toHaveLength(1);
  expect((await world.plain.conversations.find('t1', world.id))?.mode).toBe('bot');
  for (const node of nodes) await node.stop();
});

it('a job that fails for good is on the wall as an alert, once', async () => {
  const world = await turnWorld();
  await world.say('I want to buy a house');
  await world.settle();
  await pauseBot(world.parts, agent, command(), { conversationId: world.id, minutes: 5 });
  await world.settle();
  const { changeSpeaker } = world.parts.conversations;
  world.parts.conversations.changeSpeaker = () => Promise.reject(new Error('a fault of this one'));
  const node = startNode(world);
  await world.clock.pass(2 * 3_600_000);
  const alerts = (await world.plain.conversations.find('t1', world.id))?.board.alerts;
  expect(alerts?.map(({ kind, priority }) => [kind, priority])).toEqual([['job-failed', 2]]);
  expect(alerts?.[0]?.reason).toMatch(/pause ended/);
  world.parts.conversations.changeSpeaker = changeSpeaker;
  await node.stop();
});

it('an idle node asks the database no more than once in a second', async () => {
  const world = await turnWorld();
  let asked = 0;
  const { entries } = world.parts;
  const { take } = world.jobStore;
  world.parts.entries = {
    ...entries,
    async listOwed(...given) {
      asked += 1;
      return entries.listOwed(...given);
    },
  };
  world.jobStore.take = (look) => {
    asked += 1;
    return take(look);
  };
  const node = startNode(world);
  await world.clock.pass(600_000);
  expect(asked).toBeLessThanOrEqual(600 + 3);
  await node.stop();
});

it('a talk that is held is not looked into again and again until its hold is over', async () => {
  const world = await turnWorld();
  const node = startNode(world);
  const { say, clock, plain, id } = world;
  await say('I want to buy a house');
  const by = { id: 'a1', name: 'Ana' };
  await plain.conversations.changeHold('t1', id, { by, since: clock.now(), until: clock.now() + 60_000 });
  let read = 0;
  const { find } = world.parts.conversations;
  world.parts.conversations.find = (...given) => {
    read += 1;
    return find(...given);
  };
  await clock.pass(59_000);
  expect(read).toBeLessThan(5);
  expect(await world.botMessages()).toEqual([]);
  await clock.pass(3_000);
  expect(await world.botMessages()).toHaveLength(1);
  await node.stop();
});

it('a failure of one kind of look holds up no other, and is one warning a look', async () => {
  const world = await turnWorld();
  const { parts, clock } = world;
  const streamLog = createMemoryStreamLog(clock);
  const header = {
    tenantId: 't1',
    conversationId: world.id,
    kind: 'coach',
    audience: 'staff',
    basis: 'rules',
  } as const;
  await streamLog.open({ ...header, streamId: 'lost', attempt: 1 }, 0);
  await clock.pass(10_000);
  const warned: string[] = [];
  const worker = startTurnWorker({
    ...parts,
    log: { ...parts.log, warn: (message) => void warned.push(message) },
    streamLog,
    entries: { ...parts.entries, listOwed: () => Promise.reject(new Error('the database is away')) },
    turnQueue: { knows: () => false, request: () => {} },
    react: async () => {},
  });
  await clock.pass(3_000);
  worker.stop();
  expect((await streamLog.read('lost'))?.end).toMatchObject({ status: 'failed', code: 'NODE_LOST' });
  expect(warned).toEqual(warned.map(() => 'checking for due turns failed'));
  expect(warned.length).toBeGreaterThan(1);
});
