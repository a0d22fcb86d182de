import { expect, test } from 'vitest';
import { runTurn } from '../../../src/features/turns/runTurn.ts';
import { turnWorld } from './turnWorld.ts';

test('L10: two nodes that would hand over at once make one hand-over; a lock that nobody gives back frees itself', async () => {
  const world = await turnWorld();
  await world.say('I want to sell my house');
  await world.clock.pass(2000);
  const stuck = await world.parts.leases.take(`turn:${world.id}`, 5000);
  expect(stuck).not.toBeNull();
  expect(await runTurn(world.parts, 't1', world.id)).toBe(world.clock.now() + 5000);
  expect(await world.botMessages()).toEqual([]);
  await world.clock.pass(30_000);
  await Promise.all([runTurn(world.parts, 't1', world.id), runTurn(world.parts, 't1', world.id)]);
  await world.settle();
  const turns = await world.plain.turns.list(world.id, 10);
  const transfers = turns.flatMap(({ effects }) =>
    effects.filter((effect) => effect.kind === 'handoff' && effect.data.state === 'transferred'),
  );
  expect(transfers).toHaveLength(1);
  expect(await world.botMessages()).toHaveLength(1);
});
