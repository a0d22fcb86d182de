import { expect, it } from 'vitest';
import { requestHuman } from '../../../src/features/conversations/changeSpeaker.ts';
import { sendAsStaff } from '../../../src/features/conversations/sendAsStaff.ts';
import { createDayReader, type DayParts } from '../../../src/features/insight/readDay.ts';
import { agent, command, turnWorld, visitor } from '../turns/turnWorld.ts';

const supervisor = { ...agent, principal: { ...agent.principal, role: 'supervisor' as const } };

async function dayWorld() {
  const world = await turnWorld();
  let reads = 0;
  const parts: DayParts = {
    conversations: world.plain.conversations,
    entries: {
      read(...asked) {
        reads += 1;
        return world.plain.entries.read(...asked);
      },
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
  await requestHuman(world.parts, visitor, world.id, command());
  await world.settle();
  await world.clock.pass(90_000);
  await sendAsStaff(world.parts, agent, world.id, command(), 'It is from 2021.');
  await world.clock.pass(20_000);
  const figures = await before(supervisor);
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

it('the day is the supervisors’: an agent may not read it', async () => {
  const world = await dayWorld();
  await expect(world.open()(agent)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
