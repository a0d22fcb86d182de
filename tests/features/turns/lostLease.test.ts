import { expect, it } from 'vitest';
import { runTurn } from '../../../src/features/turns/runTurn.ts';
import { holdLease, type Leases } from '../../../src/kernel/leases.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { holdClock } from '../../support/heldClock.ts';
import { turnWorld } from './turnWorld.ts';

/** A message that waits for its turn, and a node that may lose its lease at any time. */
async function losingWorld() {
  const world = await turnWorld();
  let isLost = false;
  const leases: Leases = {
    take: async () => ({ renew: async () => !isLost, release: async () => {} }),
  };
  await world.say('I want to buy a home');
  await world.clock.pass(2000);
  return {
    world,
    leases,
    /** Another node takes it, and this one hears of that when it next renews. */
    async lose() {
      isLost = true;
      await world.clock.pass(1500);
    },
  };
}

it('a node that lost its lease while it read begins no turn, and the next node takes it', async () => {
  const { world, leases, lose } = await losingWorld();
  const modelReadings = {
    async of() {
      await lose();
      return new Map();
    },
  };
  expect(await runTurn({ ...world.parts, leases, modelReadings }, 't1', world.id)).not.toBeNull();
  expect(await world.plain.turns.newest(world.id)).toBeNull();
  await world.settle();
  expect(await world.botMessages()).toHaveLength(1);
});

it('a node that lost its lease asks no model', async () => {
  const { world, leases, lose } = await losingWorld();
  let asked = 0;
  const modelReadings = {
    async of() {
      asked += 1;
      return new Map();
    },
  };
  const recall = async () => {
    await lose();
    return null;
  };
  await runTurn({ ...world.parts, leases, modelReadings, recall }, 't1', world.id);
  expect(asked).toBe(0);
});

it('a node that lost its lease takes no other turn after the one that it ends', async () => {
  const { world, leases, lose } = await losingWorld();
  for (let n = 0; n < 250; n += 1) await world.say(`and a garden of ${n} feet`);
  await world.clock.pass(2000);
  let begun = 0;
  const { runEffects, packOf } = world.parts;
  const counted: typeof packOf = (conversation) => {
    begun += 1;
    return packOf(conversation);
  };
  const losing: typeof runEffects = async (...turn) => {
    await lose();
    await runEffects(...turn);
  };
  await runTurn({ ...world.parts, leases, runEffects: losing, packOf: counted }, 't1', world.id);
  expect(begun).toBe(1);
  expect(await world.plain.turns.list(world.id, 9)).toHaveLength(1);
  expect(await world.owed()).not.toBeNull();
});

it('a lease that cannot be renewed is not held, whatever the reason', async () => {
  const clock = holdClock();
  const hold = (renew: () => Promise<boolean>) =>
    holdLease({ clock, log: silentLogger }, { renew, release: async () => {} }, 1000);
  const held = hold(async () => true);
  const lost = hold(async () => false);
  const unheard = hold(() => Promise.reject(new Error('away')));
  expect([held, lost, unheard].map(({ isHeld }) => isHeld())).toEqual([true, true, true]);
  await clock.pass(5000);
  expect([held, lost, unheard].map(({ isHeld }) => isHeld())).toEqual([true, false, false]);
  await held.letGo();
  expect(held.isHeld()).toBe(false);
  expect(clock.delays()).toEqual([]);
});
