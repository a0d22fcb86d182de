import { expect, it } from 'vitest';
import { createMemoryTurnStore } from '../../../src/adapters/memory/turnStore.ts';
import { keepNewestTurns } from '../../../src/features/turns/newestTurns.ts';
import { turnWorld } from './turnWorld.ts';

it('a turn whose effects are not done is read anew each time: another node may have done them and gone on', async () => {
  const world = await turnWorld();
  await world.say('I want to buy a home');
  await world.settle();
  const [done] = await world.plain.turns.list(world.id, 10);
  if (done === undefined) throw new Error('no turn was taken');
  const store = createMemoryTurnStore();
  const undone = { ...done, done: [] };
  await store.insert(undone);
  const here = keepNewestTurns(store);
  expect((await here.newest(world.id))?.done).toEqual([]);
  await store.markDone(undone, done.done, {});
  await store.insert({ ...done, id: 'next', turnNo: done.turnNo + 1 });
  expect((await here.newest(world.id))?.id).toBe('next');
  await store.insert({ ...done, id: 'after', turnNo: done.turnNo + 2 });
  expect((await here.newest(world.id))?.id, 'one that is done is not read again').toBe('next');
});
