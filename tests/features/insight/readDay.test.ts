import { expect, it } from 'vitest';
import { requestHuman } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { endChat } from '../../../src/features/conversations/speaker/endChat.ts';
import { sendAsStaff } from '../../../src/features/conversations/speaker/sendAsStaff.ts';
import { createDayReader, type DayDeps } from '../../../src/features/insight/readDay.ts';
import { agent, command, turnWorld, visitor } from '../turns/turnWorld.ts';

const supervisor = { ...agent, principal: { ...agent.principal, role: 'supervisor' as const } };

async function dayWorld() {
  const world = await turnWorld();
  let reads = 0;
  const parts: DayDeps = {
    conversations: world.plain.conversations,
    entries: {
      read(...asked) {
        reads += 1;
        return world.plain.entries.read(...asked);
      },
      newestOf: world.plain.entries.newestOf,
    },
    clock: world.clock,
    timeZoneOf: async () => 'America/Chicago',
  };
  return { ...world, open: () => createDayReader(parts), reads: () => reads };
}

it('a hub that has just started, and every other node, finds the figures that stood before', async () => {
  const world = await dayWorld();
  const before = world.open();
  await world.say('Is the roof new?');
  await world.settle();
  await before(supervisor);
  await requestHuman(world.parts, visitor, command(), { conversationId: world.id });
  await world.settle();
  await world.clock.pass(90_000);
  await sendAsStaff(world.parts, agent, command(), { conversationId: world.id, text: 'It is from 2021.' });
  await world.clock.pass(20_000);
  const { before: _, ...figures } = await before(supervisor);
  expect(figures).toMatchObject({ complete: true, conversations: 1, waited: 1, answered: 1, missed: 0 });
  expect(figures.firstReplyMs).toBeGreaterThanOrEqual(90_000);
  expect(figures.people).toEqual([
    { id: 'a1', name: 'Ana', conversations: 1, messages: 1, firstReplies: 1, firstReplyMs: figures.firstReplyMs },
  ]);
  expect(await world.open()(supervisor)).toEqual(figures);
});

it('a look at a quiet day reads no log again, and many at once are one', async () => {
  const world = await dayWorld();
  const read = world.open();
  await world.say('Is the roof new?');
  await world.settle();
  await world.clock.pass(20_000);
  await Promise.all(Array.from({ length: 10 }, () => read(supervisor)));
  expect(world.reads()).toBe(1);
  await world.clock.pass(20_000);
  await read(supervisor);
  expect(world.reads()).toBe(1);
  await world.say('And the kitchen?');
  await world.clock.pass(20_000);
  expect(await read(supervisor)).toMatchObject({ conversations: 1 });
  expect(world.reads()).toBe(2);
});

it('a visitor who waited an hour for nobody is listed, and earlier days stand beside today from the second look on', async () => {
  const world = await dayWorld();
  const read = world.open();
  await world.say('Is the roof new?');
  await world.settle();
  await requestHuman(world.parts, visitor, command(), { conversationId: world.id });
  await world.settle();
  await world.clock.pass(3_700_000);
  const first = await read(supervisor);
  expect(first.missedTalks).toEqual([{ conversationId: world.id, waitedSince: expect.any(String) }]);
  expect(first.before).toBeUndefined();
  await world.clock.pass(24 * 3_600_000);
  await read(supervisor);
  await world.settle();
  await world.clock.pass(20_000);
  const { missedTalks, before } = await read(supervisor);
  expect(missedTalks).toEqual([]);
  expect(before?.yesterday).toMatchObject({ date: first.date, complete: true, conversations: 1, waited: 1, missed: 1 });
  expect(before?.weekAgo).toMatchObject({ conversations: 0, firstReplyMs: null });
});

it('the day is the supervisors’: an agent may not read it', async () => {
  const world = await dayWorld();
  await expect(world.open()(agent)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('a chat that is ended, rated and filed is in the figures of its day', async () => {
  const world = await dayWorld();
  await world.say('Is the roof new?');
  await world.settle();
  await endChat(world.parts, visitor, command(), { rating: 4 });
  expect(await world.open()(supervisor)).toMatchObject({ ratings: { given: 1, mean: 4 }, dispositions: [] });
});

it('a day that too many talks came after is given up after as many, and says that it is not complete', async () => {
  const world = await dayWorld();
  const talk = await world.plain.conversations.find(agent.tenantId, world.id);
  let pages = 0;
  const read = createDayReader({
    conversations: {
      async list() {
        pages += 1;
        return { items: Array.from({ length: 500 }, () => talk!), nextCursor: 'more' };
      },
    },
    entries: { read: async () => [], newestOf: async () => null },
    clock: world.clock,
    timeZoneOf: async () => 'America/Chicago',
  });
  await read(supervisor);
  await world.settle();
  await world.clock.pass(20_000);
  const { complete, before } = await read(supervisor);
  expect([complete, before?.yesterday.complete, before?.weekAgo.complete]).toEqual([false, false, false]);
  // Today twice, and each of the days before once.
  expect(pages).toBe(16);
});
