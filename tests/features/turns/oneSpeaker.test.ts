import { expect, it } from 'vitest';
import { turnWorld } from './turnWorld.ts';

it('a talk that waits for a person stays so, however late the turn came', async () => {
  const world = await turnWorld();
  await world.say('Can I talk to a real person please?');
  // Longer than the grace that a writer gets for its line: the turn must not take its own change for one that a crash left.
  await world.clock.pass(10_000);
  expect(await world.run()).toBeNull();
  await world.settle();
  const modes = (await world.publicLog()).flatMap((entry) =>
    entry.type === 'conversation-changed' ? [entry.data.mode] : [],
  );
  expect(modes).toEqual(['waiting']);
  expect(await world.due()).toBeNull();
});
